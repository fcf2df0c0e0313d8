public import Domain

/// Whether a person may do something: the same answer that the greyed key and the refusal give.
public struct MayAnswer: Hashable, Sendable {
  /// Nil when it is allowed.
  public let reason: String?

  public init(
    _ person: Person.ID, verb name: String, order: WorkOrder.ID?, in office: Office, at now: Timestamp
  ) {
    let wording = Wording(office: office, now: now)
    guard let actor = office.person(person) else {
      reason = wording.refusal(.notFound(.person(""))).fact
      return
    }
    guard let permission = Verbs.verb(named: name)?.permission else {
      reason = nil
      return
    }
    guard actor.role.may(permission) else {
      reason = wording.refusal(.notAllowed(permission, role: actor.role), verb: name).fact
      return
    }
    let numbers = office.order(order ?? WorkOrder.ID(high: 0, low: 0)).map { [$0.number] } ?? []
    if actor.role == .technician, let order, let found = office.order(order) {
      let isOwn = found.visits.contains { $0.assignments.contains { $0.technician == actor.technician } }
      reason =
        isOwn
        ? nil : wording.refusal(.notAllowed(permission, role: .technician), verb: name, orders: numbers).fact
      return
    }
    reason = nil
  }
}
