public import Domain

/// `move ORDER +30m|-15m|TIME [to TECHNICIAN]`: another time, another length, another technician.
public struct MoveVerb: Verb {
  public static let name = "work-order.move"
  public static let words = ["move"]
  public static let help = "Move a visit in time, change its length, or hand it on"
  public static let permission: Permission? = MoveVisit.permission
  public static let parameters: [Parameter] = [
    .orders, .needed("time", .shift, "+30m, -15m or a time"),
    .after("to", "technician", .technician, "who takes it over"), .option("length", .length),
    .flag("quiet", "tells the customer nothing; that is noted")
  ]

  fileprivate enum Target: Hashable, Sendable {
    case shift(Span), at(Timestamp)
  }

  let orders: [OrderReference]
  private let target: Target
  let technician: Technician.ID?
  let length: Span?
  let isQuiet: Bool

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    orders = try arguments.orders(in: context)
    target = try MoveVerb.target(try arguments.needed("time"), in: context)
    if let name = arguments.text("technician") {
      technician = try context.technician(name)
    } else {
      technician = nil
    }
    length = try arguments.length("length")
    isQuiet = arguments.has("quiet")
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    let orders = try context.orders(orders)
    var commands: [Command] = []
    for order in orders { commands.append(.moveVisit(order.id, try move(order))) }
    let moves = Proposal(verb: Self.name, commands: commands, orders: orders.map(\.number))
    return .submit(moves.tellingCustomers(isQuiet: isQuiet, in: context).namingVendors(in: context))
  }

  private func move(_ order: WorkOrder) throws(Refusal) -> MoveVisit {
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
    return MoveVisit(
      start: start, length: length, technician: technician, replacingStart: visit.start,
      replacingTechnician: order.technician)
  }
}

extension MoveVerb {
  private static func target(_ word: String, in context: VerbContext) throws(UsageFault) -> Target {
    if let shift = TypedTime.shift(word) { return .shift(shift) }
    if let instant = TypedTime.ahead(word, in: context) { return .at(instant) }
    throw UsageFault.isNo("time", word, but: Examples.shifts)
  }

  /// When a typed time would have a visit begin: a shift counts from where it stands, from now without that.
  public static func start(
    _ word: String, from start: Timestamp?, in context: VerbContext
  ) throws(UsageFault) -> Timestamp {
    switch try target(word, in: context) {
    case .at(let instant): instant
    case .shift(let span): (start ?? context.now) + span
    }
  }

  /// A visit put somewhere else by hand, with what it pushes: one action, and what it replaces is what was seen when
  /// the visit was grabbed.
  public static func proposal(
    _ preview: MovePreview, pushing plan: PushPlan?, from: MovePreview.Spot, in wording: Wording
  ) -> Proposal {
    let isHandedOn = preview.to.technician != from.technician
    let move = Command.moveVisit(
      preview.order,
      MoveVisit(
        start: preview.to.start, length: preview.to.length,
        technician: isHandedOn ? preview.to.technician : nil, replacingStart: from.start,
        replacingTechnician: from.technician))
    let others = plan?.commands ?? []
    let isForward = (plan?.by ?? .zero) > .zero
    let numbers = [preview.number] + (plan?.moves.map(\.number) ?? [])
    return Proposal(
      verb: name, commands: isForward ? others + [move] : [move] + others, orders: numbers,
      warnings: plan?.holding.map { wording.held($0) } ?? [])
  }
}
