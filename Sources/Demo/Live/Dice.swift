import Domain

/// Numbers that belong to one thing: the same seed, thing and purpose give the same ones, whenever they are asked for.
struct Dice {
  private var numbers: SeededNumbers

  init(_ seed: UInt64, _ things: UInt64...) {
    var mixed = SeededNumbers(seed: seed)
    var state = mixed.next()
    for thing in things {
      var next = SeededNumbers(seed: state ^ thing)
      state = next.next()
    }
    numbers = SeededNumbers(seed: state)
  }

  mutating func seconds(_ range: ClosedRange<Int>) -> Span { .seconds(Int64(numbers.within(range))) }
  mutating func minutes(_ range: ClosedRange<Int>) -> Span { .minutes(Int64(numbers.within(range))) }
  mutating func percent(of span: Span, _ range: ClosedRange<Int>) -> Span {
    span * Int64(numbers.within(range)) / 100
  }
  mutating func chance(percent: Int) -> Bool { numbers.chance(percent: percent) }
  mutating func pick<Value>(_ values: [Value]) -> Value { numbers.pick(values) }
  mutating func number() -> UInt64 { numbers.next() }
  mutating func id<Subject>() -> Identifier<Subject> { numbers.id() }
}
