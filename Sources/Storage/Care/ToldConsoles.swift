import Domain

/// What the ledger tells of the consoles that take part, as far as a file keeps it beside the ledger too.
struct ToldConsoles: Sendable {
  /// A code that was made, by whom it lets in and until when.
  struct Code: Hashable {
    let person: Person.ID
    let until: Timestamp
  }

  /// Whether consoles on other machines may join.
  private(set) var isStarted = false
  private(set) var codes: Set<Code> = []
  private(set) var revoked: Set<ConsoleID> = []

  mutating func note(_ event: ConsoleEvent) {
    switch event {
    case .started: isStarted = true
    case .enrolled(let person, let until): codes.insert(Code(person: person, until: until))
    case .revoked(let console, _): revoked.insert(console)
    case .joined, .alertChanged: break
    }
  }
}
