import Domain
import GRDB
import Sync

/// Folds the whole ledger again and compares what comes out with the rows.
///
/// An order that leaves the running day is compared with its row and, when equal, forgotten: a million closed
/// orders need no memory. One that differs is kept, since later entries may be about it.
struct RowCheck {
  private var fold = Fold(office: .unfounded)
  private var unmatched: [WorkOrder.ID: RowSeal]
  private var parked: [WorkOrder.ID: Boxed<WorkOrder>] = [:]
  private var matched: Set<WorkOrder.ID> = []
  private let forgets: Bool
  /// Whether the rows say which consoles the ledger tells of.
  private let keepsConsoles: Bool
  /// Which entries are about an order.
  private(set) var mentions = Mentions()
  /// The same for all other records.
  private(set) var recordMentions = Mentions()
  /// The same for orders about which something was refused or that was settled.
  private(set) var contests = Mentions()
  private(set) var attached: AttachedFiles = [:]
  /// What happened to the consoles that take part.
  private(set) var told = ToldConsoles()
  /// Orders that had left the running day, by the entry that was about them.
  private(set) var recalled: [Int: Set<WorkOrder.ID>] = [:]
  /// The console whose files must be here; nil at one that has joined an office, which has them all.
  private let own: ConsoleID?
  /// An order that was forgotten came up again: only a check that forgets nothing can tell.
  private(set) var forgotTooEarly = false
  /// The last entry that is not folded: rows were taken over in its place.
  private var base = 0
  /// Older orders that came with later entries.
  private var cameAlong: [Int: [WorkOrder]] = [:]

  init(rows: [WorkOrder.ID: RowSeal], own: ConsoleID?, forgets: Bool, keepsConsoles: Bool) {
    unmatched = rows
    self.keepsConsoles = keepsConsoles
    self.own = own
    self.forgets = forgets
  }

  var office: Office { fold.office }

  /// Begins with what was taken over from the office.
  mutating func begin(with base: Base, _ db: Database) throws {
    let office = try base.office(db)
    fold = Fold(office: office)
    self.base = base.end.seq
    cameAlong = try Base.recalled(after: base.end.seq, db)
    for order in office.orders.unordered { expect(order.attachments) }
    let isTouched = try db.makeStatement(
      sql: """
        SELECT 1 FROM entry_orders x JOIN orders o ON o.key = x.key WHERE o.id = ? AND x.seq > ? LIMIT 1
        """)
    try base.forEachEnded(db) { order in
      expect(order.attachments)
      // One that no entry since is about needs no more than this look, in a check that forgets nothing too.
      let touched = try Int.fetchOne(isTouched, arguments: [order.id.blob, base.end.seq]) != nil
      if touched { parked[order.id] = Boxed(order) } else { try leave(Boxed(order), forgets: true) }
    }
  }

  /// Another console has attached them, and they may be on their way.
  private mutating func expect(_ attachments: [Attachment]) {
    for attachment in attachments {
      attached[attachment.sha256] = AttachedFile(name: attachment.name, mayBeAwaited: true)
    }
  }

  mutating func apply(_ entry: Folded) throws(CompactCodingError) {
    // What is here from before the base is listed as it comes, and not folded.
    guard entry.seq > base else { return }
    for order in cameAlong[entry.seq] ?? [] { parked[order.id] = Boxed(order) }
    let (events, stamp) = (entry.events, entry.stamp)
    fold.gather(events.flatMap(\.subjects)) { id in
      if matched.contains(id) { forgotTooEarly = true }
      return parked[id]?.value
    }
    if let orders = fold.recalled(by: events), !orders.isEmpty { recalled[entry.seq] = Set(orders.map(\.id)) }
    let change = fold.apply(events, stamp)
    for case .known(.office(.console(let event))) in events { told.note(event) }
    for case .known(.workOrder(_, .attached(let sha256, let name, _, _))) in events {
      attached[sha256] = AttachedFile(name: name, mayBeAwaited: stamp.console != own)
    }
    for id in events.subjects(\.order) where change.orders[id] != nil { mentions.add(id.bytes, entry.seq) }
    for id in events.subjects(\.recordID) { recordMentions.add(id.bytes, entry.seq) }
    for id in Set(events.flatMap { $0.contested(in: fold.office) }) { contests.add(id.bytes, entry.seq) }
    for id in change.orders.keys where !change.departed.contains(id) { parked[id] = nil }
    for id in change.departed {
      if let order = change.orders[id] { try leave(order, forgets: forgets) }
    }
    for order in change.swept { try leave(Boxed(order), forgets: forgets) }
  }

