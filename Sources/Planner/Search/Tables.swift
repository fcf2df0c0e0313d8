/// The rows that a ground is made of, in the search's order.
struct Tables {
  let problem: Problem
  let order: Order
  private(set) var visits: [VisitRow] = []
  private(set) var crew: [CrewRow] = []
  private(set) var spans: [Span] = []
  private(set) var needs: [Span] = []
  private(set) var stock: [Int32] = []
  private(set) var openings: [[Int]] = []
  private(set) var parts = 0

  init(_ problem: Problem, _ order: Order) {
    (self.problem, self.order) = (problem, order)
    parts = max(
      problem.technicians.map(\.stock.count).max() ?? 0,
      problem.visits.flatMap { $0.parts.map { $0.index + 1 } }.max() ?? 0)
    for index in order.crew { add(problem.technicians[index]) }
    for index in order.visits { add(problem.visits[index]) }
  }

  /// What it costs that a visit is a technician's, for all pairs.
  func fit() -> Flat<Int32> {
    let fit = Flat<Int32>(visits.count * crew.count, Ground.ineligible)
    for visit in visits.indices {
      for one in crew.indices { fit.base[visit * crew.count + one] = self.fit(visit, one) }
    }
    return fit
  }

  /// The same for one pair, by the search's order of both.
  func fit(_ rank: Int, _ column: Int) -> Int32 {
    let visit = problem.visits[order.visits[rank]]
    let one = order.crew[column]
    guard problem.misfit(of: visit, with: problem.technicians[one], numbered: one) == nil else {
      return Ground.ineligible
    }
    var cost = 0
    if !visit.preferred.isEmpty, !visit.preferred.contains(one) { cost += problem.weights.notPreferred }
    if let told = visit.published, told.technician != one { cost += problem.weights.changedTechnician }
    return Int32(cost)
  }
}

extension Tables {
  private mutating func add(_ one: Problem.Technician) {
    let lunch = one.lunch
    crew.append(
      CrewRow(
        start: Int32(one.start), end: Int32(one.end), shiftStart: Int32(one.shiftStart),
        shiftEnd: Int32(one.shiftEnd), limit: Int32(one.shiftEnd + one.maxOvertime),
        lunch: Int32(lunch?.duration ?? 0), lunchEarliest: Int32(lunch?.earliest ?? 0),
        lunchLatest: lunch.map { Int32($0.latest) } ?? -VisitRow.never, priorWork: one.priorWork))
    for part in 0..<parts { stock.append(part < one.stock.count ? Int32(one.stock[part]) : 0) }
    openings.append(one.opening.map { order.visitRank[$0] })
  }

  private mutating func add(_ visit: Problem.Visit) {
    let windows = Tables.joined(visit.windows, release: visit.release)
    let never = VisitRow.never
    let first = windows.first ?? Span(begin: never, end: -never)
    let second = windows.count > 1 ? windows[1] : Span(begin: never, end: -never)
    let weights = problem.weights
    let rate = weights.late[visit.priority]
    let told = visit.published
    let row = VisitRow(
      place: Int32(visit.place), duration: Int32(visit.duration), begin0: first.begin, end0: first.end,
      begin1: second.begin, end1: second.end, lastEnd: windows.last?.end ?? -never,
      moreFirst: Int32(spans.count), moreCount: Int32(max(0, windows.count - 2)),
      due: rate > 0 ? visit.due.map { Int32($0) } ?? never : never,
      toldTo: told.map { $0.technician < 0 ? VisitRow.none : Int32(order.crewRank[$0.technician]) }
        ?? VisitRow.none,
      toldStart: told.map { Int32($0.start) } ?? 0, partsFirst: Int32(needs.count),
      partsCount: Int32(visit.parts.count), lateRate: rate,
      penalty: weights.unserved[visit.priority] + (told == nil ? 0 : weights.changedTechnician))
    visits.append(row)
    spans += windows.dropFirst(2)
    needs += visit.parts.map { Span(begin: Int32($0.index), end: Int32($0.amount)) }
  }

  /// Windows in order, cut by the release, those that touch made one.
  static func joined(_ windows: [ClosedRange<Int>], release: Int) -> [Span] {
    if windows.count == 1, let only = windows.first {
      guard only.upperBound >= release else { return [] }
      return [Span(begin: Int32(max(release, only.lowerBound)), end: Int32(only.upperBound))]
    }
    var joined: [Span] = []
    for window in windows.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) })
    where window.upperBound >= release {
      let span = Span(begin: Int32(max(release, window.lowerBound)), end: Int32(window.upperBound))
      if let last = joined.last, span.begin <= last.end + 1 {
        joined[joined.count - 1].end = max(last.end, span.end)
      } else {
        joined.append(span)
      }
    }
    return joined
  }
}
