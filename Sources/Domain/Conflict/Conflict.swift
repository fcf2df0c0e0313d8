/// What a console wanted and the office did not accept, whole, until somebody says what becomes of it.
public struct Conflict: Codable, Hashable, Sendable, Identifiable {
  public typealias ID = Identifier<Submission>

  /// The first submission that fell.
  public let id: ID
  public let person: Person.ID
  public let console: ConsoleID
  /// When the person acted, by the console's clock.
  public let at: Timestamp
  public let refusal: Refusal
  /// When the office refused it, by the office's clock; nil in what an older version wrote.
  public let refusedAt: Timestamp?
  /// Whose change stood in the way; nil where nobody's did.
  public let theirs: Obstacle?
  /// The first that fell, and those that rested on it.
  public private(set) var lost: [LostSubmission]
  /// What somebody made of it; nil while it is open.
  public private(set) var settlement: Settlement?
  /// Whether somebody has said that the facts in it count, and the office has not entered them yet; nil where it has.
  public private(set) var awaitsEntry: Bool?
  /// What people and rules have made of its alert; nil for nothing.
  public internal(set) var alertLives: [AlertLife]?

  /// A submission that fell, as its console had numbered it.
  public struct LostSubmission: Codable, Hashable, Sendable {
    public let id: Submission.ID
    public let count: Int
    /// None where the office could not read them.
    public let commands: [Command]

    public init(id: Submission.ID, count: Int, commands: [Command]) {
      self.id = id
      self.count = count
      self.commands = commands
    }
  }

  /// The entry by which somebody had changed what a refused command was about.
  public struct Obstacle: Codable, Hashable, Sendable {
    public let entry: Int
    public let person: Person.ID
    public let console: ConsoleID
    /// When the person acted, by his console's clock.
    public let at: Timestamp

    public init(entry: Int, person: Person.ID, console: ConsoleID, at: Timestamp) {
      self.entry = entry
      self.person = person
      self.console = console
      self.at = at
    }
  }

  /// What became of it, by whom and when.
  public struct Settlement: Codable, Hashable, Sendable {
    public let answer: ConflictAnswer
    public let by: Person.ID
    public let at: Timestamp
  }

  public init(
    _ submission: Submission, count: Int, refusal: Refusal, at refusedAt: Timestamp? = nil,
    theirs: Obstacle? = nil
  ) {
    self.refusedAt = refusedAt
    self.theirs = theirs
    id = submission.id
    person = submission.stamp.by
    console = submission.stamp.console
    at = submission.stamp.at
    self.refusal = refusal
    lost = [LostSubmission(id: submission.id, count: count, commands: submission.commands)]
  }

  public var isOpen: Bool { settlement == nil }
  /// All that was wanted, in order.
  public var commands: [Command] { lost.flatMap(\.commands) }
  /// Whether nothing but facts was told: they count as whoever told them did, and once they are entered they stay.
  public var isFact: Bool { !commands.isEmpty && commands.allSatisfy { $0.kind == .fact } }
  /// The orders that it is about, each once.
  public var orders: [WorkOrder.ID] {
    var seen: Set<WorkOrder.ID> = []
    return commands.flatMap(\.orders).filter { seen.insert($0).inserted }
  }
}

/// What somebody makes of a conflict.
public enum ConflictAnswer: String, Codable, Hashable, Sendable, CaseIterable {
  /// It stays as the office has it.
  case keep
  /// It is done all the same, in place of what is there now.
  case redo
}

extension Conflict {
  mutating func apply(_ change: ConflictChange, _ stamp: Stamp) {
    switch change {
    case .grew(let submission): lost.append(submission)
    case .settled(let answer): settlement = Settlement(answer: answer, by: stamp.by, at: stamp.at)
    case .accepted:
      settlement = Settlement(answer: .redo, by: stamp.by, at: stamp.at)
      awaitsEntry = true
    case .entered: awaitsEntry = nil
    case .reopened: settlement = nil
    case .alertChanged(let alert, let change):
      var lives = alertLives ?? []
      lives.apply(change, to: alert, stamp)
      alertLives = lives.isEmpty ? nil : lives
    }
  }
}
