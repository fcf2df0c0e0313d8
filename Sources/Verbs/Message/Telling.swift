import Domain

/// The customer's message that goes with an action, in the same submission.
enum Telling {
  /// The message as a command; nil when it is switched off or the office knows no way to the customer.
  static func command(
    _ template: String, of order: WorkOrder, with verb: String, in context: VerbContext
  ) -> Command? {
    guard context.office.canBeTold(.customer, of: order) else { return nil }
    return .sendMessage(
      order.id,
      SendMessage(id: context.newID(), to: .customer, .template(template), cause: .with(verb)))
  }

  /// For an action that changes when somebody comes: the command to tell it, or what has to be said instead.
  static func newTime(
    _ template: String, of order: WorkOrder, with verb: String, isQuiet: Bool, in context: VerbContext
  ) -> (commands: [Command], warning: String?) {
    guard order.customerKnowsTime else { return ([], nil) }
    let wording = Wording(office: context.office, now: context.now)
    let who = context.office.recipient(.customer, of: order).map { wording.recipient($0) } ?? "the customer"
    if isQuiet { return ([.addNote(order.id, AddNote(Wording.keptQuiet(who)))], nil) }
    if let command = command(template, of: order, with: verb, in: context) { return ([command], nil) }
    return ([], Wording.cannotBeTold(order.number, who))
  }
}

extension Proposal {
  /// The same with a message after each move of a visit whose customer knows the time: one submission, so that one
  /// undo catches both.
  public func tellingCustomers(isQuiet: Bool = false, in context: VerbContext) -> Proposal {
    var told = self
    told.commands = []
    for command in commands {
      told.commands.append(command)
      guard case .moveVisit(let id, let move) = command, let order = context.office.order(id),
        let start = move.start, start != order.openVisit?.start
      else { continue }
      let message = Telling.newTime("time", of: order, with: verb, isQuiet: isQuiet, in: context)
      told.commands += message.commands
      told.warnings += [message.warning].compactMap(\.self)
    }
    return told
  }
}
