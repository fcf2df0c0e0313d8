/// Everybody's seconds of work, so that what lies above a mean is found without looking at everybody.
struct Shares {
  private let sorted: [Int]
  /// The sums of all from each on.
  private let sums: [Int]

  init(_ work: [Int]) {
    sorted = work.sorted()
    var sums = [0]
    for one in sorted.reversed() { sums.append((sums.last ?? 0) + one) }
    self.sums = sums.reversed()
  }

  /// The sum of what each has above a mean.
  func above(_ mean: Int) -> Int {
    var first = 0
    var last = sorted.count
    while first < last {
      let middle = (first + last) / 2
      if sorted[middle] > mean { last = middle } else { first = middle + 1 }
    }
    return sums[first] - mean * (sorted.count - first)
  }
}
