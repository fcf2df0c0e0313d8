public import Domain

/// `assign ORDER… TECHNICIAN|@best [TIME] [--tentative]`: gives work to somebody, or pencils it in.
public struct AssignVerb: Verb {
  public static let name = "work-order.assign"
  public static let words = ["assign"]
  public static let help = "Give work to a technician, or to the best who can"
  public static let permission: Permission? = AssignVisit.permission
  public static let parameters: [Parameter] = [
    .orders, .needed("technician", .assignee, "a handle, a name, or @best"),
    .optional("time", .instant, "when; else as soon as he can be there"), .option("length", .length),
    .flag("tentative", "pencils it in: nobody is told until the same is assigned without it, or dispatched")
  ]

  let orders: [OrderReference]
  /// Nil for the best one of each order.
  let technician: Technician.ID?
  let start: Timestamp?
  let length: Span?
  let isTentative: Bool

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    orders = try arguments.orders(in: context)
    let word = try arguments.needed("technician")
    technician = word == "@best" ? nil : try context.technician(word)
    start = try arguments.instant("time", in: context)
    length = try arguments.length("length")
    isTentative = arguments.has("tentative")
  }

  /// An assignment before which others of the technician's visits make room, their customers told.
  public static func proposal(
    _ assignment: Proposal, after moves: [CandidateMove], in context: VerbContext
  ) -> Proposal {
    var proposal = assignment
    // Who is told what is worked out anew, with those who make room.
    proposal.commands = assignment.commands.filter { !$0.isMessage }.flatMap { command -> [Command] in
      guard case .assignVisit = command else { return [command] }
      return Placement.commands(command, after: moves, in: context.office)
    }
    proposal.isJudgedTogether = proposal.commands.count { $0.placedOrder != nil } > 1
    var told = proposal.tellingCustomers(in: context)
    var said: Set<String> = []
    told.warnings = told.warnings.filter { said.insert($0).inserted }
    return told
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    // Each order of a group is placed after the ones before it, so that two do not want the same hour.
    let orders = try context.orders(orders)
    var planned = context.office
    var commands: [Command] = []
    var late: [String] = []
    let wording = Wording(office: context.office, now: context.now)
    let role = context.office.person(context.person)?.role
    for order in orders {
      let choice = try Placement.choose(
        order, technician, start, length, planned, at: context.now, for: role,
        rules: context.rules)
      let command = Command.assignVisit(
        order.id,
        AssignVisit(
          visit: context.newID(), technician: choice.technician, start: choice.start, length: length,
          replacing: order.technician, isTentative: isTentative ? true : nil))
      let visit = TimeRange(
        start: choice.start, length: length ?? order.openVisit?.estimate ?? order.estimate)
      late += wording.missed(by: visit, of: order).map { "✗ \(order.number) at that time: \($0)." }
      late += choice.moves.flatMap { wording.missed(by: $0) }.map { "✗ \($0)." }
      let group = Placement.commands(command, after: choice.moves, in: planned)
      commands += group
      if orders.count > 1 { planned = Placement.assuming(group, in: planned, context) }
    }
    var proposal = Proposal(
      verb: Self.name, commands: commands, orders: orders.map(\.number), warnings: late)
    proposal.isJudgedTogether = commands.count { $0.placedOrder != nil } > 1
    return .submit(proposal.tellingCustomers(in: context).namingVendors(in: context))
  }
}
