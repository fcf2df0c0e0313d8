public import Domain

/// Where a joined console keeps what the office has confirmed and what waits for it.
public protocol ConsoleStore {
  func standing() throws -> Standing
  /// The first of those that wait, from this number on, as many as go into a message.
  func waiting(from count: Int, atMost limit: MessageLimit) throws -> [WaitingCommand]
  /// Takes a page in, and lets go of the commands that it answers: all of it in one durable step, or nothing.
  ///
  /// Throws a `PageFault` where the page does not continue what is here.
  @discardableResult func confirm(_ page: Page) throws -> Standing
  /// The place of an entry here; nil where there is none of this number.
  func cursor(at seq: Int) throws -> LogCursor?
  /// Forgets what came after an entry, and puts what this console had given since before all that waits: one durable
  /// step.
  @discardableResult func goBack(to ground: CommonGround) throws -> Standing
  /// Is another console from now on: what waits is numbered anew from 1, in its order, in one durable step.
  @discardableResult func become(_ console: ConsoleID) throws -> Standing
  /// What to ask next for a snapshot: the part after those that are here, or what the newest one is.
  func snapshotRequest() throws -> SnapshotRequest
  /// Keeps an answer to it. With the last part the snapshot takes the place of all rows, in one durable step, and the
  /// console is at its end; nil before.
  func take(_ answer: SnapshotAnswer, to request: SnapshotRequest) throws -> Standing?
}

extension ConsoleStore {
  /// Fetches a snapshot and works from it; what came before the line dropped is not asked for again.
  public func takeSnapshot(asking ask: (SnapshotRequest) throws -> SnapshotAnswer) throws -> Standing {
    var begun = 0
    while true {
      let request = try snapshotRequest()
      if request.part == nil { begun += 1 }
      // An office that is restarted again and again while it is asked is asked again later.
      if begun > 4 { throw SnapshotFault.gone }
      if let standing = try take(ask(request), to: request) { return standing }
    }
  }
}

/// What a joined console has.
public struct Standing: Hashable, Sendable {
  public let log: LogID
  public let epochs: [Epoch]
  /// The last confirmed entry.
  public let cursor: LogCursor
  /// The highest of this console's numbers that is confirmed.
  public let answered: Int
  /// The highest that was given away.
  public let given: Int
  /// Whether the office has commands of this console that this file never gave: another file acts as it too.
  public let isForked: Bool
  /// The entry that a snapshot ended with, where the ledger goes on from one; 0 where it is whole.
  public let begins: Int
  /// The digest of what is here, where that is one person's own work alone.
  public let scope: Digest?

  public init(
    log: LogID, epochs: [Epoch], cursor: LogCursor, answered: Int, given: Int, isForked: Bool = false,
    begins: Int = 0, scope: Digest? = nil
  ) {
    self.begins = begins
    self.scope = scope
    self.isForked = isForked
    self.log = log
    self.epochs = epochs
    self.cursor = cursor
    self.answered = answered
    self.given = given
  }

  /// How many commands wait for their entry.
  public var waiting: Int { max(0, given - answered) }

  public var pull: Pull { Pull(log: log, after: cursor, scope: scope, answered: scope.map { _ in answered }) }

  /// The same, where a snapshot would do as well.
  public var pullOrSnapshot: Pull {
    Pull(
      log: log, after: cursor, takesSnapshot: true, scope: scope, answered: scope.map { _ in answered })
  }

  public func push(_ commands: [WaitingCommand]) -> Push {
    Push(log: log, epoch: epochs.last?.id ?? log, commands: commands)
  }
}
