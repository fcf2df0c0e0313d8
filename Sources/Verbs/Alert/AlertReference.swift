import Domain

extension VerbContext {
  /// The alert that a word means: its id or the beginning of it, or the worst one of an order by its number.
  func alert(_ word: String) throws(Refusal) -> Alert {
    if let number = OrderReference.number(word) {
      guard let order = office.order(number: number) else { throw .notFound(.order(number)) }
      let complaints = office.customers.inOrder.flatMap { office.alerts(of: $0, at: now) }
      let its = office.alerts(of: order, at: now) + complaints.filter { $0.id.order == number }
      let worst = its.min { left, right in
        left.severity == right.severity ? left.comesBefore(right) : left.severity > right.severity
      }
      guard let worst else { throw .notFound(.alert(word)) }
      return worst
    }
    let folded = word.folded
    let found = candidates(word).filter { $0.id.description.folded.hasPrefix(folded) }
    guard found.count == 1, let alert = found.first else { throw .notFound(.alert(word)) }
    return alert
  }

  /// The alerts of what an id is about: an order, or any customer's complaints, and the conflicts.
  private func candidates(_ word: String) -> [Alert] {
    let loose = office.looseAlerts(at: now)
    let parts = word.split(separator: "-")
    guard parts.count > 1, let order = Int(parts[1]).flatMap({ office.order(number: $0) }) else {
      return loose
    }
    return loose + office.alerts(of: order, at: now).filter { $0.id.conflict == nil }
  }
}

extension Parameter {
  public static let alert = Parameter(
    "alert", .text, isRequired: true,
    help: "its id or the beginning of it, or an order's number; own and snooze take several")
}

extension Verb {
  /// The commands for each of the alerts that are meant, as one group; the orders they are about are named in the
  /// result.
  static func onAlerts(
    _ words: [String], in context: VerbContext, warning: (Alert) -> String? = { _ in nil },
    _ make: (Alert) -> [Command]
  ) throws(Refusal) -> Act {
    var alerts: [Alert] = []
    for word in words {
      let alert = try context.alert(word)
      if !alerts.contains(where: { $0.id == alert.id }) { alerts.append(alert) }
    }
    var numbers: [Int] = []
    for case let number? in alerts.map({ $0.orderID == nil ? nil : $0.id.order })
    where !numbers.contains(number) {
      numbers.append(number)
    }
    return proposal(alerts.flatMap(make), orders: numbers, warnings: alerts.compactMap(warning))
  }

  /// The same change of each of them.
  static func onAlerts(
    _ words: [String], _ change: AlertChange, in context: VerbContext
  ) throws(Refusal) -> Act {
    try onAlerts(words, in: context) { [$0.changed(change)] }
  }
}

extension Alert {
  /// A change that says whose it is now.
  func changed(_ change: AlertChange) -> Command {
    .changeAlert(id, ChangeAlert(change, replacing: standing.owner))
  }
}

extension Arguments {
  /// The words for one alert or several.
  func alerts() throws(UsageFault) -> [String] {
    let words = all("alert").flatMap { $0.split(separator: " ").map(String.init) }
    if words.isEmpty { throw UsageFault("alert is missing.", word: "alert") }
    return words
  }
}
