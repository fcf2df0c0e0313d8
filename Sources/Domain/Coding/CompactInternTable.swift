/// What a message has said so far, so that it can be referred to by its place: a list while it is short, with
/// a hash table on top once it is not.
struct CompactInternTable {
  private struct Item {
    let hash: UInt64
    let start: Int
    let length: Int
    let isText: Bool
  }

  private static let listLimit = 12
  private var items: [Item] = []
  private var slots: [Int32] = []

  /// The place of these bytes, or nothing after adding them as those that will start at `nextStart`.
  mutating func place(
    of bytes: UnsafeBufferPointer<UInt8>, hash: UInt64, isText: Bool,
    in message: UnsafePointer<UInt8>, nextStart: Int
  ) -> Int? {
    func isSame(_ item: Item) -> Bool {
      guard item.hash == hash, item.length == bytes.count, item.isText == isText else { return false }
      for index in 0..<item.length where bytes[index] != message[item.start + index] { return false }
      return true
    }
    let item = Item(hash: hash, start: nextStart, length: bytes.count, isText: isText)
    if slots.isEmpty {
      if let place = items.firstIndex(where: isSame) { return place }
      items.append(item)
      if items.count > CompactInternTable.listLimit { rebuild(slotCount: 64) }
      return nil
    }
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let place = Int(slots[slot])
      if isSame(items[place]) { return place }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(items.count)
    items.append(item)
    if items.count * 2 > slots.count { rebuild(slotCount: slots.count * 2) }
    return nil
  }

  private mutating func rebuild(slotCount: Int) {
    slots = [Int32](repeating: -1, count: slotCount)
    for (place, item) in items.enumerated() {
      var slot = Int(truncatingIfNeeded: item.hash) & (slotCount - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slotCount - 1) }
      slots[slot] = Int32(place)
    }
  }
}
