/// The visits that an iteration has in hand, and the memory in which it looks for places.
struct Hand: ~Copyable {
  let visits: Flat<Int32>
  let keys: Flat<Int>
  var count = 0
  /// Routes already looked at for the present visit.
  let looked: Flat<Int>
  var look = 0
  /// Technicians who had nothing to do when the iteration began.
  let idle: Flat<Int32>
  var idleCount = 0
  /// The best place of a visit in a route, as long as the route's version is the same; empty for huge days.
  let spots: Flat<Spot>

  static let most = 4_000_000

  init(_ ground: Ground) {
    visits = Flat(ground.visitCount, VisitRow.none)
    keys = Flat(ground.visitCount, 0)
    looked = Flat(ground.crewCount, 0)
    idle = Flat(ground.crewCount, VisitRow.none)
    let pairs = ground.visitCount * ground.crewCount
    spots = Flat(pairs <= Hand.most ? pairs : 0, Spot(cost: .max, seconds: 0, position: -1, version: -1))
  }

  @inline(__always) mutating func take(_ visit: Int32) {
    visits.base[count] = visit
    count += 1
  }
}
