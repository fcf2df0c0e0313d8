import Domain
import Sync

/// A ledger in memory with its fold: what both sides of a test or a simulation keep theirs in.
struct MemoryLedger: Sendable {
  let log: LogID
  private(set) var epochs: [Epoch]
  private(set) var entries: [SealedEntry] = []
  /// The ids of each console's commands, in order.
  private(set) var commands: [ConsoleID: [Submission.ID]] = [:]
  private(set) var submissions: Set<Submission.ID> = []
  private(set) var office: Office = .unfounded
  /// Every order as it is, those that have left the running day too.
  private(set) var orders: [WorkOrder.ID: WorkOrder] = [:]
  /// Older orders as they were before the entries about them.
  private(set) var recalled: [Int: [WorkOrder]] = [:]
  /// What it began with instead of its first entries.
  private(set) var base: TakenOver?
  private let words = KeptWords()

  init(log: LogID, epochs: [Epoch]) {
    self.log = log
    self.epochs = epochs
  }

  /// One that begins where a snapshot ends.
  init(log: LogID, _ base: TakenOver) {
    self.init(log: log, epochs: base.head.epochs)
    self.base = base
    office = base.office
    for order in base.office.orders.unordered { orders[order.id] = order }
    for order in base.ended { orders[order.id] = order }
  }

  var head: LogCursor { entries.last?.cursor ?? start }

  private var start: LogCursor { base?.head.end ?? .beginning }

  func count(of console: ConsoleID) -> Int {
    let before = base?.head.consoles.first { $0.id == console }?.count ?? 0
    return before + (commands[console]?.count ?? 0)
  }

  func cursor(_ seq: Int) -> LogCursor? {
    if seq == 0 { return .beginning }
    if seq == start.seq { return start }
    if seq < start.seq { return nil }
    let index = seq - start.seq - 1
    return entries.indices.contains(index) ? entries[index].cursor : nil
  }

  /// When an entry that is here was made, by its console's clock.
  func actedAt(_ submission: Submission.ID) -> Timestamp? {
    entries.last { $0.head.submission == submission }?.head.at
  }

  /// The entries after one of this number.
  func rest(after seq: Int) -> ArraySlice<SealedEntry> { entries.dropFirst(max(0, seq - start.seq)) }

  /// The running day with the older work that a submission is about.
  func fold(for submission: Submission) -> Fold {
    var fold = Fold(office: office)
    gather(submission, &fold)
    return fold
  }

  func gather(_ submission: Submission, _ fold: inout Fold) {
    for command in submission.commands { fold.gather(command.orders) { orders[$0] } }
  }

  /// The newest of the last so many entries about an order for which the body says yes.
  func latest(about order: WorkOrder.ID, among limit: Int, where isIt: ([Event]) -> Bool) -> EntryHead? {
    let decoder = CompactDecoder(userInfo: [.personalVault: words])
    var left = limit
    for entry in entries.reversed() where left > 0 {
      let events = entry.events(decoder)
      guard events.contains(where: { $0.subjects.contains(order) }) else { continue }
      if isIt(events.compactMap(\.known)) { return entry.head }
      left -= 1
    }
    return nil
  }

  /// Takes an entry that continues the chain, with the older orders that came along with it.
  mutating func take(_ entry: SealedEntry, on before: Fold? = nil, recalled: [WorkOrder] = []) {
    words.keep(entry.personal)
    for order in recalled where orders[order.id] == nil { orders[order.id] = order }
    let events = entry.events(CompactDecoder(userInfo: [.personalVault: words]))
    var fold = before ?? Fold(office: office)
    if before == nil { fold.gather(events.flatMap(\.subjects)) { orders[$0] } }
    self.recalled[entry.head.seq] = fold.recalled(by: events)
    let change = fold.apply(events, entry.head.stamp)
    orders.merge(change.orders.mapValues(\.value)) { _, new in new }
    office = fold.office
    entries.append(entry)
    commands[entry.head.console, default: []].append(entry.head.submission)
    submissions.insert(entry.head.submission)
  }

  mutating func take(_ epochs: [Epoch]) { self.epochs = epochs }

  var decoder: CompactDecoder { CompactDecoder(userInfo: [.personalVault: words]) }

  /// The first entries of it alone.
  func truncated(to seq: Int, epochs: [Epoch]) -> MemoryLedger {
    var earlier = MemoryLedger(log: log, epochs: epochs)
    guard seq >= start.seq else { return earlier }
    if let base { earlier = MemoryLedger(log: log, base) }
    earlier.epochs = epochs
    for entry in entries.prefix(seq - start.seq) {
      earlier.take(entry, recalled: recalled[entry.head.seq] ?? [])
    }
    return earlier
  }

  /// As it was after an entry, in a new epoch: what a backup of then is when it is restored.
  func restored(to seq: Int, epoch: EpochID) -> MemoryLedger {
    var earlier = MemoryLedger(log: log, epochs: epochs.filter { $0.first <= max(seq, 1) })
    for entry in entries.prefix(seq) { earlier.take(entry) }
    earlier.epochs.append(Epoch(first: seq + 1, id: epoch))
    return earlier
  }
}
