import Domain

/// The customer's message that goes with an action, in the same submission.
enum Telling {
  /// The message as a command; nil when it is switched off or the office knows no way to the customer.
  static func command(
    _ template: String, of order: WorkOrder, with verb: String, in context: VerbContext
  ) -> Command? {
    guard context.office.canBeTold(.customer, of: order) else { return nil }
    return .sendMessage(
      order.id, context.message(to: .customer, .template(template), of: order, cause: .with(verb)))
  }

  /// Takes back what waits to tell the customer a time: the next words tell him another one.
  static func untrue(of order: WorkOrder, with verb: String) -> [Command] {
    order.messages.filter {
      $0.state == .waiting && $0.to.isOutside && ["time", "late", "postponed"].contains($0.template ?? "")
    }.map { recall($0, of: order, with: verb) }
  }

  /// The message with the time of a visit that was planned while its order was held, where the customer still waits to
  /// hear one.
  static func owedTime(of order: WorkOrder, with verb: String, in context: VerbContext) -> Command? {
    guard order.owesTime || order.openVisit?.start.map(order.countsOnAnotherTime) ?? false,
      order.technician != nil, let start = order.openVisit?.start, start > context.now,
      order.openVisit?.activeAssignment?.status != .tentative
    else { return nil }
    return command("time", of: order, with: verb, in: context)
  }

  /// For an action that changes when somebody comes: the command to tell it, or what has to be said instead.
  static func newTime(
    _ template: String, of order: WorkOrder, with verb: String, isQuiet: Bool, in context: VerbContext
  ) -> (commands: [Command], warning: String?) {
    let wording = Wording(office: context.office, now: context.now)
    let who = context.office.recipient(.customer, of: order).map { wording.recipient($0) } ?? "the customer"
    if isQuiet { return ([.addNote(order.id, AddNote(Wording.keptQuiet(who)))], nil) }
    if let command = command(template, of: order, with: verb, in: context) {
      return (untrue(of: order, with: verb) + [command], nil)
    }
    return ([], Wording.cannotBeTold(order.number, who))
  }
}

extension Proposal {
  /// The same with a message after each visit that moves or is planned at another time than its customer counts on, or
  /// where he was promised to hear one: one submission, so that one undo catches both. Of a time that is over nobody is
  /// told.
  public func tellingCustomers(isQuiet: Bool = false, in context: VerbContext) -> Proposal {
    var told = self
    told.commands = []
    for command in commands {
      told.commands.append(command)
      guard let order = command.retimed(in: context) else { continue }
      let message = Telling.newTime("time", of: order, with: verb, isQuiet: isQuiet, in: context)
      told.commands += message.commands
      told.warnings += [message.warning].compactMap(\.self)
    }
    return told.tellingTechnicians(in: context)
  }

  /// The same with a message to each technician who has heard of a visit by message and loses it to another one, where
  /// it tells him nothing yet.
  func tellingLosers(in context: VerbContext) -> Proposal {
    var told = self
    told.commands = commands.flatMap { command in
      guard let order = command.takenOver(in: context), !commands.contains(where: { $0.callsOff(order.id) })
      else { return [command] }
      return Telling.losing(order, with: verb, in: context) + [command]
    }
    return told
  }

  /// The same with a message to each technician who hears by message that he has a visit or has it no longer, in the
  /// same submission.
  func tellingTechnicians(in context: VerbContext) -> Proposal {
    var told = self
    told.commands = []
    for command in tellingLosers(in: context).commands {
      told.commands.append(command)
      guard let (id, technician) = command.written(in: context), let order = context.office.order(id) else {
        continue
      }
      guard context.office.canBeWritten(to: technician, about: order) else {
        let wording = Wording(office: context.office, now: context.now)
        told.warnings.append(Wording.cannotBeWritten(order.number, wording.technician(technician)))
        continue
      }
      let message = SendMessage(
        id: context.newID(), to: .technician, .template(MessageTemplate.visit), cause: .with(verb))
      told.commands.append(.sendMessage(id, message))
    }
    return told
  }
}

extension Command {
  /// The order whose customer is to hear of the time that it sets.
  fileprivate func retimed(in context: VerbContext) -> WorkOrder? {
    switch self {
    case .assignVisit(let id, let rule):
      guard rule.isTentative != true, rule.furtherVisit == nil, rule.start > context.now,
        let order = context.office.order(id),
        order.hears(ofVisitAt: rule.start) || order.isToldOfAnother(than: rule.technician)
      else { return nil }
      return order
    case .moveVisit(let id, let rule):
      guard let start = rule.start, start > context.now, let order = context.office.order(id),
        order.hears(ofMoveTo: start) || rule.technician.map(order.isToldOfAnother) ?? false
      else { return nil }
      return order
    default: return nil
    }
  }

  /// The order whose visit it takes from one technician for another.
  fileprivate func takenOver(in context: VerbContext) -> WorkOrder? {
    let found: (order: WorkOrder.ID, next: Technician.ID)? =
      if case .assignVisit(let id, let rule) = self {
        (id, rule.technician)
      } else if case .moveVisit(let id, let rule) = self, let technician = rule.technician {
        (id, technician)
      } else {
        nil
      }
    guard let found, let order = context.office.order(found.order),
      let holder = order.openVisit?.activeAssignment?.technician, holder != found.next
    else { return nil }
    return order
  }

  /// Whether it tells whoever has the order's visit that it is gone.
  fileprivate func callsOff(_ id: WorkOrder.ID) -> Bool {
    guard case .sendMessage(id, let message) = self else { return false }
    return message.content == .template(MessageTemplate.gone)
  }

  /// Whom it tells of which order by message; nil for whatever tells nobody, or by phone.
  fileprivate func written(in context: VerbContext) -> (WorkOrder.ID, Technician.ID)? {
    let office = context.office
    func isToday(_ start: Timestamp) -> Bool { office.isOfRunningDay(start, at: context.now) }
    func ifWritten(_ technician: Technician.ID) -> Technician.ID? {
      office.technician(technician)?.toldBy == .message ? technician : nil
    }
    if case .assignVisit(let id, let rule) = self, rule.isTentative != true {
      let visit = office.order(id)?.openVisit
      let holder = visit?.activeAssignment
      let isHis = holder?.technician == rule.technician && holder?.status != .tentative
      let hearsAnew = holder?.status.isTold ?? false && visit?.start != rule.start && rule.start > context.now
      guard isHis ? hearsAnew : rule.isTold ?? isToday(rule.start) else { return nil }
      return ifWritten(rule.technician).map { (id, $0) }
    }
    if case .moveVisit(let id, let rule) = self, let start = rule.start,
      let visit = office.order(id)?.openVisit
    {
      let holder = visit.activeAssignment
      if let technician = rule.technician, holder?.technician != technician {
        return isToday(start) ? ifWritten(technician).map { (id, $0) } : nil
      }
      // He knows the time that it was to be.
      guard let holder, holder.status.isTold, visit.start != start, start > context.now else { return nil }
      return ifWritten(holder.technician).map { (id, $0) }
    }
    if case .dispatchVisit(let id, let rule) = self,
      let active = office.order(id)?.openVisit?.activeAssignment, !active.status.isTold
    {
      guard let road = rule.road else { return ifWritten(active.technician).map { (id, $0) } }
      return road == .message ? (id, active.technician) : nil
    }
    return nil
  }
}
