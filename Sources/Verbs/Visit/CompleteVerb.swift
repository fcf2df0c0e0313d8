public import Domain

/// `complete ORDER --did TEXT`: the work of a visit is done.
public struct CompleteVerb: Verb {
  public static let name = "work-order.complete"
  public static let words = ["complete"]
  public static let help = "Report the work of a visit as done"
  public static let permission: Permission? = CompleteVisit.permission
  public static let parameters: [Parameter] = [
    .orders, .needed("did", .longText, "what was done"),
    .option("cause", .text, "in words, or the number of it in the trade's list"),
    .option("resolution", .text, "what it came to: repaired, reset, nothing found"), .option("work", .length),
    .option("travel", .length), .options("part", .text, "\"BLT-22 x 1\""), .option("cost", .money),
    .option("signed-by", .text, "who confirmed it"), .option("unsigned", .text, "why nobody did"),
    .option("code", .text, "the six digits that the customer was told and says"),
    .option("no-code", .text, "why there is none"),
    .option("rating", .number, "what the customer thinks of it, 1 to 5")
  ]

  let orders: [OrderReference]
  let report: CompletionReport
  let code: String?

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    orders = try arguments.orders(in: context)
    code = arguments.text("code")?.filter { !$0.isWhitespace }
    if let code, !SignOffSeal.isCode(code) {
      throw UsageFault("\"\(code.clipped(12))\" is no code: it has six digits.", word: code)
    }
    if code != nil || arguments.has("no-code"), !arguments.has("signed-by") {
      throw UsageFault("A code is of who signs: --signed-by NAME says who.", word: code ?? "--no-code")
    }
    if code != nil, arguments.has("no-code") {
      throw UsageFault("A code or why there is none, one of the two.", word: "--no-code")
    }
    let rating = try arguments.text("rating").map { word throws(UsageFault) in
      guard let stars = Int(word), CustomerRating.range.contains(stars) else {
        throw UsageFault("\"\(word.clipped(24))\" is no rating. 1 to 5 are, 5 is the best.", word: word)
      }
      return stars
    }
    try PartWords.check(arguments.all("part"))
    report = CompletionReport(
      did: try arguments.needed("did"), cause: arguments.text("cause"), work: try arguments.length("work"),
      travel: try arguments.length("travel"), parts: arguments.all("part"),
      signature: try Self.signature(arguments, in: context),
      cost: try arguments.money("cost"), resolution: arguments.text("resolution"),
      proof: arguments.text("no-code").map { .without($0) }, rating: rating)
  }

  /// Who signed, or why nobody did; nil where neither is said.
  private static func signature(
    _ arguments: Arguments, in context: VerbContext
  ) throws(UsageFault) -> Signature? {
    let name = arguments.text("signed-by")
    let why = arguments.text("unsigned")
    if name != nil, why != nil {
      throw UsageFault("Signed or unsigned, one of the two.", word: "--unsigned")
    }
    if name?.trimmed.isEmpty ?? false {
      throw UsageFault("The name of whoever signed is missing.", word: "--signed-by")
    }
    if why?.trimmed.isEmpty ?? false {
      throw UsageFault("Why nobody signed is missing.", word: "--unsigned")
    }
    return context.personal(name).map { .by($0) } ?? why.map { .refused($0) }
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    let orders = try context.orders(orders)
    let wording = Wording(office: context.office, now: context.now)
    var commands: [Command] = []
    for order in orders {
      let told = report.with(cause: try cause(of: order, in: context.office))
      commands.append(.completeVisit(order.id, CompleteVisit(told, code: code)))
    }
    return Self.proposal(
      commands, orders: orders.map(\.number),
      warnings: orders.compactMap { overLimit($0) } + orders.compactMap { wrongCode($0) }
        + orders.compactMap { order in
          wording.longerThanPassed(report.work, on: order).map { "\(order.number): \($0)." }
        } + orders.compactMap { wording.missing(in: report, on: $0) })
  }

  /// What was typed, or what stands at that number in the list of the order's trade.
  private func cause(of order: WorkOrder, in office: Office) throws(Refusal) -> String? {
    guard let typed = report.cause else { return nil }
    if let cause = office.trades.cause(typed, of: order.trade) { return cause }
    let causes = office.trades.causes(of: order.trade)
    throw .fault(
      FieldFault(field: "cause", word: typed, expected: "words, or a number from 1 to \(causes.count)"))
  }

  private func wrongCode(_ order: WorkOrder) -> String? {
    guard let code, !order.accepts(code: code) else { return nil }
    return "\(order.number): that is not the code that the customer was told; the report says so."
  }

  /// That the work has cost more than may be spent without asking, with both figures.
  private func overLimit(_ order: WorkOrder) -> String? {
    guard let limit = order.moneyLimit, let cost = report.cost else { return nil }
    let before = order.visits.flatMap { $0.assignments.compactMap { $0.report?.cost } }
    let spent = before.reduce(cost, +)
    guard spent > limit else { return nil }
    return "\(order.number): \(spent.text) is spent, the limit is \(limit.text)."
  }
}
