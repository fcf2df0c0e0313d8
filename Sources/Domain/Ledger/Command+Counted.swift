extension Command {
  /// The same where what it was told as of counts as of another instant: what rang by that clock rang as much earlier or
  /// later. Whatever fits the instant that counts stays, so that what is given again is not moved twice.
  func counted(_ told: Timestamp, as instant: Timestamp) -> Command {
    guard case .logWorkOrder(var rule) = self else { return self }
    let moved = { (rang: Timestamp) in
      (told > instant ? rang > instant : rang <= told) ? rang + (instant - told) : rang
    }
    rule.work.receivedAt = moved(rule.work.receivedAt)
    rule.work.request = rule.work.request.received(at: moved(rule.work.request.receivedAt))
    return .logWorkOrder(rule)
  }
}

extension WorkRequest {
  fileprivate func received(at instant: Timestamp) -> WorkRequest {
    WorkRequest(
      id: id, words: words, urgency: saidUrgency, source: source, receivedAt: instant, caller: caller,
      phone: phone)
  }
}
