/// A list of which entries are about what, in any order: enough to tell two of them apart.
///
/// It differs from process to process, so nobody can make two lists that share one.
struct Mentions: Hashable, Sendable {
  private(set) var count = 0
  private var sum = 0

  mutating func add(_ id: [UInt8], _ seq: Int) {
    var hasher = Hasher()
    hasher.combine(id)
    hasher.combine(seq)
    count += 1
    sum &+= hasher.finalize()
  }
}
