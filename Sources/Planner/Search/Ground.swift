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
  /// Of each visit the nearest others, there and back.
  private static func nearest(_ travel: Travel, _ visits: [VisitRow], _ count: Int) -> Flat<Int32> {
    let near = Flat<Int32>(visits.count * count, VisitRow.none)
    guard count > 0 else { return near }
    var heap = [Int](repeating: 0, count: count)
    for visit in visits.indices {
      let out = travel.outward.base + Int(visits[visit].place) * travel.places
      let back = travel.inwardBase + Int(visits[visit].place) * travel.places
      var filled = 0
      for other in visits.indices where other != visit {
        let place = Int(visits[other].place)
        let key = (Int(out[place]) + Int(back[place])) << 32 | other
        if filled < count {
          heap[filled] = key
          filled += 1
          if filled == count { heap.sort(by: >) }
        } else if key < heap[0] {
          sink(key, &heap)
        }
      }
      heap.sort()
      for (rank, key) in heap.enumerated() { near[visit * count + rank] = Int32(key & 0xFFFF_FFFF) }
    }
    return near
  }

  /// Puts a smaller key in the place of the heap's greatest.
  @inline(__always) private static func sink(_ key: Int, _ heap: inout [Int]) {
    var hole = 0
    while true {
      var child = 2 * hole + 1
      if child >= heap.count { break }
      if child + 1 < heap.count, heap[child + 1] > heap[child] { child += 1 }
      if heap[child] <= key { break }
      heap[hole] = heap[child]
      hole = child
    }
    heap[hole] = key
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
