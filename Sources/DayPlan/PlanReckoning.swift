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
    var reckoning = PlanReckoning(
      office: self, now: now, role: role, rules: rules, index: scheduleIndex(at: now),
      planned: PlannedDay(self, at: now), isCancelled: isCancelled)
    reckoning.planned = reckoning.day(of: question)
    reckoning.delays = question.delays
    guard let whole = reckoning.whole(question) else {
      return PlanAnswer(
        question, [], else: reckoning.isSomebodyHere ? .beyondReckoning : .nobodyWorks, on: reckoning.planned)
    }
    return reckoning.answer(question, { first($0.weighed(by: whole).passable) })?.weighed(by: whole).passable
  }
}

/// One question on its way.
struct PlanReckoning {
  let office: Office
  let now: Timestamp
  let role: Role?
  let rules: PlanRules
  let index: ScheduleIndex
  /// The day that is planned.
  var planned: PlannedDay
  let isCancelled: () -> Bool
  /// How much later than is known somebody begins.
  var delays: [Technician.ID: Span] = [:]

  func answer(_ question: PlanQuestion, _ first: (PlanAnswer) -> Void) -> PlanAnswer? {
    switch question {
    case .waiting(let orders, _): waiting(orders, question, first)
    case .away(let technician, _): away(technician, question, first)
    case .route(let technician, _): route(technician, question)
    case .among(let technicians, _): among(technicians, question)
    case .late(let technician, let day, _): late(technician, on: day, question)
    case .urgent(let order, _): urgent(order, question)
    case .fill(let technician, let instant): fill(technician, at: instant)
    case .together(let order, _): together(order, question)
    }
  }

  /// The day that is planned; a site is taken to be open for work that would be late by waiting for it to open.
  func day(
    taking: [WorkOrder.ID] = [], rehoming: RunningDay.Rehoming? = nil, without: Set<Technician.ID> = []
  ) -> RunningDay? {
    func day(letIn: Set<WorkOrder.ID>) -> RunningDay? {
      RunningDay(
        office, at: now, on: planned.day, rules: rules, taking: taking,
        rehoming: rehoming ?? .orders(taking), without: without, for: role, letIn: letIn,
        delays: delays, index: index)
    }
    guard let open = day(letIn: []) else { return nil }
    let pressing = open.cannotWait
    return pressing.isEmpty ? open : day(letIn: pressing)
  }

  /// The day that a question is about: of work that waits, where no day was said, the first on which somebody has hours
  /// of his own or is on call for something of it.
  func day(of question: PlanQuestion) -> PlannedDay {
    let today = PlannedDay(office, at: now)
    switch question {
    case .waiting(let orders, nil):
      return firstDay(for: orders.isEmpty ? office.waiting(on: today, at: now) : orders)
    case .urgent(let order, nil), .together(let order, nil):
      return firstDay(for: [order], from: office.order(order).map { office.day(for: $0, at: now) })
    case .waiting, .route, .among, .away, .late, .urgent, .together:
      return PlannedDay(office, question.day, at: now)
    case .fill(_, let instant?): return PlannedDay(office, office.zone.date(at: instant), at: now)
    case .fill: return today
    }
  }

  private func firstDay(for orders: [WorkOrder.ID], from date: CivilDate? = nil) -> PlannedDay {
    let asked = orders.compactMap { office.order($0) }
    return office.plannedDay(date, index) { member in
      member.free < member.shift.end
        && (member.onCall == nil || asked.contains { member.answers(for: $0, rules) })
    }
  }

  /// Whether somebody works today, whatever else is wrong.
  var isSomebodyHere: Bool {
    !Crew(office, index, on: planned).members.isEmpty
  }

  /// The day with everybody and all that waits, whatever is asked: figures of different questions are of one day.
  func whole(_ question: PlanQuestion) -> RunningDay? {
    var asked: [WorkOrder.ID] = []
    switch question {
    case .waiting(let orders, _): asked = orders
    case .urgent(let order, _), .together(let order, _): asked = [order]
    case .away, .route, .among, .fill, .late: break
    }
    let waiting = office.waiting(on: planned, at: now)
    return RunningDay(
      office, at: now, on: planned.day, rules: rules,
      taking: waiting + asked.filter { !waiting.contains($0) },
      for: role, delays: delays, index: index)
  }
}
