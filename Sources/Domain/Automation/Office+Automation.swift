/// What the rules of an office do by themselves: a function of the office and the time.
///
///     sheet of an order ─► steps with their instants ─► due ones ─► a submission each, naming its rule
///
/// Whoever has the file open may carry a step out. The decision looks whether it is due still, so that the
/// second of two consoles decides to nothing, and marks the order, so that what a person undoes stays undone.
extension Office {
  /// Every step that is due, the earliest first, and when the next one comes to be due if nothing happens.
  public func automaticSteps(at now: Timestamp) -> (due: [AutomaticStep], next: Timestamp?) {
    var due: [AutomaticStep] = []
    var next: Timestamp?
    var book = ContractBook(self)
    orders.forEach { order in
      let steps = self.plannedSteps(for: order, &book)
      due += steps.filter { $0.isDue(at: now) }
      if let turn = steps.nextTurn(after: now) { next = next.map { min($0, turn) } ?? turn }
    }
    return (due.sorted(by: [AutomaticStep].isBefore), next)
  }

  /// The step of an automation, as long as it is due: the rule is on, its cause holds, it was never done.
  public func automaticStep(_ automation: Automation, at now: Timestamp) -> AutomaticStep? {
    guard let order = order(automation.order) else { return nil }
    var book = ContractBook(self)
    return plannedSteps(for: order, &book).first { $0.automation == automation && $0.isDue(at: now) }
  }

  private func plannedSteps(for order: borrowing WorkOrder, _ book: inout ContractBook) -> [AutomaticStep] {
    order.isEnded ? [] : order.automaticSteps(book.clocks(of: order), limits)
  }
}
