public import Domain

/// `move ORDER +30m|-15m|TIME [to TECHNICIAN]`: another time, another length, another technician.
public struct Move: Verb {
  public static let name = "work-order.move"
  public static let words = ["move"]
  public static let help = "Move a visit in time, change its length, or hand it on"
  public static let permission: Permission? = MoveVisit.permission
  public static let parameters: [Parameter] = [
    .orders, .needed("time", .shift, "+30m, -15m or a time"),
    .after("to", "technician", .technician, "who takes it over"), .option("length", .length)
  ]

  enum Target: Hashable, Sendable {
    case shift(Span), at(Timestamp)
  }

  let orders: [OrderReference]
  let target: Target
  let technician: Technician.ID?
  let length: Span?

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    orders = try arguments.orders(in: context)
    let word = try arguments.needed("time")
    if let shift = TypedTime.shift(word) {
      target = .shift(shift)
    } else if let instant = TypedTime.instant(word, in: context) {
      target = .at(instant)
    } else {
      throw UsageFault(
        "\"\(word.clipped(24))\" is no time. +30m, -15m, 11:10 or tomorrow 8:00 are.", word: word)
    }
    if let name = arguments.text("technician") {
      technician = try context.technician(name)
    } else {
      technician = nil
    }
    length = try arguments.length("length")
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    try Self.onOrders(orders, in: context) { order throws(Refusal) in
      if order.isEnded { throw Refusal.workEnded(order.number, order.status) }
      guard let visit = order.openVisit else {
        throw Refusal.wrongState(order.number, order.status, wanted: .planned)
      }
      let start: Timestamp
      switch target {
      case .at(let instant): start = instant
      case .shift(let span):
        guard let from = visit.start else {
          throw Refusal.wrongState(order.number, order.status, wanted: .planned)
        }
        start = from + span
      }
      return .moveVisit(
        order.id,
        MoveVisit(
          start: start, length: length, technician: technician, replacingStart: visit.start,
          replacingTechnician: order.technician))
    }
  }
}
