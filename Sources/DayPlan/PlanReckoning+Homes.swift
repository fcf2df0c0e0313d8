import Domain
import Planner

extension PlanReckoning {
  func waiting(
    _ orders: [WorkOrder.ID], _ question: PlanQuestion, _ first: (PlanAnswer) -> Void
  ) -> PlanAnswer? {
    for order in orders.compactMap({ office.order($0) }) {
      if order.isEnded || !(order.openVisit?.activeAssignment?.status.isAhead ?? true) {
        return PlanAnswer(question, [], else: .underWay(order.id))
      }
      if let holder = order.technician { return PlanAnswer(question, [], else: .taken(order.id, holder)) }
    }
    let (taking, sooner) = orders.isEmpty ? waitingThen : (orders: orders, sooner: [])
    // Who asks for some orders asks about nobody else's trouble.
    guard let day = day(taking: taking, rehoming: orders.isEmpty ? .all : .orders(orders)) else {
      return nothing(question, .nobodyWorks)
    }
    guard day.pieces.contains(where: { $0.holder == nil && $0.order != nil }) else {
      return nothing(question, .nothingWaits)
    }
    let answer = day.homes(for: question, else: .nothingWaits, isCancelled) {
      first(on(planned, $0).leaving(sooner, in: office))
    }
    return answer.map { on(planned, $0).leaving(sooner, in: office) }
  }

  func away(
    _ technician: Technician.ID, _ question: PlanQuestion, _ first: (PlanAnswer) -> Void
  ) -> PlanAnswer? {
    // Who is here and goes later keeps what begins before he does.
    let isLater = planned.isToday && office.isAwayLater(technician, at: now)
    guard let day = day(rehoming: .of(technician), without: isLater ? [] : [technician]) else {
      return nothing(question, .nobodyWorks)
    }
    let further = furtherVisits(lostBy: technician)
    guard day.pieces.contains(where: { $0.holder == nil && $0.order?.technician == technician }) else {
      return nothing(
        question, further.isEmpty ? .nothingAhead(technician) : .furtherAlone(technician, further))
    }
    return day.homes(for: question, else: .nothingAhead(technician), isCancelled) {
      first(on(planned, $0).leaving(further))
    }.map { on(planned, $0).leaving(further) }
  }

  func route(_ technician: Technician.ID, _ question: PlanQuestion) -> PlanAnswer {
    guard let day = day(), let member = day.member(technician), !day.crew[member].ahead.isEmpty else {
      return nothing(question, .nothingAhead(technician))
    }
    guard let after = day.better(member, tries: min(rules.tries, 3_000)) else {
      return nothing(question, .bestAlready(technician))
    }
    let option = day.option(.reordered(technician), day.spots(of: after))
    return on(planned, PlanAnswer(question, [option].compactMap(\.self), else: .bestAlready(technician)))
  }
}

extension PlanReckoning {
  /// What waits on the day, and apart from it the work that is due before: somebody in his own hours can begin it till
  /// then, or it is what those on call are there for.
  var waitingThen: (orders: [WorkOrder.ID], sooner: [(order: WorkOrder, at: Timestamp)]) {
    let waiting = office.waiting(on: planned, at: now)
    let due = office.dueSooner(waiting, than: planned, at: now)
    guard !due.isEmpty else { return (waiting, []) }
    let first = firstAtWork
    let sooner = due.filter { order, at in
      // Whoever is free is so from a whole minute on.
      order.priority <= rules.onCallFor || first.map { $0 <= max(at, now + .minutes(1)) } ?? false
    }
    let apart = Set(sooner.map(\.order.id))
    return (waiting.filter { !apart.contains($0) }, sooner)
  }

  /// From when on somebody works in his own hours, now or before the day that is planned.
  private var firstAtWork: Timestamp? {
    var day = office.today(at: now)
    while day < planned.day {
      let crew = Crew(office, index, on: PlannedDay(office, day, at: now)).members
      let own = crew.filter { $0.onCall == nil && $0.free < $0.shift.end }
      if let first = own.map({ $0.underWay.isEmpty ? $0.free : now }).min() { return first }
      day = day.adding(days: 1)
    }
    return nil
  }

  func nothing(_ question: PlanQuestion, _ nothing: PlanAnswer.Nothing) -> PlanAnswer {
    on(planned, PlanAnswer(question, [], else: nothing))
  }

  /// An answer that says which day it is about, where that is not today.
  func on(_ planned: PlannedDay, _ answer: PlanAnswer) -> PlanAnswer {
    var answer = answer
    answer.day = planned.isToday ? nil : planned.day
    return answer
  }
}

extension PlanAnswer {
  /// The same where this urgent work stays, because it is due before the day that is planned.
  fileprivate func leaving(_ sooner: [(order: WorkOrder, at: Timestamp)], in office: Office) -> PlanAnswer {
    var answer = self
    let left = sooner.map { PlanLeft(id: $0.order.id, number: $0.order.number, verdict: .dueSooner($0.at)) }
    for index in answer.options.indices {
      answer.options[index].left = (answer.options[index].left + left).urgentFirst(in: office)
    }
    return answer
  }
}

extension RunningDay {
  /// The whole plan with somebody's visits in the order that costs least; nil where that is worth no change.
  ///
  /// What was told and promised to nobody may begin later: that his day becomes another one is what was asked for.
  fileprivate func better(_ member: Int, tries: Int) -> Plan? {
    var loose = problem
    for visit in crew[member].ahead {
      guard let piece = places[visit.order] else { continue }
      loose.visits[piece].due = pieces[piece].due.map(seconds)
    }
    guard let ground = loose.ground,
      let better = ground.optimise(member, in: plan, iterations: tries),
      better.costAfter.total + rules.movedStart < better.costBefore.total
    else { return nil }
    var after = plan
    after.routes.removeAll { $0.technician == member }
    after.routes.append(better.after)
    return after
  }
}
