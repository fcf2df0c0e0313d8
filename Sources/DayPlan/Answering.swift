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
    taking: [WorkOrder.ID] = [], without: Set<Technician.ID> = [], staying: [Technician.ID: Span] = [:],
    onCallFor trade: Trade? = nil
  ) -> RunningDay? {
    RunningDay(
      office, at: now, rules: rules, taking: taking, without: without, staying: staying, onCallFor: trade,
      for: role, cuts: cuts, index: index)
  }

  /// Whether somebody works today, whatever else is wrong.
  var isSomebodyHere: Bool {
    !Crew(office, index, rules, without: [], punctual: [], staying: [:], onCallFor: nil).members.isEmpty
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

extension PlanAnswer {
  init(_ question: PlanQuestion, _ options: [PlanOption], else nothing: Nothing) {
    self.init(question: question, options: options, nothing: options.isEmpty ? nothing : nil)
  }

  fileprivate func weighed(by whole: RunningDay) -> PlanAnswer {
    var options = options
    let shares = options.isEmpty ? [] : whole.shares()
    let before = shares.reduce(into: DayFigures()) { $0 += $1 }
    for index in options.indices {
      options[index].whole = whole
      options[index].shares = shares
      options[index].before = before
      options[index].complete = whole.figures(with: options[index].changes, from: shares)
    }
    return PlanAnswer(
      question: question, options: options, nothing: nothing, isFirst: isFirst, staying: staying)
  }

  /// Without the options that the office would refuse.
  fileprivate var passable: PlanAnswer {
    let passable = options.filter(\.refused.isEmpty)
    return PlanAnswer(
      question: question, options: passable,
      nothing: passable.isEmpty ? nothing ?? .refused(options.first?.refused.first?.rule) : nil,
      isFirst: isFirst, staying: staying)
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

extension Asking {
  private func waiting(_ orders: [WorkOrder.ID], _ first: (PlanAnswer) -> Void) -> PlanAnswer? {
    let question = PlanQuestion.waiting(orders)
    for order in orders.compactMap({ office.order($0) }) {
      if order.isEnded || !(order.openVisit?.activeAssignment?.status.isAhead ?? true) {
        return PlanAnswer(question, [], else: .underWay(order.id))
      }
      if let holder = order.technician { return PlanAnswer(question, [], else: .taken(order.id, holder)) }
    }
    let taking = orders.isEmpty ? office.waiting(at: now) : orders
    guard let day = day(taking: taking) else { return PlanAnswer(question, [], else: .nobodyWorks) }
    guard day.jobs.contains(where: { $0.holder == nil && $0.order != nil }) else {
      return PlanAnswer(question, [], else: .nothingWaits)
    }
    return day.homes(for: question, else: .nothingWaits, isCancelled, first)
  }

  private func away(_ technician: Technician.ID, _ first: (PlanAnswer) -> Void) -> PlanAnswer? {
    let question = PlanQuestion.away(technician)
    guard let day = day(without: [technician]) else { return PlanAnswer(question, [], else: .nobodyWorks) }
    guard day.jobs.contains(where: { $0.order?.technician == technician }) else {
      return PlanAnswer(question, [], else: .nothingAhead(technician))
    }
    return day.homes(for: question, else: .nothingAhead(technician), isCancelled, first)
  }

  func route(_ technician: Technician.ID) -> PlanAnswer {
    let question = PlanQuestion.route(technician)
    guard let day = day(), let member = day.member(technician), !day.crew[member].ahead.isEmpty else {
      return PlanAnswer(question, [], else: .nothingAhead(technician))
    }
    guard let after = day.better(member, tries: min(rules.tries, 3_000)) else {
      return PlanAnswer(question, [], else: .bestAlready(technician))
    }
    let option = day.option(.reordered(technician), day.spots(of: after))
    return PlanAnswer(question, [option].compactMap(\.self), else: .bestAlready(technician))
  }
}

extension RunningDay {
  /// The whole plan with somebody's visits in the order that costs least; nil where that is worth no change.
  ///
  /// What was told and promised to nobody may begin later: that his day becomes another one is what was asked for.
  fileprivate func better(_ member: Int, tries: Int) -> Plan? {
    var loose = problem
    for visit in crew[member].ahead {
      guard let job = places[visit.order] else { continue }
      loose.visits[job].due = jobs[job].due.map(seconds)
    }
    guard let ground = try? Ground(loose),
      let better = ground.optimise(member, in: plan, iterations: tries),
      better.costAfter.total + rules.movedStart < better.costBefore.total
    else { return nil }
    var after = plan
    after.routes.removeAll { $0.technician == member }
    after.routes.append(better.after)
    return after
  }
}
