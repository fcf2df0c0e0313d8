/// Plain memory of a fixed length, freed with its owner: what the search reads and writes millions of times a second.
struct Flat<Element: BitwiseCopyable>: ~Copyable {
  let base: UnsafeMutablePointer<Element>
  let count: Int

  init(_ count: Int, _ value: Element) {
    self.count = count
    base = .allocate(capacity: max(1, count))
    base.initialize(repeating: value, count: count)
  }

  init(_ values: [Element]) {
    count = values.count
    base = .allocate(capacity: max(1, count))
    for (index, value) in values.enumerated() { (base + index).initialize(to: value) }
  }

  /// A copy of its own.
  init(copying other: borrowing Flat<Element>) {
    count = other.count
    base = .allocate(capacity: max(1, count))
    base.initialize(from: other.base, count: count)
  }

  deinit { base.deallocate() }

  subscript(_ index: Int) -> Element {
    @inline(__always) get {
      assert(index >= 0 && index < count)
      return base[index]
    }
    @inline(__always) nonmutating set {
      assert(index >= 0 && index < count)
      base[index] = newValue
    }
  }
}
