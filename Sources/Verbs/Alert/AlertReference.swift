public import Domain

extension VerbContext {
  /// The alert that a word means: the worst one of an order by its number, `20418:not-seen` for another one of it, its
  /// id or the beginning of it.
  func alert(_ word: String) throws(Refusal) -> Alert {
    let parts = word.split(separator: ":", maxSplits: 1)
    if let number = parts.first.flatMap({ OrderReference.number(String($0)) }) {
      guard let order = office.order(number: number) else { throw .notFound(.order(number)) }
      let its = alerts(of: order, complaints).filter { parts.count == 1 || Self.kind($0) == parts[1] }
      guard let worst = Self.worst(of: its) else { throw .notFound(.alert(word)) }
      return worst
    }
    let folded = word.folded
    let found = candidates(word).filter { $0.id.description.folded.hasPrefix(folded) }
    guard found.count == 1, let alert = found.first else { throw .notFound(.alert(word)) }
    return alert
  }

  /// The words that mean these alerts: each its order's number, with its kind where the order has a worse one, or its id
  /// where it is about no order.
  public func words(for alerts: [Alert]) -> [String] {
    let complaints = complaints
    return alerts.map { alert in
      guard let order = alert.id.order.flatMap({ office.order(number: $0) }) else {
        return alert.id.description
      }
      let its = self.alerts(of: order, complaints)
      let kind = Self.kind(alert)
      if Self.worst(of: its)?.id == alert.id { return String(order.number) }
      let isFound = Self.worst(of: its.filter { Self.kind($0) == kind })?.id == alert.id
      return isFound ? "\(order.number):\(kind)" : alert.id.description
    }
  }

  private static func worst(of alerts: [Alert]) -> Alert? {
    alerts.min { left, right in
      left.severity == right.severity ? left.comesBefore(right) : left.severity > right.severity
    }
  }

  private var complaints: [Alert] { office.customers.inOrder.flatMap { office.alerts(of: $0, at: now) } }

  private static func kind(_ alert: Alert) -> String {
    Wording.kind(alert.id.kind).lowercased().replacing(" ", with: "-")
  }

  /// Those of an order, a complaint about it included.
  private func alerts(of order: WorkOrder, _ complaints: [Alert]) -> [Alert] {
    office.alerts(of: order, at: now) + complaints.filter { $0.id.order == order.number }
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
    help: "an order's number, 20418:not-seen for one kind of it, or its id; own and snooze take several")
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
