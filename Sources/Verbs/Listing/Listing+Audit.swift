public import Domain

extension Listing {
  /// What `audit` prints, oldest first.
  public static func audit(_ lines: [AuditLine], in office: Office, at now: Timestamp) -> Listing {
    let wording = Wording(office: office, now: now)
    return Listing(
      columns: [
        .right("Seq"), "When", "Who", "From", "Verb", "About", "What", "Before", "After",
        "In spite of a rule"
      ],
      keys: HistoryLine.keys + " about",
      rows: lines.map { audited in
        let line = audited.line
        return Row(
          [
            String(line.seq), wording.time(line.at), line.who, line.from, line.verb, audited.about ?? "",
            line.words, line.before ?? "", line.after ?? "", line.override ?? ""
          ], audited.json)
      })
  }
}

extension Sheets {
  /// The audit for a window, newest first: what was done, then what it was before and after.
  public static func audit(_ lines: [AuditLine], in office: Office, at now: Timestamp) -> [String] {
    if lines.isEmpty { return ["Nothing on record fits."] }
    let wording = Wording(office: office, now: now)
    return lines.reversed().flatMap { audited -> [String] in
      let line = audited.line
      let about = audited.about.map { " \($0)" } ?? ""
      let head =
        "\(line.seq)  \(wording.time(line.at))  \(line.who) from \(line.from)  \(line.verb)\(about): \(line.words)"
      let change =
        [line.before, line.after].compactMap(\.self).isEmpty
        ? nil : "      \(line.before ?? "nothing") → \(line.after ?? "nothing")"
      return [head, change, line.override.map { "      \(Wording.inSpite(of: $0))" }].compactMap(\.self)
    }
  }
}
