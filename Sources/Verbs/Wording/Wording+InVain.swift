public import Domain

extension Wording {
  /// What somebody did at his console and the office has not taken, for himself: `20418 hold: it is cancelled`.
  ///
  /// Of what waits for its visit what is so: `20418 not on site yet: its visit is not here.`
  public func inVain(_ conflict: Conflict) -> String {
    if conflict.isAwaiting(in: office) { return said(conflict).text }
    let numbers = conflict.orders.compactMap { office.order($0)?.number }
    let verb = conflict.commands.first?.verb
    return refusal(conflict.refusal, verb: verb, orders: numbers).fact
  }

  /// What a technician reported of work that was not his by then: `20418 on site 10:42 does not count: somebody else has it`.
  public func inVain(_ step: UnheededStep) -> String {
    let why =
      switch step.reason {
      case .another: "somebody else has it."
      case .takenBack: "dispatch had taken it back."
      case .ended: "it had ended."
      }
    return "\(step.order) \(Wording.status(step.status)) \(time(step.at)) does not count: \(why)"
  }
}
