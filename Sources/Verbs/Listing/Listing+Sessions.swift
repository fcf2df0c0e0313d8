public import Domain

extension Listing {
  /// Who is at which console on this file, since when, and when he last touched it; then the consoles that have joined
  /// this office, by the ids that `consoles revoke` takes.
  public static func consoles(
    _ sessions: [DeskSession], _ joined: [JoinedConsole], in office: Office, at now: Timestamp
  ) -> Listing {
    let wording = Wording(office: office, now: now)
    return Listing(
      columns: [
        "Who", "Role", "Since", "Last seen", "Where", .right("Process"), "Its clock", "Version", "Behind"
      ],
      keys: """
        person name console since lastSeen terminal process invitedBy revokedAt revokedBy \
        clockSkewSeconds version lacks copyOf
        """,
      rows: sessions.map { row($0, wording) } + joined.map { row($0, wording) })
  }

  private static func row(_ session: DeskSession, _ wording: Wording) -> Row {
    var object = about(session.person, wording)
    object.add("since", session.begunAt.rfc3339)
    object.add("lastSeen", session.seenAt.rfc3339)
    object.add("terminal", session.terminal)
    object.add("process", session.process)
    return Row(
      who(session.person, wording) + [
        wording.time(session.begunAt), "key \(ago(session.seenAt, wording))", session.terminal,
        String(session.process), "", "", ""
      ], object.value)
  }

  private static func row(_ console: JoinedConsole, _ wording: Wording) -> Row {
    var object = about(console.person, wording)
    object.add("console", console.id.description)
    object.add("since", console.joinedAt.rfc3339)
    object.add("lastSeen", console.seenAt?.rfc3339)
    object.add("invitedBy", console.invitedBy.flatMap { wording.office.person($0)?.handle })
    object.add("revokedAt", console.revokedAt?.rfc3339)
    object.add("revokedBy", console.revokedBy.flatMap { wording.office.person($0)?.handle })
    object.add("clockSkewSeconds", console.clockSkew.map { Int($0.seconds) })
    object.add("version", console.version)
    object.add("lacks", console.lacks)
    object.add("copyOf", console.copyOf?.description)
    let seen = console.seenAt.map { ago($0, wording) } ?? "not yet"
    let copied = console.copyOf.map { ", copy of \(Wording.short($0))" } ?? ""
    let ended = console.revokedAt.map { "revoked \(wording.time($0))\(by(console.revokedBy, wording))" }
    return Row(
      who(console.person, wording) + [
        wording.time(console.joinedAt) + by(console.invitedBy, wording), ended ?? seen,
        "joined \(Wording.short(console.id))\(copied)", "",
        Wording.skew(console.clockSkew).map { "\($0) this one" } ?? "", console.version ?? "",
        console.revokedAt == nil ? Wording.behind(console.lacks) : ""
      ], object.value)
  }

  private static func who(_ person: Person.ID, _ wording: Wording) -> [String] {
    [wording.person(person), wording.office.person(person)?.role.rawValue ?? ""]
  }

  private static func by(_ person: Person.ID?, _ wording: Wording) -> String {
    person.map { " by \(wording.person($0))" } ?? ""
  }

  private static func about(_ id: Person.ID, _ wording: Wording) -> JSONObject {
    let person = wording.office.person(id)
    var object = JSONObject()
    object.add("person", person?.handle)
    object.add("name", person?.name.words)
    return object
  }

  private static func ago(_ seen: Timestamp, _ wording: Wording) -> String {
    let idle = wording.now - seen
    return idle < .minutes(1) ? "now" : "\(TimeWords.length(idle)) ago, \(wording.time(seen))"
  }
}
