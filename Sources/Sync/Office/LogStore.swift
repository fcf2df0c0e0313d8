public import Domain

/// Where an office's log is kept. Each call names its log; whoever asks remembers nothing but a cursor.
public protocol LogStore {
  /// One durable step: all that the body appends, or, where it throws, nothing.
  func append<Answer: Sendable>(
    to log: LogID, _ body: (inout any OpenLog) throws -> Answer
  ) throws -> Answer

  /// What comes after a cursor.
  func page(of log: LogID, after cursor: LogCursor, atMost limit: MessageLimit) throws -> PullAnswer

  /// A part of the rows as they were after one entry, or what that snapshot is, for a console that asks.
  func snapshot(_ request: SnapshotRequest, for caller: Registrar) throws -> SnapshotAnswer
}

/// A log within one step: nobody else appends to it meanwhile.
public protocol OpenLog {
  var epochs: [Epoch] { get }
  var head: LogCursor { get }
  /// The office's clock.
  var now: Timestamp { get }
  /// The last number of an order that an open form at the office was promised.
  var promised: Int { get throws }

  /// When what a console sends now can have been made.
  func contact(of console: ConsoleID) throws -> Contact
  /// How far the log has come with a console: the number of its last command, 0 before the first.
  func count(of console: ConsoleID) throws -> Int
  /// The command of this number; nil where there is none.
  func submission(_ count: Int, of console: ConsoleID) throws -> Submission.ID?
  /// Whether the log has a submission, from whichever console.
  func has(_ submission: Submission.ID) throws -> Bool
  /// As of when the log has a submission; nil where it has none.
  func actedAt(_ submission: Submission.ID) throws -> Timestamp?
  /// The running day with the older work that a submission is about.
  func fold(for submission: Submission) throws -> Fold
  /// The newest of the last so many entries about an order for which the body says yes; nil where there is none.
  func latest(
    about order: WorkOrder.ID, among limit: Int, where isIt: ([Event]) -> Bool
  ) throws -> EntryHead?
  /// Notes that nothing waits at a console now.
  mutating func noteSettled(_ console: ConsoleID) throws
  /// Appends what was decided, as the console's command of this number.
  mutating func append(
    _ submission: Submission, count: Int, _ body: EntryBody, events: [Event], on before: Fold
  ) throws
}

/// Why a log could not be used at all.
public enum LogFault: Error, Hashable, Sendable {
  case otherLog
}

extension Office {
  /// Decides a submission so that an order which brings no number gets none that an open form was promised.
  ///
  /// Only the decision knows of promises: they are local, and what is recorded says which number was given.
  public func decide(_ submission: Submission, promised last: Int) throws(Refusal) -> Decision {
    var deciding = self
    deciding.nextNumber = max(nextNumber, last + 1)
    return try deciding.decide(submission)
  }
}
