/// Keys of several numbers each, one behind the other in one list.
struct KeyList {
  private var numbers: [Int] = []
  private var ends: [Int] = []

  var count: Int { ends.count }

  /// Adds a key of the numbers that `write` puts at the end of the list.
  mutating func append(_ write: (inout [Int]) -> Void) {
    write(&numbers)
    ends.append(numbers.count)
  }

  private func range(_ key: Int) -> Range<Int> { (key == 0 ? 0 : ends[key - 1])..<ends[key] }
}

extension KeyList {
  /// The keys' indices in the order of the keys; equal ones stay as they are.
  func sorted() -> [Int] {
    (0..<count).sorted { one, other in
      let order = compare(one, other)
      return order == 0 ? one < other : order < 0
    }
  }

  /// The place of each key among the different ones: equal keys share it.
  func standing() -> [Int] {
    var standing = [Int](repeating: 0, count: count)
    let order = sorted()
    for (rank, key) in order.enumerated().dropFirst() {
      let before = order[rank - 1]
      standing[key] = standing[before] + (compare(before, key) == 0 ? 0 : 1)
    }
    return standing
  }

  private func compare(_ one: Int, _ other: Int) -> Int {
    let left = range(one)
    let right = range(other)
    for step in 0..<min(left.count, right.count) {
      let first = numbers[left.lowerBound + step]
      let second = numbers[right.lowerBound + step]
      if first != second { return first < second ? -1 : 1 }
    }
    return left.count - right.count
  }
}
