import HashTreeCollections

/// A record that people know by its name.
public protocol Named {
  var name: String { get }
}

/// A register that also finds its records by name: among a hundred thousand as quickly as among ten.
public struct NamedRegister<ID: Hashable & Comparable & Sendable, Value: Named & Hashable & Sendable>:
  Hashable, Sendable
{
  public private(set) var records = Register<ID, Value>()
  /// By folded name.
  private var ids: TreeDictionary<String, [ID]> = [:]

  public init() {}

  public var count: Int { records.count }
  public var isEmpty: Bool { records.isEmpty }
  public var unordered: some Sequence<Value> { records.unordered }
  public var inOrder: [Value] { records.inOrder }

  public subscript(id: ID) -> Value? {
    get { records[id] }
    set {
      let before = records[id]?.name
      records[id] = newValue
      note(id, before, newValue?.name)
    }
  }

  /// Those that are called so, whatever case, blanks and signs it is written with, in no particular order.
  public func ids(named name: String) -> [ID] { ids[name.folded] ?? [] }

  public func contains(_ id: ID) -> Bool { records.contains(id) }
  public func box(_ id: ID) -> Boxed<Value>? { records.box(id) }
  public func forEach(_ look: (borrowing Value) -> Void) { records.forEach(look) }
  public func changedIDs(since older: NamedRegister) -> [ID] { records.changedIDs(since: older.records) }

  /// Keeps a record in the box that it has already.
  public mutating func keep(_ box: Boxed<Value>, as id: ID) {
    let before = records.box(id)?.value.name
    records.keep(box, as: id)
    note(id, before, box.value.name)
  }

  /// Changes a record in place; nothing happens when there is none.
  public mutating func change(_ id: ID, _ change: (inout Value) -> Void) {
    guard let before = records.box(id)?.value.name else { return }
    records.change(id, change)
    note(id, before, records.box(id)?.value.name)
  }

  public static func == (left: Self, right: Self) -> Bool { left.records == right.records }
  public func hash(into hasher: inout Hasher) { hasher.combine(records) }

  private mutating func note(_ id: ID, _ before: String?, _ after: String?) {
    if before == after { return }
    if let before { ids[before.folded]?.removeAll { $0 == id } }
    if let after { ids[after.folded, default: []].append(id) }
  }
}
