/// A console of which the ledger says how it came to take part: from where the entries speak that were made at it.
public struct KnownConsole: Codable, Hashable, Sendable, Identifiable {
  public let id: ConsoleID
  public let person: Person.ID
  /// By what it was let in; nil for the one that the office was made at.
  public let entrance: ConsoleEntrance?

  init(_ id: ConsoleID, of person: Person.ID, with entrance: ConsoleEntrance?) {
    (self.id, self.person, self.entrance) = (id, person, entrance)
  }
}

extension Office {
  /// Learns of the consoles that an event tells of, for good: what was done at one that was turned away stays on record.
  public mutating func learnConsoles(from event: OfficeEvent, _ stamp: Stamp) {
    switch event {
    case .founded: learn(KnownConsole(stamp.console, of: stamp.by, with: nil))
    case .console(.joined(let console, let person, let entrance)):
      learn(KnownConsole(console, of: person, with: entrance))
    default: break
    }
  }

  private mutating func learn(_ console: KnownConsole) {
    consoles.removeAll { $0.id == console.id }
    consoles.append(console)
  }
}
