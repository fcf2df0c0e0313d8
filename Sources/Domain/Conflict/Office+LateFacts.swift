extension Conflict {
  /// Whether it was refused for what was not here, and is by now: after a restore consoles give back what they have in no
  /// common order.
  public func wasEarly(in office: Office) -> Bool {
    isOfAbsence && orders.allSatisfy { office.order($0) != nil } && !isAwaiting(in: office)
  }

  /// Whether facts in it wait for the order or the visit that they are about.
  public func isAwaiting(in office: Office) -> Bool {
    isOfAbsence && isFact && commands.contains { office.isAwaited(by: $0, of: person) }
  }

  private var isOfAbsence: Bool {
    if case .notFound(.order) = refusal { !orders.isEmpty } else { false }
  }

  /// What was wanted once more, with what settles it: by whoever wanted it, when he did.
  public func toldAgain(as id: Submission.ID, from console: ConsoleID) -> Submission {
    Submission(
      id: id, stamp: Stamp(by: person, at: at, console: console),
      commands: commands + [.settleConflict(SettleConflict(self.id, .redo))], acceptsWarnings: true)
  }
}

extension Office {
  /// Facts that the office has still to enter: those that came before the order or the visit that they are about, since a
  /// fact is not refused for that and nobody need choose, and those of which somebody has said that they count.
  public var lateFacts: [Conflict] {
    conflicts.filter { $0.isFact && ($0.awaitsEntry ?? ($0.isOpen && $0.wasEarly(in: self))) }
  }

  /// Whether a fact is about an order that is not here; or, told by a technician, whose console has his own work alone,
  /// about a visit that is not his here and was not taken from him. Whether it was his once the ledger says.
  public func isAwaited(by command: Command, of person: Person.ID) -> Bool {
    guard command.kind == .fact else { return false }
    guard hasScope(person) else { return command.orders.contains { order($0) == nil } }
    guard let own = self.person(person)?.technician, mayTell(command, person) else { return false }
    return command.orders.contains { id in
      guard let order = order(id) else { return true }
      guard let id = command.reportedVisit else { return !order.isOwn(of: own, for: command.permission) }
      guard let visit = order.visits.last(where: { $0.id == id }) else { return true }
      return !visit.isOrWas(of: own) && !order.formerTechnicians.contains(own)
    }
  }

  /// Whether somebody may tell such a fact of work that is his.
  private func mayTell(_ command: Command, _ person: Person.ID) -> Bool {
    do throws(Refusal) {
      for permission in command.rule.permissions(of: person, in: self) {
        try authorize(permission, on: nil, by: person)
      }
      return true
    } catch {
      return false
    }
  }
}

extension WorkOrderEvent {
  /// Whether it gives a technician a visit, alone or as one of a crew: that one, where one is meant.
  public func gives(_ visit: Visit.ID?, to technician: Technician.ID) -> Bool {
    switch self {
    case .assigned(let id, technician, _, _), .pencilledIn(let id, technician): visit ?? id == id
    case .visitCrewed(let id, let helpers, _): visit ?? id == id && helpers.contains(technician)
    case .imported(let work), .importUpdated(let work):
      work.visits.contains { $0.technician == technician && visit ?? $0.id == $0.id }
    default: false
    }
  }
}
