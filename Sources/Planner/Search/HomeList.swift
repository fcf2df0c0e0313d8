/// The technicians who may do a visit and set out nearest to it, the nearest first; shorter lists end in `none`.
struct HomeList: ~Copyable {
  let count: Int
  private let homes: Flat<Int32>

  init(_ travel: Travel, _ tables: borrowing Tables, _ fit: borrowing Flat<Int32>) {
    self.init(count: HomeList.count(of: tables.crew.count), visits: tables.visits.count)
    let nearest = NearestHomes(travel, tables)
    var keys: [Int] = []
    for visit in tables.visits.indices { nearest.fill(visit, fit, &keys, homes.base + visit * count, count) }
  }

  /// The list of `old` as it is after one visit or technician has come, gone or changed.
  ///
  /// `kept` says for every visit which one it was before, `moved` for the technicians before which they are now.
  init(
    _ travel: Travel, _ tables: borrowing Tables, _ fit: borrowing Flat<Int32>,
    from old: borrowing Flat<Int32>, kept: [Int], moved: [Int], fresh: [Int]
  ) {
    self.init(count: HomeList.count(of: tables.crew.count), visits: kept.count)
    let nearest = NearestHomes(travel, tables)
    var keys: [Int] = []
    for visit in kept.indices {
      let row = homes.base + visit * count
      guard kept[visit] >= 0 else {
        nearest.fill(visit, fit, &keys, row, count)
        continue
      }
      let before = old.base + kept[visit] * count
      var isWhole = true
      for index in 0..<count where before[index] >= 0 {
        let now = moved[Int(before[index])]
        isWhole = isWhole && now >= 0
        row[index] = Int32(truncatingIfNeeded: now)
      }
      guard isWhole else {
        nearest.fill(visit, fit, &keys, row, count)
        continue
      }
      for one in fresh where fit.base[visit * tables.crew.count + one] >= 0 {
        nearest.squeeze(one, visit, row, count)
      }
    }
  }

  private init(count: Int, visits: Int) {
    self.count = count
    homes = Flat(visits * count, VisitRow.none)
  }

  static func count(of crew: Int) -> Int { min(crew, 10) }

  init(copying other: borrowing Flat<Int32>, _ count: Int) {
    self.count = count
    homes = Flat(copying: other)
  }

  consuming func take() -> Flat<Int32> { homes }
}

extension HomeList {
  private struct NearestHomes {
    let travel: Travel
    let places: [Int]
    let starts: [Int]

    init(_ travel: Travel, _ tables: borrowing Tables) {
      self.travel = travel
      places = tables.visits.map { Int($0.place) }
      starts = tables.crew.map { Int($0.start) }
    }

    func fill(
      _ visit: Int, _ fit: borrowing Flat<Int32>, _ keys: inout [Int], _ row: UnsafeMutablePointer<Int32>,
      _ count: Int
    ) {
      keys.removeAll(keepingCapacity: true)
      for one in starts.indices where fit.base[visit * starts.count + one] >= 0 {
        keys.append(key(one, visit))
      }
      keys.sort()
      for index in 0..<count {
        row[index] = index < keys.count ? Int32(truncatingIfNeeded: keys[index]) : VisitRow.none
      }
    }

    func squeeze(_ one: Int, _ visit: Int, _ row: UnsafeMutablePointer<Int32>, _ count: Int) {
      let key = key(one, visit)
      var place = count
      while place > 0, row[place - 1] < 0 || self.key(Int(row[place - 1]), visit) > key {
        if place < count { row[place] = row[place - 1] }
        place -= 1
      }
      if place < count { row[place] = Int32(truncatingIfNeeded: one) }
    }

    private func key(_ one: Int, _ visit: Int) -> Int {
      Int(travel.inwardBase[places[visit] * travel.places + starts[one]]) << 32 | one
    }
  }
}
