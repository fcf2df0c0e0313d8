import Domain

/// Numbers from a seed by SplitMix64 (Steele, Lea and Flood, 2014): the same seed gives the same day
/// everywhere.
struct SeededNumbers: Sendable {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// From 0 up to, but not including, a count above zero.
  mutating func below(_ count: Int) -> Int {
    Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(max(count, 1))).high)
  }

  mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.upperBound - range.lowerBound + 1)
  }

  mutating func chance(percent: Int) -> Bool { below(100) < percent }

  /// One of a list that is not empty.
  mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

  mutating func id<Subject>() -> Identifier<Subject> { Identifier(high: next(), low: next()) }

  mutating func personal(_ words: String) -> PersonalText { PersonalText(id: id(), words: words) }

  /// A number of the range that is kept free for stories.
  mutating func phone() -> PersonalText {
    let last = String(below(1_000))
    return personal("0151 496 0" + String(repeating: "0", count: 3 - last.count) + last)
  }

  /// The same list in another order.
  mutating func shuffled<Value>(_ values: [Value]) -> [Value] {
    var values = values
    for index in values.indices.dropFirst().reversed() { values.swapAt(index, below(index + 1)) }
    return values
  }
}
