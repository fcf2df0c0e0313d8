public import Domain

extension Wording {
  /// The entry that a state of the past ends with: when, who, what.
  public func pastEntry(_ entry: Entry?, of lastSeq: Int) -> String {
    guard let entry else { return "Nothing was on record yet · entry 0 of \(lastSeq)" }
    let person =
      entry.rule.map { "rule \($0)" } ?? office.person(entry.person)?.name.words
      ?? "somebody"
    let when = TimeWords.instant(entry.recordedAt, now: now, office.zone, hasSeconds: true)
    return "\(when)  \(person)  \(pastAction(entry)) · entry \(entry.seq) of \(lastSeq)"
  }

  /// What becomes of an alert is said as it is: a rule that passes it on takes it for nobody.
  private func pastAction(_ entry: Entry) -> String {
    guard case .changeAlert(let alert, let rule)? = entry.commands.first else { return action(entry) }
    let number = alert.order.map { "\($0): " } ?? ""
    return number + change(rule.change, of: alert)
  }

  /// Why nothing is done in the past.
  public var pastRefusal: String {
    "As known at \(time(now)): nothing can be changed there."
  }
}
