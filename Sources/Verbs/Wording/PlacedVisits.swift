import Domain

/// Where a group of commands puts visits.
struct PlacedVisits {
  /// Who has or had one of them, and who gives one up.
  private(set) var holders: Set<Technician.ID> = []
  private(set) var losers: Set<Technician.ID?> = []
  private(set) var given: [(id: WorkOrder.ID, rule: AssignVisit)] = []
  /// Whether what somebody had stays his, at whatever time.
  private(set) var isMoved = true
  /// Whether nothing is given to anybody.
  private(set) var isTakenBack = true
  /// Of the orders, each once.
  private(set) var numbers: [String] = []

  /// Nil where something else is among them than visits and messages about them.
  init?(_ commands: [Command], in office: Office) {
    for command in commands { guard take(command) else { return nil } }
    for number in commands.compactMap({ $0.placedOrder.flatMap(office.order)?.number }).map(String.init)
    where !numbers.contains(number) {
      numbers.append(number)
    }
  }

  private mutating func take(_ command: Command) -> Bool {
    if case .assignVisit(let id, let rule) = command {
      given.append((id, rule))
      holders.formUnion([rule.technician, rule.replacing].compactMap(\.self))
      isTakenBack = false
    } else if case .moveVisit(_, let rule) = command {
      holders.formUnion([rule.technician, rule.replacingTechnician].compactMap(\.self))
      losers.insert(rule.replacingTechnician)
      if rule.technician != nil { isMoved = false }
      isTakenBack = false
    } else if case .unassignVisit(_, let rule) = command {
      holders.formUnion([rule.replacing].compactMap(\.self))
      losers.insert(rule.replacing)
      isMoved = false
    } else {
      return command.isMessage
    }
    return true
  }
}
