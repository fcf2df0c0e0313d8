public import Domain
public import Sync

/// An office's log in memory, for tests, simulations and the suite that every store must pass.
public final class MemoryLog: LogStore {
  private var ledger: MemoryLedger
  private let clock: () -> Timestamp
  /// When each console was last known to have nothing waiting.
  private var settled: [ConsoleID: Timestamp] = [:]

  public init(log: LogID, epoch: EpochID, clock: @escaping () -> Timestamp) {
    ledger = MemoryLedger(log: log, epochs: [Epoch(first: 1, id: epoch)])
    self.clock = clock
  }

  private init(
    _ ledger: MemoryLedger, _ settled: [ConsoleID: Timestamp], clock: @escaping () -> Timestamp
  ) {
    self.ledger = ledger
    self.settled = settled
    self.clock = clock
  }

  public var office: Office { ledger.office }
  public var epochs: [Epoch] { ledger.epochs }
  public var entries: [SealedEntry] { ledger.entries }

  /// A copy of it as it was after an entry, restored.
  public func restored(to seq: Int, epoch: EpochID) -> MemoryLog {
    MemoryLog(ledger.restored(to: seq, epoch: epoch), settled, clock: clock)
  }

  /// Notes that nothing waits at a console now.
  public func noteSettled(_ console: ConsoleID) { settled[console] = clock() }

  public func append<Answer: Sendable>(
    to log: LogID, _ body: (inout any OpenLog) throws -> Answer
  ) throws -> Answer {
    guard log == ledger.log else { throw LogFault.otherLog }
    var open: any OpenLog = OpenMemoryLog(
      ledger: ledger, now: max(clock(), lastRecordedAt), settled: settled)
    let answer = try body(&open)
    if let open = open as? OpenMemoryLog { (ledger, settled) = (open.ledger, open.settled) }
    return answer
  }

  public func page(of log: LogID, after cursor: LogCursor, atMost limit: MessageLimit) throws -> PullAnswer {
    guard log == ledger.log else { return .otherLog }
    guard ledger.cursor(cursor.seq) == cursor else { return .parted }
    let rest = ledger.entries[cursor.seq...]
    let entries = Array(rest.prefix(limit.fitting(rest.lazy.map(\.body.count))))
    let recalled = try entries.flatMap { entry in
      try (ledger.recalled[entry.head.seq] ?? []).map { try RecalledOrder(seq: entry.head.seq, $0) }
    }
    return .page(
      Page(
        epochs: ledger.epochs, entries: entries, end: entries.last?.cursor ?? cursor,
        isLast: entries.count == rest.count, recalled: recalled.isEmpty ? nil : recalled))
  }

  public func snapshot(_ request: SnapshotRequest, for caller: Registrar) throws -> SnapshotAnswer {
    guard request.log == ledger.log else { return .otherLog }
    guard request.of == nil || request.of == ledger.head else { return .gone }
    let (head, parts) = try ledger.snapshot(at: clock())
    guard let part = request.part else {
      let answers = (ledger.commands[caller.console] ?? []).dropFirst(max(0, request.answered))
      return .head(head.answering(Array(answers), after: request.answered))
    }
    return parts.indices.contains(part) ? .part(Bytes(parts[part])) : .gone
  }

  private var lastRecordedAt: Timestamp {
    ledger.entries.last?.head.recordedAt ?? Timestamp(seconds: .min)
  }
}

extension MemoryLedger {
  /// All of it as the rows of a snapshot.
  fileprivate func snapshot(at now: Timestamp) throws -> (SnapshotHead, [[UInt8]]) {
    let since = now - SnapshotLimit.endedWithin
    let ended = orders.values.filter { order in
      office.order(order.id) == nil && (order.ending?.at ?? .epoch) >= since
    }
    var writer = SnapshotWriter()
    try writer.add(office, ended: ended.sorted { $0.id < $1.id })
    let digest = writer.finish()
    let consoles = commands.map { id, commands in
      ConsoleMark(
        id: id, count: commands.count, last: entries.last { $0.head.console == id }?.cursor ?? .beginning)
    }
    let head = SnapshotHead(
      epochs: epochs, end: head, recordedAt: entries.last?.head.recordedAt ?? .epoch, since: since,
      lastNumber: orders.values.map(\.number).max() ?? 0, consoles: consoles, answers: [],
      parts: writer.parts.count, bytes: writer.bytes, digest: digest)
    return (head, writer.parts)
  }
}

/// One step: a copy that counts only when the step is done.
private struct OpenMemoryLog: OpenLog {
  var ledger: MemoryLedger
  let now: Timestamp
  var settled: [ConsoleID: Timestamp]

  var epochs: [Epoch] { ledger.epochs }
  var head: LogCursor { ledger.head }
  var promised: Int { 0 }

  mutating func noteSettled(_ console: ConsoleID) { settled[console] = now }

  func contact(of console: ConsoleID) -> Contact { Contact(settledAt: settled[console], now: now) }

  func count(of console: ConsoleID) -> Int { ledger.count(of: console) }

  func submission(_ count: Int, of console: ConsoleID) -> Submission.ID? {
    guard let commands = ledger.commands[console], commands.indices.contains(count - 1) else { return nil }
    return commands[count - 1]
  }

  func has(_ submission: Submission.ID) -> Bool { ledger.submissions.contains(submission) }

  func actedAt(_ submission: Submission.ID) -> Timestamp? { ledger.actedAt(submission) }

  func fold(for submission: Submission) -> Fold { ledger.fold(for: submission) }

  func latest(
    about order: WorkOrder.ID, among limit: Int, where isIt: ([Event]) -> Bool
  ) throws -> EntryHead? {
    ledger.latest(about: order, among: limit, where: isIt)
  }

  mutating func append(
    _ submission: Submission, count: Int, _ body: EntryBody, events: [Event], on before: Fold
  ) throws {
    let head = EntryHead(
      seq: ledger.head.seq + 1, submission: submission.id, person: submission.stamp.by,
      console: submission.stamp.console, count: count, at: submission.stamp.at, recordedAt: now)
    let epoch = ledger.epochs.epoch(of: head.seq) ?? ledger.log
    ledger.take(
      try SealedEntry(head, body, after: ledger.head.hash, log: ledger.log, epoch: epoch), on: before)
  }
}
