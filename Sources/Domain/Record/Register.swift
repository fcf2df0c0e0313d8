import HashTreeCollections

/// Records by id, as a persistent map of boxed values: a copy is free and an update among 10,000 costs microseconds.
///
/// Its order differs between processes, so nothing that decides, digests or encodes may walk it as it comes:
/// `inOrder` is for those, `unordered` for sums and searches whose result does not depend on the order.
public struct Register<ID: Hashable & Comparable & Sendable, Value: Hashable & Sendable>: Hashable, Sendable {
  private var boxes: TreeDictionary<ID, Boxed<Value>> = [:]

  public init() {}

  public var count: Int { boxes.count }
  public var isEmpty: Bool { boxes.isEmpty }

  public subscript(id: ID) -> Value? {
    get { boxes[id]?.value }
    set { boxes[id] = newValue.map(Boxed.init) }
  }

  /// Keeps a record in the box that it has already.
  public mutating func keep(_ box: Boxed<Value>, as id: ID) { boxes[id] = box }

  /// A record in the box in which it is kept.
  public func box(_ id: ID) -> Boxed<Value>? { boxes[id] }

  public func contains(_ id: ID) -> Bool { boxes[id] != nil }

  /// Changes a record in place; nothing happens when there is none.
  public mutating func change(_ id: ID, _ change: (inout Value) -> Void) {
    guard var value = boxes[id]?.value else { return }
    change(&value)
    boxes[id] = Boxed(value)
  }

  /// Every record in no particular order.
  public var unordered: some Sequence<Value> { boxes.values.lazy.map(\.value) }

  /// Looks at every record in no particular order and copies none: the walk for what must be quick.
  public func forEach(_ look: (borrowing Value) -> Void) {
    for box in boxes.values { look(box.value) }
  }

  /// The same for one of so many pieces of nearly equal size.
  public func forEach(inPiece piece: Int, of pieces: Int, _ look: (borrowing Value) -> Void) {
    var number = 0
    for box in boxes.values {
      if number % pieces == piece { look(box.value) }
      number += 1
    }
  }

  /// Every record by ascending id, the same in every process.
  public var inOrder: [Value] { boxes.sorted { $0.key < $1.key }.map(\.value.value) }

  /// The ids whose record is not the very same box in an older register, those that are gone included.
  ///
  /// Costs as much as differs plus one walk of the keys; it never compares whole values.
  public func changedIDs(since older: Register) -> [ID] {
    if let changed = changedIDs(amongSame: older) { return changed }
    var changed: [ID] = []
    for (id, box) in boxes where older.boxes[id] !== box { changed.append(id) }
    for id in older.boxes.keys where boxes[id] == nil { changed.append(id) }
    return changed
  }

  /// The same where both hold the same ids, which then mostly come in the same order and need not be looked up; nil where
  /// they do not.
  private func changedIDs(amongSame older: Register) -> [ID]? {
    guard boxes.count == older.boxes.count else { return nil }
    var changed: [ID] = []
    for ((id, box), (other, before)) in zip(boxes, older.boxes) {
      guard id == other else { return nil }
      if box !== before { changed.append(id) }
    }
    return changed
  }
}

/// A record in the box in which a register keeps it: large ones are moved about in it without a copy.
public final class Boxed<Value: Hashable & Sendable>: Hashable, Sendable {
  public let value: Value

  public init(_ value: Value) { self.value = value }

  public static func == (left: Boxed, right: Boxed) -> Bool { left === right || left.value == right.value }
  public func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
