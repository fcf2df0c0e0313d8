import Domain

extension Wording {
  /// What somebody wanted: `assign 20418`.
  func wanted(_ conflict: Conflict) -> String {
    if conflict.commands.isEmpty { return "what only a newer Callout can read" }
    var told: [String] = []
    for command in conflict.commands {
      let verb =
        Verbs.catalogue.first { $0.name == command.verb }?.words.joined(separator: " ") ?? command.verb
      let numbers = command.orders.prefix(1).compactMap { office.order($0)?.number }.map(String.init)
      let words = ([verb] + numbers).joined(separator: " ")
      if told.last != words { told.append(words) }
    }
    return told.joined(separator: ", ").clipped(48)
  }

  /// Why the office refused it.
  func why(_ conflict: Conflict) -> String {
    let numbers = conflict.orders.compactMap { office.order($0)?.number }
    return refusal(conflict.refusal, verb: conflict.commands.first?.verb, orders: Array(numbers.prefix(1)))
      .text
  }

  /// What became of it.
  func state(_ conflict: Conflict) -> String {
    guard let settlement = conflict.settlement else { return "open" }
    return "\(settlement.answer.rawValue) \(person(settlement.by))"
  }

  func conflictDone(_ event: ConflictEvent) -> String {
    switch event {
    case .arose(let conflict): "Refused by the office: \(wanted(conflict)). \(why(conflict))"
    case .changed(let id, .grew): "More fell with the conflict \(id.description.prefix(8))"
    case .changed(let id, .settled(.keep)):
      "The conflict \(id.description.prefix(8)) is settled: it stays as it is"
    case .changed(let id, .settled(.redo)):
      "The conflict \(id.description.prefix(8)) is settled: it is done again"
    case .changed(let id, .reopened): "The conflict \(id.description.prefix(8)) is open again"
    }
  }
}
