public import DayPlan
public import Domain

extension PlanOption {
  /// All that it changes as one step, its customers' messages with it, but for what somebody has struck out.
  ///
  /// What stands in the way of another goes first; where visits change places, one is taken back for a moment.
  public func proposal(
    dropping dropped: Set<WorkOrder.ID> = [], verb: String, in context: VerbContext
  ) -> Proposal {
    let kept = PlanChange.inOrder(changes.filter { !dropped.contains($0.id) }, in: context.office)
    var commands: [Command] = []
    var warnings: [String] = []
    for step in kept {
      guard let order = context.office.order(step.change.id) else { continue }
      let change = step.change
      guard let technician = change.to.technician, let start = change.to.start else {
        commands.append(.unassignVisit(order.id, UnassignVisit(replacing: order.technician)))
        let message = Telling.newTime("postponed", of: order, with: verb, isQuiet: false, in: context)
        commands += message.commands
        warnings += [message.warning].compactMap(\.self)
        continue
      }
      if step.isTakenBack {
        commands.append(.unassignVisit(order.id, UnassignVisit(replacing: change.from.technician)))
        continue
      }
      if change.from.technician == nil || step.wasTakenBack {
        let assignment = AssignVisit(
          visit: order.openVisit?.id ?? context.newID(), technician: technician, start: start,
          length: change.to.length, replacing: nil)
        commands.append(.assignVisit(order.id, assignment))
        guard step.wasTakenBack, start != change.from.start else { continue }
        let message = Telling.newTime("time", of: order, with: verb, isQuiet: false, in: context)
        commands += message.commands
        warnings += [message.warning].compactMap(\.self)
        continue
      }
      let move = MoveVisit(
        start: start, length: change.to.length,
        technician: technician == change.from.technician ? nil : technician,
        replacingStart: order.openVisit?.start, replacingTechnician: change.from.technician)
      let one = Proposal(verb: verb, commands: [.moveVisit(order.id, move)]).tellingCustomers(in: context)
      commands += one.commands
      warnings += one.warnings
    }
    return Proposal(
      verb: verb, commands: commands, orders: changes.filter { !dropped.contains($0.id) }.map(\.number),
      acceptsWarnings: true, warnings: warnings)
  }
}

extension PlanChange {
  /// A change in its turn, or the half of one that makes room for others.
  struct Step {
    let change: PlanChange
    var isTakenBack = false
    var wasTakenBack = false
  }

  /// Changes one after the other so that none meets one that has not moved yet, nor comes too near to drive there.
  static func inOrder(_ changes: [PlanChange], in office: Office) -> [Step] {
    var waiting = changes
    var isOut: Set<WorkOrder.ID> = []
    var steps: [Step] = []
    while !waiting.isEmpty {
      let next = waiting.firstIndex { change in
        !waiting.contains {
          $0.id != change.id && !isOut.contains($0.id) && change.wants(placeOf: $0, in: office)
        }
      }
      if let next {
        let change = waiting.remove(at: next)
        steps.append(Step(change: change, wasTakenBack: isOut.contains(change.id)))
      } else if let stuck = waiting.first(where: { !isOut.contains($0.id) && $0.from.technician != nil }) {
        isOut.insert(stuck.id)
        steps.append(Step(change: stuck, isTakenBack: true))
      } else {
        return steps + waiting.map { Step(change: $0, wasTakenBack: isOut.contains($0.id)) }
      }
    }
    return steps
  }

  /// Whether it goes where another one still stands, or nearer to it than the way between the two is long.
  private func wants(placeOf other: PlanChange, in office: Office) -> Bool {
    guard to.technician == other.from.technician, let mine = to.range, let theirs = other.from.range else {
      return false
    }
    func place(_ change: PlanChange) -> Coordinates? {
      office.site(office.order(change.id)?.site)?.coordinates
    }
    let isBefore = mine.start < theirs.start
    let (first, then) = isBefore ? (mine, theirs) : (theirs, mine)
    let way = office.travelTime(
      from: place(isBefore ? self : other), to: place(isBefore ? other : self), at: first.end)
    return first.end + way > then.start
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
    let customers = kept.filter { change in
      change.from.technician != nil && change.from.start != change.to.start
        && office.order(change.id)?.customerKnowsTime == true
    }
    return (technicians, customers.map(\.id))
  }
}
