/// What the rules of an office do by themselves: a function of the office and the time.
///
///     sheet of an order ─► steps with their instants ─► due ones ─► a submission each, naming its rule
///
/// Whoever has the file open may carry a step out. The decision looks whether it is due still, so that the
/// second of two consoles decides to nothing, and marks the order, so that what a person undoes stays undone.
extension Office {
  /// Every step that is due, the earliest first, and when the next one comes to be due if nothing happens.
  public func automaticSteps(at now: Timestamp) -> (due: [AutomaticStep], next: Timestamp?) {
    let keeper = BoardKeeper(office: self, now: now)
    return (keeper.dueSteps, keeper.nextStepAt)
  }

  /// The step of an automation, as long as it is due: the rule is on, its cause holds, it was never done.
  public func automaticStep(_ automation: Automation, at now: Timestamp) -> AutomaticStep? {
    let steps: [AutomaticStep]
    switch automation.subject {
    case .workOrder(let id):
      guard let order = order(id) else { return nil }
      if automation.rule == .alertEscalation {
        steps = alerts(of: order, at: now).compactMap(\.step)
      } else if order.isEnded {
        return nil
      } else {
        var book = ContractBook(self)
        steps = self.steps(for: order, book.clocks(of: order))
      }
    case .customer(let id):
      guard let customer = customer(id) else { return nil }
      steps = alerts(of: customer, at: now).compactMap(\.step)
    case .conflict(let id):
      steps = [conflictAlert(id, at: now)?.step].compactMap(\.self)
    }
    return steps.first { $0.automation == automation && $0.isDue(at: now) }
  }
}

extension BoardKeeper {
  /// When the next step comes to be due, or is due no longer, if nothing happens.
  var nextStepAt: Timestamp? {
    let orders = orders.values.compactMap { $0.sheet.steps.nextTurn(after: now) }
    let alerts = board.alerts.compactMap(\.step).nextTurn(after: now)
    return (orders + [alerts].compactMap(\.self)).min()
  }
}
