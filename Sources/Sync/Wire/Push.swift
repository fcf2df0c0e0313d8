public import Domain

/// A command that waits in a console's outbox for its entry.
public struct WaitingCommand: Hashable, Sendable {
  /// The console's own number of it.
  public let count: Int
  /// The highest of its numbers that the console had been answered when it was made.
  public let answered: Int
  public let submission: Submission.ID
  /// The submission in its bytes; none at the office, where it is read as it comes.
  public let body: [UInt8]
  private let told: Submission?

  public init(count: Int, answered: Int, submission: Submission.ID, body: [UInt8]) {
    self.count = count
    self.answered = answered
    self.submission = submission
    self.body = body
    told = nil
  }

  /// One that has been read already.
  init(_ told: Submission, numbered count: Int, answered: Int) {
    self.count = count
    self.answered = answered
    submission = told.id
    body = []
    self.told = told
  }

  public init(_ submission: Submission, count: Int, answered: Int) throws(CompactCodingError) {
    self.init(
      count: count, answered: answered, submission: submission.id,
      body: try CompactEncoder().encode(submission))
  }

  /// The same under another number, of a console that has been answered so far.
  public func numbered(_ count: Int, answered: Int = 0) -> WaitingCommand {
    WaitingCommand(count: count, answered: answered, submission: submission, body: body)
  }

  /// Whether an entry of the console that gave it is the one for it.
  public func isAnswered(by entry: EntryHead) -> Bool {
    entry.submission == submission || entry.submission == submission.again(from: entry.console)
  }

  /// Whether the office has it under this number of the console that gave it, as the command of this id.
  public func isAnswered(under number: Int, _ id: Submission.ID, by console: ConsoleID) -> Bool {
    count == number && (id == submission || id == submission.again(from: console))
  }

  /// Nil where a newer console wrote what this one cannot read.
  public var decoded: Submission? {
    if let told { return told }
    do throws(CompactCodingError) {
      let submission = try CompactDecoder().decode(Submission.self, from: body)
      return submission.id == self.submission ? submission : nil
    } catch {
      return nil
    }
  }
}

/// What a console tells the office: its commands, the oldest first, without a gap.
public struct Push: Hashable, Sendable {
  public let log: LogID
  public let epoch: EpochID
  public let commands: [WaitingCommand]

  public init(log: LogID, epoch: EpochID, commands: [WaitingCommand]) {
    self.log = log
    self.epoch = epoch
    self.commands = commands
  }
}

/// How far the office took a push. What became of a command is told by its entry alone.
public enum PushAnswer: Codable, Hashable, Sendable {
  /// Everything up to this number of the console is in the log, durably.
  case taken(through: Int)
  /// The push begins too late: this is the next number.
  case expect(Int)
  /// The office has another command of this number: two files act as one console.
  case forked(Int)
  case otherLog
  /// The log goes on under another epoch, which a pull will tell.
  case otherEpoch
}

/// How much goes into one message at most.
public struct MessageLimit: Hashable, Sendable {
  public var items: Int
  public var bytes: Int

  /// Of a push.
  public static let push = MessageLimit(items: 200, bytes: 256 << 10)
  /// Of a page.
  public static let page = MessageLimit(items: 1_000, bytes: 1 << 20)

  public init(items: Int, bytes: Int) {
    self.items = items
    self.bytes = bytes
  }

  /// How many of the first of these sizes go into it; one always does.
  public func fitting(_ sizes: some Sequence<Int>) -> Int {
    var (count, sum) = (0, 0)
    for size in sizes {
      sum += size
      if count > 0, count >= items || sum > bytes { break }
      count += 1
    }
    return count
  }
}
