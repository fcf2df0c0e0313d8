import Domain
import TestSupport
import Testing

@Suite("Records by id")
struct RegisterTests {
  /// A run of numbers from a seed.
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  @Test("what differs is what was changed, added or taken away, in whatever order", arguments: 1...20)
  func changed(seed: Int) {
    var numbers = Numbers(state: UInt64(seed))
    var register = Register<WorkOrder.ID, String>()
    var ids = (0..<300).map { _ in WorkOrder.ID(high: numbers.next(), low: numbers.next()) }
    for id in ids { register[id] = "as it was" }
    let before = register
    var touched: Set<WorkOrder.ID> = []
    ids.shuffle(using: &numbers)
    for id in ids.prefix(seed) {
      register.change(id) { $0 = "other" }
      touched.insert(id)
    }
    #expect(Set(register.changedIDs(since: before)) == touched && touched.count == seed, "changed alone")
    if seed % 2 == 0 {
      let gone = ids[ids.count - 1]
      register[gone] = nil
      touched.insert(gone)
    }
    if seed % 3 == 0 {
      let new = WorkOrder.ID(high: numbers.next(), low: numbers.next())
      register[new] = "new"
      touched.insert(new)
    }
    #expect(Set(register.changedIDs(since: before)) == touched)
    #expect(register.changedIDs(since: register).isEmpty)
  }
}
