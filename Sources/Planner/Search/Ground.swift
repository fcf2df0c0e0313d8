/// A problem compiled once into flat integers: what every search, suggestion and explanation reads and none writes.
///
/// Visits and technicians are put in an order of their own numbers, so that neither the order of a file nor the
/// names in it can change a plan.
public final class Ground: @unchecked Sendable {
  // Sendable although it holds memory of its own: nothing is written after `init`.
  public let problem: Problem
  let order: Order
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
  public convenience init(_ problem: Problem) throws(ProblemFault) {
    if let fault = problem.fault { throw fault }
    let order = Order(problem)
    let tables = Tables(problem, order)
    let fit = tables.fit()
    let near = NearList(problem.travel, tables)
    let homes = HomeList(problem.travel, tables, fit)
    self.init(problem, order, tables, fit, near, homes)
  }

  init(
    _ problem: Problem, _ order: Order, _ tables: Tables, _ fit: consuming Flat<Int32>,
    _ near: consuming NearList, _ homes: consuming HomeList
  ) {
    self.problem = problem
    self.order = order
    visits = Flat(tables.visits)
    crew = Flat(tables.crew)
    spans = Flat(tables.spans)
    needs = Flat(tables.needs)
    parts = tables.parts
    stock = Flat(tables.stock)
    openings = tables.openings
    self.fit = fit
    nearCount = near.count
    self.near = near.take()
    homeCount = homes.count
    self.homes = homes.take()
  }

  /// The table of travel, for what reads it many times.
  @inline(__always) var travelBase: UnsafeMutablePointer<Int32> { problem.travel.outward.base }
  @inline(__always) var travelPlaces: Int { problem.travel.places }
  @inline(__always) var visitCount: Int { visits.count }
  @inline(__always) var crewCount: Int { crew.count }
}

extension Ground {
  var visitOrder: [Int] { order.visits }
  var visitRank: [Int] { order.visitRank }
  var crewOrder: [Int] { order.crew }
  var crewRank: [Int] { order.crewRank }
}
