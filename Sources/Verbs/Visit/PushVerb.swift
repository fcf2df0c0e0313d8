public import Domain

/// `push TECHNICIAN|ORDER +30m [--from TIME]`: all that comes later on that day, by so much.
public struct PushVerb: Verb {
  public static let name = "work-order.push"
  public static let words = ["push"]
  public static let help = "Move all later visits of a technician's day; what is pinned holds"
  public static let permission: Permission? = MoveVisit.permission
  public static let parameters: [Parameter] = [
    .needed("technician", .technician, "a handle, a name, or an order to begin with"),
    .needed("by", .shift, "30m or -15m"),
    .option("from", .instant, "what begins then and later; else from now, or from the order")
  ]

  enum Whose: Hashable, Sendable {
    case technician(Technician.ID), order(OrderReference)
  }

  let whose: Whose
  let span: Span
  let from: Timestamp?
  let arguments: Arguments

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    let word = try arguments.needed("technician")
    if OrderReference.looksRight(word) {
      whose = .order(try arguments.order("technician", in: context))
    } else {
      whose = .technician(try context.technician(word))
    }
    let by = try arguments.needed("by")
    guard let span = TypedTime.shift(by) ?? Span(typed: by), span != .zero, abs(span.seconds) <= 86_400 else {
      throw UsageFault("\"\(by.clipped(24))\" is no way to push. 30m, +30m and -15m are.", word: by)
    }
    self.span = span
    from = try arguments.instant("from", in: context)
    self.arguments = arguments
  }

  /// On the screen it is shown first; the shell has --dry-run for that.
  public func act(in context: VerbContext) throws(Refusal) -> Act {
    let plan = try plan(in: context)
    if !context.isScript { return .show(.push(plan)) }
    let push = Self.proposal(plan, in: Wording(office: context.office, now: context.now))
    return .submit(push.tellingCustomers(in: context))
  }

  func plan(in context: VerbContext) throws(Refusal) -> PushPlan {
    let role = context.office.person(context.person)?.role
    switch whose {
    case .technician(let id):
      return context.office.pushPlan(
        of: id, by: span, from: from ?? context.now, for: role, at: context.now)
    case .order(let reference):
      let order = try context.orders([reference])[0]
      if order.isEnded { throw .workEnded(order.number, order.status) }
      guard let holder = order.technician, let start = order.openVisit?.start else {
        throw .wrongState(order.number, order.status, wanted: .assigned)
      }
      return context.office.pushPlan(of: holder, by: span, from: from ?? start, for: role, at: context.now)
    }
  }

  /// The push as one action, and what holds said with it.
  public static func proposal(_ plan: PushPlan, in wording: Wording) -> Proposal {
    let said = plan.moves.isEmpty ? [wording.nothingToPush(plan)] : []
    return Proposal(
      verb: name, commands: plan.commands, orders: plan.moves.map(\.number),
      warnings: said + plan.holding.map { wording.held($0) })
  }
}
