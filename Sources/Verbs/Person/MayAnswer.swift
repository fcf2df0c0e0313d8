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
      try Self.check(Verbs.verb(named: name)?.permissions ?? [], on: order, by: person, in: office)
      reason = nil
    } catch {
      let numbers = order.map { [$0.number] } ?? []
      reason = Wording(office: office, now: now).refusal(error, verb: name, orders: numbers).fact
    }
  }

  /// Any of the permissions is enough; where there are none everybody may who is here.
  private static func check(
    _ permissions: [Permission], on order: WorkOrder?, by person: Person.ID, in office: Office
  ) throws(Refusal) {
    if permissions.isEmpty, office.person(person) == nil { throw .notFound(.person("")) }
    var first: Refusal?
    for permission in permissions {
      do throws(Refusal) {
        return try office.authorize(permission, on: order, by: person)
      } catch {
        first = first ?? error
      }
    }
    if let first { throw first }
  }
}