  /// Compares what is left, and says what differs.
  mutating func finish(_ rows: Office, running: Set<WorkOrder.ID>) throws(CompactCodingError) -> Problems {
    var problems = Problems()
    for order in fold.office.orders.inOrder {
      if try !matches(order) { problems.add("\(order.number): its row is not what the ledger says.") }
      if !running.contains(order.id) {
        problems.add("\(order.number): its row says it is not of the running day.")
      }
    }
    for order in parked.values.map(\.value).sorted(by: { $0.id < $1.id }) where try !matches(order) {
      problems.add("\(order.number): its row is not what the ledger says.")
    }
    for id in running.sorted() where fold.office.order(id) == nil {
      problems.add("Order \(id): its row says it is of the running day, the ledger does not.")
    }
    for id in unmatched.keys.sorted() { problems.add("Order \(id): there is a row, and no entry about it.") }
    compareRecords(rows, &problems)
    return problems
  }
}

extension RowCheck {
  private mutating func leave(_ order: Boxed<WorkOrder>, forgets: Bool) throws(CompactCodingError) {
    let id = order.value.id
    if forgets, let seal = unmatched[id], try seal == RowSeal(order.value) {
      unmatched[id] = nil
      parked[id] = nil
      matched.insert(id)
    } else {
      parked[id] = order
    }
  }

  private mutating func matches(_ order: WorkOrder) throws(CompactCodingError) -> Bool {
    guard let seal = unmatched.removeValue(forKey: order.id) else { return false }
    return try seal == RowSeal(order)
  }

  private func compareRecords(_ rows: Office, _ problems: inout Problems) {
    let ledger = fold.office
    compare("Customer", rows.customers.records, ledger.customers.records, &problems) { $0.name }
    compare("Site", rows.sites.records, ledger.sites.records, &problems) { $0.name }
    compare("Equipment", rows.equipment.records, ledger.equipment.records, &problems) { $0.name }
    compare("Technician", rows.technicians, ledger.technicians, &problems) { $0.handle }
    compare("Person", rows.people, ledger.people, &problems) { $0.handle }
    compare("Contract", rows.contracts, ledger.contracts, &problems) { $0.id.description }
    compare("Zone", rows.zones, ledger.zones, &problems) { $0.name }
    if rows.profile != ledger.profile || rows.limits != ledger.limits || rows.trades != ledger.trades
      || rows.onCall != ledger.onCall || rows.templates != ledger.templates
      || rows.sendingRules != ledger.sendingRules
      || rows.handover != ledger.handover || rows.conflicts != ledger.conflicts
      || rows.leases != ledger.leases || rows.copiedConsoles != ledger.copiedConsoles
      || keepsConsoles && rows.consoles != ledger.consoles
    {
      problems.add("The office's own row is not what the ledger says.")
    }
    if rows.nextNumber != ledger.nextNumber || rows.dayOpenedAt != ledger.dayOpenedAt
      || rows.deskOpenedAt != ledger.deskOpenedAt || rows.keptFrom != ledger.keptFrom
    {
      problems.add("The row of the running day is not what the ledger says.")
    }
  }

  private func compare<ID, Value>(
    _ noun: String, _ rows: Register<ID, Value>, _ ledger: Register<ID, Value>, _ problems: inout Problems,
    name: (Value) -> String
  ) {
    for id in ledger.changedIDs(since: rows).sorted() {
      guard ledger[id] != rows[id], let one = ledger[id] ?? rows[id] else { continue }
      problems.add("\(noun) \(name(one)): the row is not what the ledger says.")
    }
  }
}

extension [KeptEvent] {
  /// The different things that they are about; most entries have one event, for which no set is made.
  fileprivate func subjects<ID: Hashable>(_ subject: (KeptEvent) -> ID?) -> [ID] {
    guard count > 1 else { return first.flatMap { subject($0) }.map { [$0] } ?? [] }
    var met: Set<ID> = []
    for event in self { if let id = subject(event) { met.insert(id) } }
    return Array<ID>(met)
  }
}
