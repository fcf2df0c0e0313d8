import Domain

extension VerbContext {
  /// The alert that a word means: its id or the beginning of it, or the worst one of an order by its number.
  func alert(_ word: String) throws(Refusal) -> Alert {
    if let number = OrderReference.number(word) {
      guard let order = office.order(number: number) else { throw .notFound(.order(number)) }
      let worst = office.alerts(of: order, at: now).min { left, right in
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

  /// The alerts of what an id is about: an order, or any customer's complaints.
  private func candidates(_ word: String) -> [Alert] {
    let complaints = office.customers.inOrder.flatMap { office.alerts(of: $0, at: now) }
    let parts = word.split(separator: "-")
    guard parts.count > 1, let order = Int(parts[1]).flatMap({ office.order(number: $0) }) else {
      return complaints
    }
    return complaints + office.alerts(of: order, at: now)
  }
}

extension Parameter {
  public static let alert = Parameter(
    "alert", .text, isRequired: true, help: "its id or the beginning of it, or an order's number")
}

extension Verb {
  /// A change of one alert; the orders it is about are named in the result.
  static func onAlert(_ alert: Alert, _ change: AlertChange) -> Act {
    proposal(
      [.changeAlert(alert.id, ChangeAlert(change, replacing: alert.standing.owner))],
      orders: alert.orderID == nil ? [] : [alert.id.order].compactMap(\.self))
  }
}
