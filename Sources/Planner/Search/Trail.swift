/// What an iteration has touched, so that it can be taken back by copying only that.
struct Trail: ~Copyable {
  private var stops: Flat<Stop>
  private var room: Int
  private let routes: Flat<Route>
  private let used: Flat<Int32>
  private let stamps: Flat<Int>
  private let touched: Flat<Int32>
  private(set) var touchedCount = 0
  private var stamp = 0
  let open: Flat<Int32>
  private(set) var openCount = 0
  private(set) var unserved = 0
  private(set) var routesCost = 0

  init(_ ground: Ground) {
    let crew = ground.crewCount
    room = 0
    stops = Flat(0, Trail.blank)
    routes = Flat(crew, Route(count: 0, opening: 0, travel: 0, service: 0, extra: 0, late: 0, version: 0))
    used = Flat(crew * ground.parts, 0)
    stamps = Flat(crew, 0)
    touched = Flat(crew, 0)
    open = Flat(ground.visitCount, VisitRow.none)
  }

  private static let blank = Stop(
    visit: VisitRow.none, place: 0, onward: 0, ready0: 0, ready1: 0, latest0: 0, latest1: 0, calm0: 0,
    calm1: 0,
    cost0: 0, cost1: 0)

  mutating func begin(_ open: borrowing Flat<Int32>, _ openCount: Int, _ unserved: Int, _ routesCost: Int) {
    stamp += 1
    touchedCount = 0
    self.openCount = openCount
    self.unserved = unserved
    self.routesCost = routesCost
    self.open.base.update(from: open.base, count: openCount)
  }

  /// Remembers a route before its first change.
  @inline(__always) mutating func touch(_ one: Int, _ board: borrowing Board) {
    if stamps.base[one] == stamp { return }
    stamps.base[one] = stamp
    touched.base[touchedCount] = Int32(truncatingIfNeeded: one)
    touchedCount += 1
    if room != board.room { widen(board.room) }
    routes.base[one] = board.routes.base[one]
    let count = Int(board.routes.base[one].count) + 2
    (stops.base + one * room).update(from: board.route(one), count: count)
    let parts = board.ground.parts
    (used.base + one * parts).update(from: board.used.base + one * parts, count: parts)
  }

  /// Puts every touched route back.
  mutating func undo(_ board: inout Board) {
    for index in 0..<touchedCount {
      let one = Int(touched.base[index])
      let base = board.route(one)
      let count = Int(board.routes.base[one].count)
      var stop = 1
      while stop <= count {
        board.owner.base[Int(base[stop].visit)] = VisitRow.none
        stop += 1
      }
    }
    for index in 0..<touchedCount {
      let one = Int(touched.base[index])
      let before = routes.base[one]
      let now = board.routes.base[one]
      board.add(before.travel + before.service - now.travel - now.service, to: one)
      board.routes.base[one] = before
      let base = board.route(one)
      base.update(from: stops.base + one * room, count: Int(before.count) + 2)
      var stop = 1
      while stop <= Int(before.count) {
        board.owner.base[Int(base[stop].visit)] = Int32(truncatingIfNeeded: one)
        stop += 1
      }
      let parts = board.ground.parts
      (board.used.base + one * parts).update(from: used.base + one * parts, count: parts)
    }
  }

  @inline(__always) func isTouched(_ one: Int) -> Bool { stamps.base[one] == stamp }

  /// Routes have grown: what is remembered moves along.
  private mutating func widen(_ wider: Int) {
    let crew = routes.count
    let copy = Flat<Stop>(crew * wider, Trail.blank)
    for one in 0..<crew where room > 0 {
      (copy.base + one * wider).update(from: stops.base + one * room, count: room)
    }
    stops = copy
    room = wider
  }
}
