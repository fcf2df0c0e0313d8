/// One submission as the ledger keeps it: append only, in the authority's order, chained by hash.
public struct Entry: Codable, Hashable, Sendable {
  /// Dense from 1 in one log and epoch; the only order there is.
  public let seq: Int
  public let submission: Submission.ID
  public let person: Person.ID
  public let console: ConsoleID
  /// The console's own count of its submissions, from 1.
  public let count: Int
  /// When the person acted, by the console's clock as far as it can be right.
  public let at: Timestamp
  /// When it was by the console's clock; nil where that is `at`.
  public let told: Timestamp?
  /// When the authority recorded it.
  public let recordedAt: Timestamp
  public let commands: [Command]
  public let events: [Event]
  /// What takes it back, for undo.
  public let inverse: [Command]
  /// The reason for passing a rule that blocks.
  public let override: String?
  /// The entry that it takes back, for an undo or a redo.
  public let reversal: Reversal?
  /// The rule that acted; the person is then the one at the console that carried it out.
  public let automation: Automation?
  public let previous: Digest
  public let hash: Digest

  public init(
    seq: Int, submission: Submission.ID, person: Person.ID, console: ConsoleID, count: Int, at: Timestamp,
    recordedAt: Timestamp, commands: [Command], events: [Event], inverse: [Command], override: String?,
    reversal: Reversal? = nil, automation: Automation? = nil, told: Timestamp? = nil, previous: Digest,
    hash: Digest
  ) {
    self.seq = seq
    self.submission = submission
    self.person = person
    self.console = console
    self.count = count
    self.at = at
    self.told = told
    self.recordedAt = recordedAt
    self.commands = commands
    self.events = events
    self.inverse = inverse
    self.override = override
    self.reversal = reversal
    self.automation = automation
    self.previous = previous
    self.hash = hash
  }

  public var stamp: Stamp { Stamp(by: person, at: at, console: console) }
}

extension Event {
  /// The order an event is about, if it is about one.
  public var order: WorkOrder.ID? {
    switch self {
    case .workOrder(let id, _): id
    case .office, .technician, .customer, .site, .equipment, .person: nil
    }
  }
}
