/// All routes as they are just now, with what is left out: changed in place, route by route.
struct Board: ~Copyable {
  let ground: Ground
  /// `room` stops for each technician: home, visits, home.
  private(set) var stops: Flat<Stop>
  private(set) var room: Int
  let routes: Flat<Route>
  /// The technician of each visit, or `VisitRow.none`.
  let owner: Flat<Int32>
  /// Parts used, by technician and part.
  let used: Flat<Int32>
  /// Seconds of work by technician, the prior included.
  let work: Flat<Int>
  private(set) var totalWork = 0
  var versions = 0

  init(_ ground: Ground) {
    self.ground = ground
    room = 24
    stops = Flat(ground.crewCount * 24, Board.blank)
    routes = Flat(
      ground.crewCount, Route(count: 0, opening: 0, travel: 0, service: 0, extra: 0, late: 0, version: 0))
    owner = Flat(ground.visitCount, VisitRow.none)
    used = Flat(ground.crewCount * ground.parts, 0)
    work = Flat(ground.crewCount, 0)
    for one in 0..<ground.crewCount {
      let row = ground.crew[one]
      work[one] = row.priorWork
      totalWork += row.priorWork
      let base = stops.base + one * room
      base[0].place = row.start
      base[1].place = row.end
      _ = time(one)
    }
  }

  private static let blank = Stop(
    visit: VisitRow.none, place: 0, onward: 0, ready0: 0, ready1: 0, latest0: 0, latest1: 0, calm0: 0,
    calm1: 0,
    cost0: 0, cost1: 0)
}

extension Board {
  @inline(__always) func route(_ one: Int) -> UnsafeMutablePointer<Stop> { stops.base + one * room }

  /// What a route costs by itself: everything but balance.
  @inline(__always) func cost(_ one: Int) -> Int {
    let head = routes.base[one]
    return ground.problem.weights.travel * head.travel + head.extra + head.late
  }

  /// What uneven work costs.
  func balance() -> Int {
    let rate = ground.problem.weights.balance
    let crew = work.count
    guard rate > 0, crew > 0 else { return 0 }
    let mean = (totalWork + crew - 1) / crew
    var above = 0
    let base = work.base
    for one in 0..<crew { above &+= max(0, base[one] &- mean) }
    return rate * above
  }

  /// Seconds of work that each would have were it even.
  var mean: Int { work.count == 0 ? 0 : (totalWork + work.count - 1) / work.count }

  /// The visits of a route in order.
  func sequence(_ one: Int) -> [Int] {
    let base = route(one)
    return (0..<Int(routes[one].count)).map { Int(base[$0 + 1].visit) }
  }

  /// Puts a visit at a position (1 is the first) and times the route anew; false when it cannot be driven so.
  @inline(__always) mutating func insert(_ visit: Int, _ one: Int, at position: Int) -> Bool {
    put(visit, one, at: position)
    return time(one)
  }

  /// Puts a visit at a position without timing the route anew.
  mutating func put(_ visit: Int, _ one: Int, at position: Int) {
    let count = Int(routes.base[one].count)
    if count + 3 > room { grow() }
    let base = route(one)
    (base + position + 1).update(from: base + position, count: count + 2 - position)
    let row = ground.visits.base + visit
    let place = row.pointee.place
    base[position].visit = Int32(truncatingIfNeeded: visit)
    base[position].place = place
    let before = base[position - 1].onward
    let into = seconds(base[position - 1].place, place)
    let onward = seconds(place, base[position + 1].place)
    base[position - 1].onward = into
    base[position].onward = onward
    let driven = Int(into) + Int(onward) - Int(before)
    let head = routes.base + one
    head.pointee.count += 1
    head.pointee.travel += driven
    head.pointee.service += Int(row.pointee.duration)
    head.pointee.extra += Int(ground.fit.base[visit * ground.crewCount + one])
    add(driven + Int(row.pointee.duration), to: one)
    carry(row, one, 1)
    owner.base[visit] = Int32(truncatingIfNeeded: one)
  }

  /// Takes visits out of a route, from a position on, without timing it anew.
  mutating func remove(_ one: Int, at position: Int, count: Int) {
    let base = route(one)
    let head = routes.base + one
    let length = Int(head.pointee.count)
    var driven = -Int(base[position - 1].onward)
    for index in position..<position + count {
      let visit = Int(base[index].visit)
      let row = ground.visits.base + visit
      driven -= Int(base[index].onward)
      head.pointee.service -= Int(row.pointee.duration)
      head.pointee.extra -= Int(ground.fit.base[visit * ground.crewCount + one])
      add(-Int(row.pointee.duration), to: one)
      carry(row, one, -1)
      owner.base[visit] = VisitRow.none
    }
    (base + position).update(from: base + position + count, count: length + 2 - position - count)
    head.pointee.count -= Int32(truncatingIfNeeded: count)
    let onward = length == count ? 0 : seconds(base[position - 1].place, base[position].place)
    base[position - 1].onward = onward
    driven += Int(onward)
    head.pointee.travel += driven
    add(driven, to: one)
  }

  @inline(__always) func seconds(_ from: Int32, _ to: Int32) -> Int32 {
    let travel = ground.problem.travel
    return travel.outward.base[Int(from) &* travel.places &+ Int(to)]
  }

  @inline(__always) mutating func add(_ seconds: Int, to one: Int) {
    work.base[one] += seconds
    totalWork += seconds
  }

  @inline(__always) private func carry(_ row: UnsafeMutablePointer<VisitRow>, _ one: Int, _ sign: Int32) {
    let first = Int(row.pointee.partsFirst)
    for index in first..<first + Int(row.pointee.partsCount) {
      let need = ground.needs.base[index]
      used.base[one &* ground.parts &+ Int(need.begin)] &+= sign &* need.end
    }
  }

  private mutating func grow() {
    let wider = Flat<Stop>(ground.crewCount * room * 2, Board.blank)
    for one in 0..<ground.crewCount {
      (wider.base + one * room * 2).update(from: stops.base + one * room, count: room)
    }
    stops = wider
    room *= 2
  }
}
