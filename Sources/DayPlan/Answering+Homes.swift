import Domain
import Planner

extension Asking {
  func waiting(_ orders: [WorkOrder.ID], _ first: (PlanAnswer) -> Void) -> PlanAnswer? {
    let question = PlanQuestion.waiting(orders)
    for order in orders.compactMap({ office.order($0) }) {
      if order.isEnded || !(order.openVisit?.activeAssignment?.status.isAhead ?? true) {
        return PlanAnswer(question, [], else: .underWay(order.id))
      }
      if let holder = order.technician { return PlanAnswer(question, [], else: .taken(order.id, holder)) }
    }
    let taking = orders.isEmpty ? office.waiting(at: now) : orders
    // Who asks for some orders asks about nobody else's trouble.
    guard let day = day(taking: taking, rehoming: orders.isEmpty ? .all : .orders(orders)) else {
      return PlanAnswer(question, [], else: .nobodyWorks)
    }
    guard day.jobs.contains(where: { $0.holder == nil && $0.order != nil }) else {
      return PlanAnswer(question, [], else: .nothingWaits)
    }
    return day.homes(for: question, else: .nothingWaits, isCancelled, first)
  }

  func away(_ technician: Technician.ID, _ first: (PlanAnswer) -> Void) -> PlanAnswer? {
    let question = PlanQuestion.away(technician)
    // Who is here and goes later keeps what begins before he does.
    let gone: Set<Technician.ID> = office.isAwayLater(technician, at: now) ? [] : [technician]
    guard let day = day(rehoming: .of(technician), without: gone) else {
      return PlanAnswer(question, [], else: .nobodyWorks)
    }
    guard day.jobs.contains(where: { $0.holder == nil && $0.order?.technician == technician }) else {
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
