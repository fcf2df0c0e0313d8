public import Domain

extension Listing {
  /// What `audit` prints, oldest first.
  public static func audit(_ lines: [AuditLine], in office: Office, at now: Timestamp) -> Listing {
    let wording = Wording(office: office, now: now)
    return Listing(
      columns: [
        Column("seq", "Seq", isRight: true), Column("at", "When"), Column("person", "Who"),
        Column("console", "Console"), Column("verb", "Verb"), Column("about", "About"),
        Column("words", "What"), Column("before", "Before"), Column("after", "After"),
        Column("override", "In spite of a rule")
      ],
      rows: lines.map { audited in
        let line = audited.line
        return Row(
          [
            String(line.seq), wording.time(line.at), line.who, line.console, line.verb, audited.about ?? "",
            line.words, line.before ?? "", line.after ?? "", audited.override ?? ""
          ], audited.json)
      })
  }
}
