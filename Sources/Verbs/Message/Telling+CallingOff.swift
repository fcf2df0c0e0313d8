import Domain

extension Telling {
  /// What goes with work that is called off: what waits about it is taken back, the customer is told, and whoever was
  /// told of the visit, too; who hears of his visits by phone is to be called, which is said.
  static func callingOff(
    _ order: WorkOrder, with verb: String, isQuiet: Bool, in context: VerbContext
  ) -> (commands: [Command], warnings: [String]) {
    let waiting = order.messages.filter { $0.state == .waiting && ($0.template != nil || $0.tells != nil) }
    var commands = waiting.map { recall($0, of: order, with: verb) }
    var warnings: [String] = []
    let technician = technician(of: order, without: waiting, "off", with: verb, in: context)
    let customer = customer(of: order, with: verb, isQuiet: isQuiet, in: context)
    commands += [technician.command, customer.command].compactMap(\.self)
    warnings += [technician.warning, customer.warning].compactMap(\.self)
    return (commands, warnings)
  }

  /// Takes back what waits to tell of a visit that its technician no longer has.
  static func visitRecalls(of order: WorkOrder, with verb: String) -> [Command] {
    order.messages.filter {
      $0.state == .waiting && ($0.tells != nil || !$0.to.isOutside && $0.template != nil)
    }
    .map { recall($0, of: order, with: verb) }
  }

  /// What goes with a visit whose technician loses it to another one: what waits about it for him is taken back, and who
  /// has heard of it by message hears that it is gone. It comes before the visit changes hands: then it is still his.
  static func losing(_ order: WorkOrder, with verb: String, in context: VerbContext) -> [Command] {
    guard let holder = order.openVisit?.activeAssignment?.technician else { return [] }
    let waiting = order.messages.filter {
      $0.state == .waiting && $0.to == .technician(holder) && $0.template != nil
    }
    return waiting.map { recall($0, of: order, with: verb) }
      + [gone(order, without: waiting, with: verb, in: context)].compactMap(\.self)
  }

  /// Tells him that it is gone; nil where he has not heard of it, or hears of his visits on another road.
  static func gone(
    _ order: WorkOrder, without waiting: [OutgoingMessage], with verb: String, in context: VerbContext
  ) -> Command? {
    technician(of: order, without: waiting, MessageTemplate.gone, with: verb, in: context).command
  }

  /// One that leaves in the same moment does not stop what takes it back.
  static func recall(_ message: OutgoingMessage, of order: WorkOrder, with verb: String) -> Command {
    let restoring = SendMessage(
      id: message.id, to: .customer, .template(message.template ?? "time"), cause: .with(verb))
    return .recallMessage(order.id, RecallMessage(message.id, restoring: restoring))
  }

  private static func customer(
    of order: WorkOrder, with verb: String, isQuiet: Bool, in context: VerbContext
  ) -> (command: Command?, warning: String?) {
    let wording = Wording(office: context.office, now: context.now)
    let who = context.office.recipient(.customer, of: order).map { wording.recipient($0) } ?? "the customer"
    if isQuiet {
      guard order.customerKnowsTime else { return (nil, nil) }
      return (.addNote(order.id, AddNote(Wording.keptQuiet(who, of: "the end of it"))), nil)
    }
    if let told = command("cancelled", of: order, with: verb, in: context) { return (told, nil) }
    return (
      nil, order.customerKnowsTime ? Wording.cannotBeTold(order.number, who, "that it is off") : nil
    )
  }

  /// He has heard of it unless it was by one of the messages that are taken back.
  private static func technician(
    of order: WorkOrder, without waiting: [OutgoingMessage], _ template: String, with verb: String,
    in context: VerbContext
  ) -> (command: Command?, warning: String?) {
    guard let active = order.openVisit?.activeAssignment, active.status.isTold else { return (nil, nil) }
    let his = order.messages.filter { $0.to == .technician(active.technician) && $0.state != .recalled }
    if active.status == .dispatched, !his.isEmpty, his.allSatisfy(waiting.contains) { return (nil, nil) }
    if active.toldBy == .message, context.office.canBeTold(.technician, of: order) {
      let off = SendMessage(id: context.newID(), to: .technician, .template(template), cause: .with(verb))
      return (.sendMessage(order.id, off), nil)
    }
    let wording = Wording(office: context.office, now: context.now)
    return (nil, Wording.toBeCalledOff(order.number, wording.technician(active.technician)))
  }
}
