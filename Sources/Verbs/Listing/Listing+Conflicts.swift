public import Domain

extension Listing {
  /// What consoles wanted and the office refused, the open ones first.
  public static func conflicts(in office: Office, at now: Timestamp) -> Listing {
    let wording = Wording(office: office, now: now)
    let sorted = office.openConflicts + office.conflicts.filter { !$0.isOpen }
    return Listing(
      columns: [
        "Conflict", "When", "Who", "Wanted", "Why not", "In the way", "Next", "State"
      ],
      keys: """
        id order orders outcome mine.person mine.at mine.wanted mine.verbs theirs.person \
        theirs.at theirs.entry theirs.console rule fix refusedAt message console open settled
        """,
      rows: sorted.map { conflict in
        Row(
          [
            String(conflict.id.description.prefix(8)), wording.time(conflict.at),
            wording.person(conflict.person), wording.wanted(conflict), wording.why(conflict),
            wording.theirs(conflict), conflict.isOpen ? wording.fix(conflict) : "", wording.state(conflict)
          ], Objects.conflict(conflict, in: office, wording))
      })
  }
}
