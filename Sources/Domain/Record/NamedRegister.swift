import HashTreeCollections

/// A record that people know by its name.
public protocol Named {
  /// Within what a name tells one from the others; every one of several places may have a boiler.
  associatedtype Scope: Hashable & Sendable

  var name: String { get }
  var nameScope: Scope { get }
}

/// A register that also finds its records by name: among a hundred thousand as quickly as among ten.
public struct NamedRegister<ID: Hashable & Comparable & Sendable, Value: Named & Hashable & Sendable>:
  Hashable, Sendable
{
  public private(set) var records = Register<ID, Value>()
  private var namesakes: TreeDictionary<Key, [ID]> = [:]

  /// A folded name in its scope.
  private struct Key: Hashable, Sendable {
    let name: String
    let scope: Value.Scope

    init(_ value: Value) { (name, scope) = (value.name.folded, value.nameScope) }
  }

  public init() {}

  public var count: Int { records.count }
  public var isEmpty: Bool { records.isEmpty }
  public var unordered: some Sequence<Value> { records.unordered }
  public var inOrder: [Value] { records.inOrder }

  public subscript(id: ID) -> Value? {
    get { records[id] }
    set {
      let before = records.box(id)?.value
      records[id] = newValue
      note(id, before, newValue)
    }
  }

  /// Those that are called as a record is where it is, whatever case, blanks and signs it is written with, in no
  /// particular order: itself too, where it is one of them.
  public func namesakes(of value: Value) -> [ID] { namesakes[Key(value)] ?? [] }

  public func contains(_ id: ID) -> Bool { records.contains(id) }
  public func box(_ id: ID) -> Boxed<Value>? { records.box(id) }
  public func forEach(_ look: (borrowing Value) -> Void) { records.forEach(look) }
  public func changedIDs(since older: NamedRegister) -> [ID] { records.changedIDs(since: older.records) }

  /// Keeps a record in the box that it has already.
  public mutating func keep(_ box: Boxed<Value>, as id: ID) {
    let before = records.box(id)?.value
    records.keep(box, as: id)
    note(id, before, box.value)
  }

  /// Changes a record in place; nothing happens when there is none.
  public mutating func change(_ id: ID, _ change: (inout Value) -> Void) {
    guard let before = records.box(id)?.value else { return }
    records.change(id, change)
    note(id, before, records.box(id)?.value)
  }

  public static func == (left: Self, right: Self) -> Bool { left.records == right.records }
  public func hash(into hasher: inout Hasher) { hasher.combine(records) }

  private mutating func note(_ id: ID, _ before: Value?, _ after: Value?) {
    if let before, let after, before.name == after.name, before.nameScope == after.nameScope { return }
    if let before {
      let key = Key(before)
      let left = namesakes[key]?.filter { $0 != id } ?? []
      namesakes[key] = left.isEmpty ? nil : left
    }
    if let after { namesakes[Key(after), default: []].append(id) }
  }
}
