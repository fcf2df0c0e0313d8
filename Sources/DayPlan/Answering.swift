public import Domain
import Planner

extension Office {
  /// Works out what a question comes to, for somebody of a role. Pure: the same office, instant and rules give the
  /// same answer, and none of its options is one that the office would refuse.
  ///
  /// `isCancelled` is asked now and then; then there is no answer. `first` hears of an answer that may get better.
  public func answer(
    _ question: PlanQuestion, at now: Timestamp, for role: Role? = nil, rules: PlanRules = .usual,
    isCancelled: @escaping () -> Bool = { false }, first: (PlanAnswer) -> Void = { _ in }
  ) -> PlanAnswer? {
    var asking = Asking(
      office: self, now: now, role: role, rules: rules, index: scheduleIndex(at: now),
      isCancelled: isCancelled)
    guard let whole = asking.whole(question) else {
      return PlanAnswer(question, [], else: asking.isSomebodyHere ? .beyondReckoning : .nobodyWorks)
    }
    // Work may run into a break and put it off. What would begin in one is looked for another time.
    for _ in 0..<Asking.mostCuts {
      guard let answer = asking.answer(question, { first($0.weighed(by: whole).passable) }) else {
        return nil
      }
      let resting = answer.options.flatMap { $0.refused + $0.leftOut }.filter { $0.rest != nil }
      if resting.isEmpty { return answer.weighed(by: whole).passable }
      for one in resting { if let rest = one.rest { asking.cuts[one.id, default: []].append(rest) } }
    }
    return asking.answer(question, { first($0.weighed(by: whole).passable) })?.weighed(by: whole).passable
  }
}

/// One question on its way.
struct Asking {
  let office: Office
  let now: Timestamp
  let role: Role?
  let rules: PlanRules
  let index: ScheduleIndex
  let isCancelled: () -> Bool
  /// When somebody would have to begin in a break.
  var cuts: [WorkOrder.ID: [TimeRange]] = [:]

  /// How often what was refused is looked for another time.
  static let mostCuts = 3

  func answer(_ question: PlanQuestion, _ first: (PlanAnswer) -> Void) -> PlanAnswer? {
    switch question {
    case .waiting(let orders): waiting(orders, first)
    case .away(let technician): away(technician, first)
    case .route(let technician): route(technician)
    case .among(let technicians): among(technicians)
    case .late(let technician): late(technician)
    case .urgent(let order): urgent(order)
    case .fill(let technician, let instant): fill(technician, at: instant)
    case .together(let order): together(order)
    }
  }

  func day(
    taking: [WorkOrder.ID] = [], rehoming: RunningDay.Rehoming? = nil, without: Set<Technician.ID> = [],
    staying: [Technician.ID: Span] = [:], onCallFor trade: Trade? = nil
  ) -> RunningDay? {
    RunningDay(
      office, at: now, rules: rules, taking: taking, rehoming: rehoming ?? .orders(taking), without: without,
      staying: staying, onCallFor: trade, for: role, cuts: cuts, index: index)
  }

  /// Whether somebody works today, whatever else is wrong.
  var isSomebodyHere: Bool {
    !Crew(office, index, rules).members.isEmpty
  }

  /// The day with everybody and all that waits, whatever is asked: figures of different questions are of one day.
  func whole(_ question: PlanQuestion) -> RunningDay? {
    var asked: [WorkOrder.ID] = []
    var trade: Trade?
    var staying: [Technician.ID: Span] = [:]
    switch question {
    case .waiting(let orders): asked = orders
    case .urgent(let order), .together(let order): (asked, trade) = ([order], office.order(order)?.trade)
    case .late(let technician): staying = self.staying(technician)
    case .away, .route, .among, .fill: break
    }
    let waiting = office.waiting(at: now)
    return RunningDay(
      office, at: now, rules: rules, taking: waiting + asked.filter { !waiting.contains($0) },
      staying: staying, onCallFor: trade, for: role, index: index)
  }
}

extension Office {
  /// The orders that nobody has and that can be done today.
  func waiting(at now: Timestamp) -> [WorkOrder.ID] {
    let today = today(at: now)
    return orders.unordered.filter { order in
      order.isUnassigned && order.hold == nil && order.postponedTo.map { $0 <= today } ?? true
        && order.window.map { zone.date(at: $0.start) <= today } ?? true
        && (order.openVisit?.start).map { zone.date(at: $0) <= today } ?? true
    }.sorted { ($0.priority, $0.number) < ($1.priority, $1.number) }.map(\.id)
  }
}
