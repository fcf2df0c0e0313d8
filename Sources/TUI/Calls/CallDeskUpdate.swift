import Domain
import Terminal
import Verbs

extension Model {
  var calls: CallDesk? {
    get { if case .calls(let calls) = face { calls } else { nil } }
    set { if let newValue { face = .calls(newValue) } }
  }

  /// The calls of the shift as they are now; the mark stays on its order.
  mutating func refreshCalls() {
    guard var calls else { return }
    let marked = calls.order
    let begin = office.lastDayEnd(at: now)
    var found: [(at: Timestamp, number: Int, id: WorkOrder.ID)] = []
    office.orders.forEach { order in
      guard order.receivedAt >= begin, order.source != .import else { return }
      found.append((order.receivedAt, order.number, order.id))
    }
    calls.logged = found.sorted { ($0.at, $0.number) > ($1.at, $1.number) }.prefix(CallDesk.longest).map(\.id)
    if let marked, let row = calls.logged.firstIndex(of: marked) { calls.index = calls.drafts.count + row }
    self.calls = calls
    moveCall(by: 0)
  }

  /// The calls that were begun, as the file has them.
  mutating func takeCalls(_ drafts: [FormDraft]) {
    guard var calls else { return }
    let marked = calls.order
    calls.drafts = drafts.filter { $0.key.form == CallForm.verbName }.sorted { $0.begunAt < $1.begunAt }
    if let marked, let row = calls.logged.firstIndex(of: marked) { calls.index = calls.drafts.count + row }
    self.calls = calls
    moveCall(by: 0)
    versions.all &+= 1
  }

  mutating func callsAction(_ action: Action, by key: Key?, wasLeaving: Bool) -> [Effect] {
    switch CallsAction(rawValue: action.rawValue) {
    case .moveDown: moveCall(by: 1)
    case .moveUp: moveCall(by: -1)
    case .moveFirst: moveCall(by: -CallDesk.longest * 2)
    case .moveLast: moveCall(by: CallDesk.longest * 2)
    case .back: return leaveFace(by: key, wasLeaving: wasLeaving)
    case nil: break
    }
    return []
  }

  /// A draft is gone on with; for everything else there is the console's way.
  mutating func callsVerb(_ name: String) -> [Effect]? {
    guard name == OpenVerb.name, case .draft(let draft)? = calls?.selected else { return nil }
    return form(of: draft).map { open($0) } ?? []
  }

  /// What was begun may have changed while a form lay over the face.
  func askForCalls(hadPopups: Bool) -> [Effect] {
    guard calls != nil, hadPopups, popups.isEmpty else { return [] }
    return [.ask(.list(.drafts, filter: nil), .keys)]
  }

  /// Puts the mark on a call that is on record.
  mutating func mark(call order: WorkOrder.ID) {
    guard let calls, let row = calls.logged.firstIndex(of: order) else { return }
    self.calls?.index = calls.drafts.count + row
  }

  private mutating func moveCall(by step: Int) {
    guard let calls else { return }
    self.calls?.index = max(0, min(calls.rows.count - 1, calls.index + step))
  }
}
