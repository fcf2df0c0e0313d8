extension UnassignVisit {
  /// What a rule that takes a visit back writes in the same step, as nobody is there to do it: what waits about the
  /// visit for whoever loses it is taken back, and who has heard of it by message hears that it is gone.
  func tellingHolder(
    of order: WorkOrder, in moment: Moment
  ) -> (events: [WorkOrderEvent], inverse: [Command]) {
    guard moment.isAutomatic, let active = order.openVisit?.activeAssignment, active.status.isTold else {
      return ([], [])
    }
    let his = order.messages.filter {
      $0.to == .technician(active.technician) && $0.template != nil && $0.state != .recalled
    }
    let waiting = his.filter { $0.state == .waiting }
    let events = waiting.map { WorkOrderEvent.message($0.id, .recalled) }
    let inverse = waiting.map { message in
      let again = SendMessage(
        id: message.id, to: .technician, .template(message.template ?? MessageTemplate.visit),
        cause: message.cause)
      return Command.sendMessage(order.id, again)
    }
    let hasNotHeard = active.status == .dispatched && !his.isEmpty && waiting.count == his.count
    guard !hasNotHeard, active.toldBy == .message, moment.office.canBeTold(.technician, of: order) else {
      return (events, inverse)
    }
    let gone = SendMessage(
      id: OutgoingMessage.ID(
        high: order.id.high, low: order.id.low &+ UInt64(order.messages.count + 1)),
      to: .technician, .template(MessageTemplate.gone), cause: .rule(rule(endingOffer: active).rawValue))
    do throws(Refusal) {
      let recall = Command.recallMessage(order.id, RecallMessage(gone.id, restoring: gone))
      return (events + (try gone.decide(on: order, in: moment)), [recall] + inverse)
    } catch {
      return (events, inverse)
    }
  }

  /// Which of the rules it is: the one for who has seen it, or the one for who has not.
  private func rule(endingOffer assignment: Assignment) -> AutomaticRule {
    assignment.status == .seen ? .unansweredOffer : .unseenOffer
  }
}
