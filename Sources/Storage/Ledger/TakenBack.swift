import Domain
import GRDB
import Sync

/// Looks in the ledger for the entry that somebody takes back, newest first.
///
/// It lives within one transaction, the one of the decision, so that two consoles cannot undo the same twice.
struct TakenBack {
  /// How far back it looks: further is another day's work, which is undone by naming it.
  private static let entries = 20_000
  private static let ownEntries = 2_000
  private static let page = 16
  private let db: Database
  private let path: String
  private let decoder: CompactDecoder
  /// What waits for the office's answer, as the entries that it would be now, the newest first.
  private let waiting: [Entry]
  /// The console of the file: where nobody tells what was done here, that is what it has made.
  private let console: ConsoleID

  init(_ db: Database, path: String, console: ConsoleID, waiting: [Entry] = []) {
    self.console = console
    self.waiting = waiting.reversed()
    self.db = db
    self.path = path
    decoder = CompactDecoder(entriesOf: db)
  }

  enum Found {
    /// What he has done since that nothing takes back is told with it.
    case entry(Entry, over: Entry? = nil)
    /// The newest of his own, though it was not made where he asks, with what he has done there that stays.
    case elsewhere(Entry, over: Entry? = nil)
    case obstacle(UndoObstacle)
  }

  /// What is to be taken back for a person, past the entries that a decision found to be undone in effect.
  ///
  /// His last action is the last of those made here, where some are left.
  func find(
    _ wish: TakingBack, of person: Person.ID, here: MadeHere?, past: Set<Submission.ID>
  ) throws -> Found {
    switch wish {
    case .last: return try lastAction(of: person, here, past)
    case .undone: return try lastUndo(of: person, here, past)
    case .entry(let seq), .part(let seq):
      guard let entry = try entry("WHERE e.seq = ?", [seq]) else { return .obstacle(.noEntry(seq)) }
      return try checked(entry)
    case .order(let id, let number): return try lastAction(on: id, number, past)
    }
  }

  /// The action at the end of a chain of undos and redos: what both are called by. Each takes back an earlier one,
  /// whatever a console says.
  func action(of entry: Entry) throws -> Entry {
    var action = entry
    while let target = action.reversal?.entry,
      let before = try waiting.first(where: { $0.submission == target })
        ?? self.entry("WHERE e.submission = ?", [target.blob]), before.seq < action.seq
    {
      action = before
    }
    return action
  }
}

extension TakenBack {
  private func lastAction(
    of person: Person.ID, _ here: MadeHere?, _ past: Set<Submission.ID>
  ) throws -> Found {
    var undone = past
    var found: Entry?
    var elsewhere: Entry?
    var over: Entry?
    var wasStepping = false
    try forEachOwn(of: person) { entry in
      if let reversal = entry.reversal { undone.insert(reversal.entry) }
      let isForeign = isForeign(entry, here)
      // What an undo has stepped over before is not asked about twice.
      if entry.reversal != nil, !isForeign { wasStepping = true }
      if over == nil, !wasStepping, !isForeign, entry.staysForGood { over = entry }
      if elsewhere != nil, isForeign { return here.map { entry.seq > $0.first } ?? true }
      guard entry.automation == nil, entry.isAction, entry.isUndoable, !undone.contains(entry.submission),
        try !isUndone(entry)
      else {
        return true
      }
      if isForeign { elsewhere = entry } else { found = entry }
      return isForeign
    }
    return found.map { .entry($0, over: over) } ?? elsewhere.map { .elsewhere($0, over: over) }
      ?? .obstacle(over.map { .fact($0) } ?? .nothingToUndo)
  }

  /// Whether it was made elsewhere than where somebody asks; where nobody tells, here is the file's console.
  private func isForeign(_ entry: Entry, _ here: MadeHere?) -> Bool {
    here.map { !$0.submissions.contains(entry.submission) } ?? (entry.console != console)
  }

  /// An action after an undo is the end of what can be redone, as in every editor: here and elsewhere each for itself.
  private func lastUndo(of person: Person.ID, _ here: MadeHere?, _ past: Set<Submission.ID>) throws -> Found {
    var undone = past
    var found: Entry?
    var elsewhere: Entry?
    var hasActedElsewhere = false
    try forEachOwn(of: person) { entry in
      if let reversal = entry.reversal { undone.insert(reversal.entry) }
      let isForeign = isForeign(entry, here)
      if isForeign, elsewhere != nil || hasActedElsewhere {
        return here.map { entry.seq > $0.first } ?? true
      }
      guard let reversal = entry.reversal else {
        guard entry.isUndoable, entry.automation == nil else { return true }
        if isForeign { hasActedElsewhere = true }
        return isForeign
      }
      guard case .undoes = reversal, entry.isUndoable, !undone.contains(entry.submission),
        try !isUndone(entry)
      else { return true }
      if isForeign { elsewhere = entry } else { found = entry }
      return isForeign
    }
    return found.map { .entry($0) } ?? elsewhere.map { .elsewhere($0) } ?? .obstacle(.nothingToRedo)
  }

