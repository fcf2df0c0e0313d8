public import Domain

/// Whether a person may do something: what the office answers before it is asked to do it.
public struct MayAnswer: Hashable, Sendable {
  /// Nil when it is allowed.
  public let reason: String?

  public init(
    _ person: Person.ID, verb name: String, order: WorkOrder.ID?, in office: Office, at now: Timestamp
  ) {
    let order = order.flatMap { office.order($0) }
    do throws(Refusal) {
      if let permission = Verbs.verb(named: name)?.permission {
        try office.authorize(permission, on: order, by: person)
      } else if office.person(person) == nil {
        throw .notFound(.person(""))
      }
      reason = nil
    } catch {
      let numbers = order.map { [$0.number] } ?? []
      reason = Wording(office: office, now: now).refusal(error, verb: name, orders: numbers).fact
    }
  }
}
