/// The nearest other visits of each visit, there and back, the nearest first and of equals the first in the order.
struct NearList: ~Copyable {
  let count: Int
  private let near: Flat<Int32>

  private init(_ count: Int, _ visits: Int) {
    self.count = count
    near = Flat(visits * count, VisitRow.none)
  }

  init(_ travel: Travel, _ tables: borrowing Tables) {
    self.init(NearList.count(of: tables.visits.count), tables.visits.count)
    guard count > 0 else { return }
    var nearest = NearestVisits(travel, tables, count)
    for visit in tables.visits.indices { nearest.fill(visit, near.base + visit * count) }
  }

  /// The list of `old` as it is after one visit has come, gone or changed: only rows that are touched are made anew.
  ///
  /// `kept` says for every visit which one it was before, and `moved` for those before which they are now.
  init(
    _ travel: Travel, _ tables: borrowing Tables, from old: borrowing Flat<Int32>, kept: [Int], moved: [Int]
  ) {
    self.init(NearList.count(of: kept.count), kept.count)
    var nearest = NearestVisits(travel, tables, count)
    let fresh = kept.indices.filter { kept[$0] < 0 }
    for visit in kept.indices {
      let row = near.base + visit * count
      guard kept[visit] >= 0 else {
        nearest.fill(visit, row)
        continue
      }
      let before = old.base + kept[visit] * count
      var isWhole = true
      for index in 0..<count {
        let now = moved[Int(before[index])]
        isWhole = isWhole && now >= 0
        row[index] = Int32(truncatingIfNeeded: now)
      }
      guard isWhole else {
        nearest.fill(visit, row)
        continue
      }
      for other in fresh { nearest.squeeze(other, visit, row) }
    }
  }

  static func count(of visits: Int) -> Int { min(max(0, visits - 1), 80) }

  init(copying other: borrowing Flat<Int32>, _ count: Int) {
    self.count = count
    near = Flat(copying: other)
  }

  consuming func take() -> Flat<Int32> { near }
}

extension NearList {
  /// The memory in which one visit after another is asked for its nearest.
  private struct NearestVisits: ~Copyable {
    let travel: Travel
    let places: [Int]
    let count: Int
    let lengths: Flat<Int32>
    let tally = Flat<Int32>(1024, 0)
    var keys: [Int] = []

    init(_ travel: Travel, _ tables: borrowing Tables, _ count: Int) {
      self.travel = travel
      self.count = count
      places = tables.visits.map { Int($0.place) }
      lengths = Flat(places.count, 0)
    }

    /// Those below a length that enough of them lie below, sorted.
    mutating func fill(_ visit: Int, _ row: UnsafeMutablePointer<Int32>) {
      let out = travel.outward.base + places[visit] * travel.places
      let back = travel.inwardBase + places[visit] * travel.places
      var longest: Int32 = 0
      places.withUnsafeBufferPointer { places in
        for other in places.indices {
          let length = out[places[other]] &+ back[places[other]]
          lengths.base[other] = length
          longest = max(longest, length)
        }
      }
      let limit = limit(below: longest)
      keys.removeAll(keepingCapacity: true)
      for other in 0..<lengths.count where lengths.base[other] <= limit && other != visit {
        keys.append(Int(lengths.base[other]) << 32 | other)
      }
      keys.sort()
      for rank in 0..<count { row[rank] = Int32(truncatingIfNeeded: keys[rank]) }
    }

    /// Puts another visit into a row where it belongs, if it is near enough.
    func squeeze(_ other: Int, _ visit: Int, _ row: UnsafeMutablePointer<Int32>) {
      let key = key(other, visit)
      var place = count
      while place > 0, self.key(Int(row[place - 1]), visit) > key {
        if place < count { row[place] = row[place - 1] }
        place -= 1
      }
      if place < count { row[place] = Int32(truncatingIfNeeded: other) }
    }

    private func key(_ other: Int, _ visit: Int) -> Int {
      let start = places[visit] * travel.places
      let length = travel.outward.base[start + places[other]] &+ travel.inwardBase[start + places[other]]
      return Int(length) << 32 | other
    }

    /// A length that at least one more than `count` lie at or below, and not many more.
    private func limit(below longest: Int32) -> Int32 {
      var shift: Int32 = 0
      while longest >> shift > 1023 { shift += 1 }
      tally.base.update(repeating: 0, count: 1024)
      for index in 0..<lengths.count { tally.base[Int(lengths.base[index] >> shift)] += 1 }
      var held = 0
      for bucket in 0..<1024 {
        held += Int(tally.base[bucket])
        if held > count { return (Int32(bucket) + 1) << shift - 1 }
      }
      return longest
    }
  }
}