  private func lastAction(
    on order: WorkOrder.ID, _ number: Int, _ past: Set<Submission.ID>
  ) throws -> Found {
    var undone = past
    for entry in try entries(of: order, after: 0) {
      if let reversal = entry.reversal { undone.insert(reversal.entry) }
      guard entry.isAction, !undone.contains(entry.submission) else { continue }
      if entry.isUndoable { return .entry(entry) }
      // A note says something about the order and stands in nobody's way; what has happened does.
      if !entry.onlyTells { return .obstacle(.fact(entry)) }
    }
    return .obstacle(.nothing(onOrder: number))
  }

  private func checked(_ entry: Entry) throws -> Found {
    if !entry.isUndoable { return .obstacle(.fact(try action(of: entry))) }
    return try isUndone(entry) ? .obstacle(.alreadyUndone(try action(of: entry))) : .entry(entry)
  }

  /// Whether a later entry takes it back, whoever made that: one about an order of it, since a part of a group may have
  /// stayed, or his own.
  private func isUndone(_ entry: Entry) throws -> Bool {
    let orders = Set(entry.events.compactMap(\.order))
    if !orders.isEmpty {
      return try orders.contains { order in
        try entries(of: order, after: entry.seq).contains { $0.reversal?.entry == entry.submission }
      }
    }
    var isUndone = false
    try forEachOwn(of: entry.person, after: entry.seq) { later in
      isUndone = later.reversal?.entry == entry.submission
      return !isUndone
    }
    return isUndone
  }
}

extension TakenBack {
  /// A person's entries, newest first, until the closure says no.
  private func forEachOwn(
    of person: Person.ID, after seq: Int = 0, _ body: (Entry) throws -> Bool
  ) throws {
    for entry in waiting where entry.person == person && entry.seq > seq {
      guard try body(entry) else { return }
    }
    let head = try OfficeFile.head(db).seq
    let sql = """
      \(LedgerRow.columns)
      WHERE e.seq > ? AND e.seq < ? AND e.person = (SELECT key FROM persons WHERE id = ?)
      ORDER BY e.seq DESC LIMIT ?
      """
    let first = max(seq, head - Self.entries)
    var before = head + 1
    var left = Self.ownEntries
    while left > 0 {
      let statement = try db.cachedStatement(sql: sql)
      let page = try Row.fetchAll(statement, arguments: [first, before, person.blob, Self.page])
      for row in page {
        let entry = try LedgerRow(row, path: path).entry(previous: .zero, decoder)
        guard try body(entry) else { return }
        before = entry.seq
      }
      if page.count < Self.page { return }
      left -= page.count
    }
  }

  /// The entries about an order after a place, newest first.
  private func entries(of order: WorkOrder.ID, after seq: Int) throws -> [Entry] {
    let sql = """
      \(LedgerRow.columns) JOIN entry_orders x ON x.seq = e.seq JOIN orders o ON o.key = x.key
      WHERE o.id = ? AND x.seq > ? ORDER BY x.seq DESC
      """
    let recorded = try Row.fetchAll(try db.cachedStatement(sql: sql), arguments: [order.blob, seq])
    return try waiting.filter { $0.seq > seq && $0.events.contains { $0.order == order } }
      + recorded.map { try LedgerRow($0, path: path).entry(previous: .zero, decoder) }
  }

  private func entry(_ condition: String, _ arguments: StatementArguments) throws -> Entry? {
    let statement = try db.cachedStatement(sql: "\(LedgerRow.columns) \(condition)")
    return try Row.fetchOne(statement, arguments: arguments).map { row in
      try LedgerRow(row, path: path).entry(previous: .zero, decoder)
    }
  }
}

extension Entry {
  /// Whether it does something, for the first time or again, rather than takes something back.
  fileprivate var isAction: Bool {
    switch reversal {
    case .undoes: false
    case .redoes, nil: true
    }
  }
  /// Whether somebody did something by it that he might think an undo takes back.
  fileprivate var staysForGood: Bool {
    isAction && !isUndoable && automation == nil && !events.isEmpty
      && commands.contains { command in
        switch command {
        case .showSecret, .showPhone, .openDesk, .closeDay, .reportMessage, .changeHandover: false
        case .useThread(_, let rule): !rule.isReading
        default: true
        }
      }
  }

  /// Whether it leaves every order as it was: notes and files do.
  fileprivate var onlyTells: Bool {
    events.allSatisfy { event in
      switch event {
      case .workOrder(_, .noted), .workOrder(_, .calledAgain), .workOrder(_, .partUsed),
        .workOrder(_, .attached),
        .workOrder(_, .message), .workOrder(_, .thread),
        .workOrder(_, .signOffSealed):
        true
      case .workOrder, .office, .technician, .customer, .site, .equipment, .person: false
      }
    }
  }
}
