public import Domain

extension Listing {
  /// Who is at which console, since when, and when he last touched it.
  public static func sessions(_ sessions: [DeskSession], in office: Office, at now: Timestamp) -> Listing {
    let wording = Wording(office: office, now: now)
    return Listing(
      columns: [
        Column("person", "Who"), Column("role", "Role"), Column("since", "Since"),
        Column("lastSeen", "Last seen"), Column("terminal", "Terminal"),
        Column("process", "Process", isRight: true)
      ],
      rows: sessions.map { session in
        let person = office.person(session.person)
        let idle = now - session.seenAt
        let ago = idle < .minutes(1) ? "now" : "\(Wording.length(idle)) ago, \(wording.time(session.seenAt))"
        var object = JSONObject()
        object.add("person", person?.handle)
        object.add("name", person?.name.words)
        object.add("since", session.begunAt.rfc3339)
        object.add("lastSeen", session.seenAt.rfc3339)
        object.add("terminal", session.terminal)
        object.add("process", session.process)
        return Row(
          [
            wording.person(session.person), person?.role.rawValue ?? "", wording.time(session.begunAt), ago,
            session.terminal, String(session.process)
          ], object.value)
      })
  }
}
