/// Somebody at a console on this file, from when he began until he leaves: kept beside the ledger, never in it.
public struct DeskSession: Hashable, Sendable, Identifiable {
  public typealias ID = Identifier<DeskSession>

  public let id: ID
  public let person: Person.ID
  /// Where the console is shown, such as `pts/3`.
  public let terminal: String
  /// The number that the system knows the console's process by.
  public let process: Int
  public let begunAt: Timestamp
  /// When he last touched it.
  public let seenAt: Timestamp

  public init(
    id: ID, person: Person.ID, terminal: String, process: Int, begunAt: Timestamp, seenAt: Timestamp
  ) {
    self.id = id
    self.person = person
    self.terminal = terminal
    self.process = process
    self.begunAt = begunAt
    self.seenAt = seenAt
  }
}
