public import DayPlan
public import Domain

extension PlanOption {
  /// All that it changes as one step, its messages with it, but for what somebody has struck out. The step is judged
  /// where all of it stands, and passes the warnings that stand beside its lines, and no other.
  public func proposal(
    dropping dropped: Set<WorkOrder.ID> = [], verb: String, in context: VerbContext
  ) -> Proposal {
    let kept = judged(dropping: dropped)
    var proposal = Proposal(verb: verb, commands: [], orders: kept.map(\.number))
    for change in kept {
      guard let order = context.office.order(change.id) else { continue }
      guard let technician = change.to.technician, let start = change.to.start else {
        let back = handingBack(order, with: verb, in: context)
        proposal.commands += back.commands
        proposal.warnings += back.warnings
        continue
      }
      proposal.commands.append(
        change.from.technician == nil
          ? .assignVisit(
            order.id,
            AssignVisit(
              visit: order.openVisit?.id ?? context.newID(), technician: technician, start: start,
              length: change.to.length, replacing: nil))
          : .moveVisit(
            order.id,
            MoveVisit(
              start: start, length: change.to.length,
              technician: technician == change.from.technician ? nil : technician,
              replacingStart: order.openVisit?.start, replacingTechnician: change.from.technician)))
    }
    proposal.isJudgedTogether = true
    proposal.acceptedWarnings = kept.flatMap(\.broken).filter { $0.severity == .warn }
    return proposal.tellingCustomers(in: context).namingVendors(in: context)
  }

  /// Takes a visit from its technician for nobody, who hears of it, and so does a customer who counts on it.
  private func handingBack(
    _ order: WorkOrder, with verb: String, in context: VerbContext
  ) -> (commands: [Command], warnings: [String]) {
    let commands =
      Telling.losing(order, with: verb, in: context)
      + [.unassignVisit(order.id, UnassignVisit(replacing: order.technician))]
    guard order.countsOnItsVisit else { return (commands + Telling.untrue(of: order, with: verb), []) }
    let message = Telling.newTime("postponed", of: order, with: verb, isQuiet: false, in: context)
    return (commands + message.commands, [message.warning].compactMap(\.self))
  }
}

extension WorkOrder {
  /// Whether its customer knows when somebody comes, and was not promised a later time since than that of its visit.
  fileprivate var countsOnItsVisit: Bool {
    guard customerKnowsTime, let promise = openPromise, let start = openVisit?.start else {
      return customerKnowsTime
    }
    return promise.start <= start
  }
}

extension PlanOption {
  /// Who hears of it: technicians whose day changes, and the orders whose customers get a message.
  public func affected(
    dropping dropped: Set<WorkOrder.ID> = [], in office: Office
  ) -> (technicians: [Technician.ID], customers: [WorkOrder.ID]) {
    let kept = changes.filter { !dropped.contains($0.id) }
    var technicians: [Technician.ID] = []
    for id in kept.flatMap({ [$0.from.technician, $0.to.technician] }).compactMap(\.self)
    where !technicians.contains(id) {
      technicians.append(id)
    }
    return (technicians, kept.filter { $0.isHeardOf(by: office.order($0.id)) }.map(\.id))
  }
}

extension PlanChange {
  /// Whether the customer of its order is to hear of it.
  fileprivate func isHeardOf(by order: WorkOrder?) -> Bool {
    guard let order else { return false }
    guard to.technician != nil, let start = to.start else {
      return from.technician != nil && order.countsOnItsVisit
    }
    return from.technician == nil ? order.hears(ofVisitAt: start) : order.hears(ofMoveTo: start)
  }
}
