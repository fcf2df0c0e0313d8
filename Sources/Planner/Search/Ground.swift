/// A problem compiled once into flat integers: what every search, suggestion and explanation reads and none writes.
///
/// Visits and technicians are put in an order of their own numbers, so that neither the order of a file nor the
/// names in it can change a plan.
public final class Ground: @unchecked Sendable {
  // Sendable although it holds memory of its own: nothing is written after `init`.
  public let problem: Problem
  /// The problem's index of the search's visit, and the other way round.
  let visitOrder, visitRank: [Int]
  let crewOrder, crewRank: [Int]
  let visits: Flat<VisitRow>
  let crew: Flat<CrewRow>
  /// By visit and technician: what it costs that it is he, or `ineligible`.
  let fit: Flat<Int32>
  let spans: Flat<Span>
  let needs: Flat<Span>
  let stock: Flat<Int32>
  /// The nearest other visits of each, `nearCount` of them, the nearest first.
  let near: Flat<Int32>
  let nearCount: Int
  /// The eligible technicians who set out nearest to each visit; shorter lists end in `none`.
  let homes: Flat<Int32>
  let homeCount: Int
  /// Visits that open a route, in each technician's own order.
  let openings: [[Int]]
  let parts: Int

  static let ineligible: Int32 = -1

  /// Refuses numbers that no plan can be made with.
  public init(_ problem: Problem) throws(ProblemFault) {
    if let fault = problem.fault { throw fault }
    self.problem = problem
    let order = Order(problem)
    (visitOrder, visitRank) = (order.visits, order.visitRank)
    (crewOrder, crewRank) = (order.crew, order.crewRank)
    let tables = Tables(problem, order)
    visits = Flat(tables.visits)
    crew = Flat(tables.crew)
    spans = Flat(tables.spans)
    needs = Flat(tables.needs)
    parts = tables.parts
    stock = Flat(tables.stock)
    openings = tables.openings
    fit = tables.fit()
    nearCount = min(max(0, tables.visits.count - 1), 80)
    near = Ground.nearest(problem.travel, tables.visits, nearCount)
    homeCount = min(tables.crew.count, 10)
    homes = Ground.homes(problem.travel, tables, fit, homeCount)
  }

  @inline(__always) var visitCount: Int { visits.count }
  @inline(__always) var crewCount: Int { crew.count }
}

extension Ground {
  /// Of each visit the nearest others, there and back: those below a length that enough of them lie below, sorted.
  private static func nearest(_ travel: Travel, _ visits: [VisitRow], _ count: Int) -> Flat<Int32> {
    let near = Flat<Int32>(visits.count * count, VisitRow.none)
    guard count > 0 else { return near }
    let lengths = Flat<Int32>(visits.count, 0)
    let tally = Flat<Int32>(1024, 0)
    var keys: [Int] = []
    for visit in visits.indices {
      let out = travel.outward.base + Int(visits[visit].place) * travel.places
      let back = travel.inwardBase + Int(visits[visit].place) * travel.places
      var longest: Int32 = 0
      for other in visits.indices {
        let place = Int(visits[other].place)
        let length = out[place] &+ back[place]
        lengths.base[other] = length
        longest = max(longest, length)
      }
      let limit = limit(lengths, below: longest, holding: count + 1, tally)
      keys.removeAll(keepingCapacity: true)
      for other in visits.indices where lengths.base[other] <= limit && other != visit {
        keys.append(Int(lengths.base[other]) << 32 | other)
      }
      keys.sort()
      for rank in 0..<count { near.base[visit * count + rank] = Int32(truncatingIfNeeded: keys[rank]) }
    }
    return near
  }

  /// A length that at least so many lie at or below, and not many more.
  private static func limit(
    _ lengths: borrowing Flat<Int32>, below longest: Int32, holding count: Int, _ tally: borrowing Flat<Int32>
  ) -> Int32 {
    var shift: Int32 = 0
    while longest >> shift > 1023 { shift += 1 }
    tally.base.update(repeating: 0, count: 1024)
    for index in 0..<lengths.count { tally.base[Int(lengths.base[index] >> shift)] += 1 }
    var held = 0
    for bucket in 0..<1024 {
      held += Int(tally.base[bucket])
      if held >= count { return (Int32(bucket) + 1) << shift - 1 }
    }
    return longest
  }

  private static func homes(
    _ travel: Travel, _ tables: borrowing Tables, _ fit: borrowing Flat<Int32>, _ count: Int
  ) -> Flat<Int32> {
    let homes = Flat<Int32>(tables.visits.count * count, VisitRow.none)
    var keys: [Int] = []
    for visit in tables.visits.indices {
      let back = travel.inwardBase + Int(tables.visits[visit].place) * travel.places
      keys.removeAll(keepingCapacity: true)
      for one in tables.crew.indices where fit[visit * tables.crew.count + one] >= 0 {
        keys.append(Int(back[Int(tables.crew[one].start)]) << 32 | one)
      }
      keys.sort()
      for (rank, key) in keys.prefix(count).enumerated() {
        homes[visit * count + rank] = Int32(key & 0xFFFF_FFFF)
      }
    }
    return homes
  }
}
