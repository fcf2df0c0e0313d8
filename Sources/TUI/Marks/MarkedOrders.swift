public import Domain

/// The orders that are marked to be acted on together.
///
/// They are known by identity, so that a mark stays on its order wherever updates, sorting and filtering take the
/// row, and while the row is hidden.
public struct MarkedOrders: Hashable, Sendable {
  public private(set) var ids: Set<WorkOrder.ID> = []
  /// Whether all that were shown have been marked, and none by itself since.
  var isAll = false
  /// Where a range began that grows and shrinks with the cursor.
  var range: Range?

  struct Range: Hashable, Sendable {
    let anchor: WorkOrder.ID
    /// What was marked before it began.
    let before: Set<WorkOrder.ID>
    /// Whether every movement draws it along, until its key ends it; else only the keys that extend it do.
    let isHeld: Bool
  }

  public var isEmpty: Bool { ids.isEmpty }
  public var count: Int { ids.count }

  public func contains(_ id: WorkOrder.ID) -> Bool { ids.contains(id) }

  mutating func toggle(_ id: WorkOrder.ID) {
    if ids.remove(id) == nil { ids.insert(id) }
    isAll = false
  }

  mutating func insert(all more: some Sequence<WorkOrder.ID>) {
    ids.formUnion(more)
    isAll = true
  }

  mutating func remove(_ gone: some Sequence<WorkOrder.ID>) { ids.subtract(gone) }

  mutating func keep(where stays: (WorkOrder.ID) -> Bool) { ids = ids.filter(stays) }

  mutating func clear() { self = MarkedOrders() }

  mutating func begin(at anchor: WorkOrder.ID, isHeld: Bool) {
    range = Range(anchor: anchor, before: ids, isHeld: isHeld)
    isAll = false
    ids.insert(anchor)
  }

  /// Marks what lies between the range's beginning and a row; what it passed over and left again is as it was.
  /// A range whose first row has gone is over.
  mutating func extend(to number: Int, of rows: [WorkOrder.ID?]) {
    guard let range else { return }
    guard rows.indices.contains(number), let start = rows.firstIndex(of: range.anchor) else {
      self.range = nil
      return
    }
    ids = range.before.union(rows[min(start, number)...max(start, number)].compactMap(\.self))
  }
}
