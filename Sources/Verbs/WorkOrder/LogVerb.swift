public import Domain

/// `log TEXT at SITE [P1..P4] [from PHONE]`: writes down what a caller asks for.
public struct LogVerb: Verb {
  public static let name = "work-order.log"
  public static let words = ["log"]
  public static let help = "Log a call as a new work order; new says the same"
  public static let permission: Permission? = LogWorkOrder.permission
  public static let parameters: [Parameter] = [
    .needed("text", .longText, "what is asked for, in the caller's words"),
    .after("at", "site", .site, "where, unless it is ended at once; a new name makes a provisional site"),
    .optional("priority", .priority, "else the rules propose it"),
    .after("from", "phone", .text, "who called, by number"),
    .option("caller", .text, "who called, by name"), .option("trade", .trade, "else found in the words"),
    .option("equipment", .equipment, "what it is about"),
    .option("customer", .customer, "where the site has none"),
    .choice("urgency", Urgency.self, .option, help: "how urgent the caller finds it"),
    .choice("source", Source.self, .option, help: "how the call came; phone unless said"),
    .choice("service", ServiceType.self, .option, help: "what kind of service it is"),
    .choice("impact", Impact.self, .option, help: "what it means to the customer's business"),
    .option("category", .text), .option("description", .text), .option("estimate", .length),
    .option("nte", .money, "what may be spent without asking"),
    .options("skill", .skill, "beyond the trade's own"),
    .option("window", .text, "what the customer is promised: 9-11, am, 10:00, after hours, or FROM/TO"),
    .option("reference", .text, "the number in another system"),
    .option("ended", .choice(CancelReason.ofCalls.map(\.rawValue)), "why nobody has to come"),
    .options("not-asked", .text, "what was not asked, and why: machine: he does not know; all: he hung up"),
    .flag("strict", "refuses a site that is not known")
  ]

  let draft: CallDraft
  /// Why the call ends without a visit; nil where somebody comes.
  let ended: CancelReason?
  let warnings: [String]

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    ended = try arguments.choice("ended")
    if let ended, !CancelReason.ofCalls.contains(ended) {
      let known = CancelReason.ofCalls.map(\.rawValue)
      throw UsageFault(
        "\(ended.spoken) ends no call: \(known.joined(separator: ", ")) do.", word: ended.rawValue,
        nearest: known)
    }
    (draft, warnings) = try CallDraft.read(arguments, in: context)
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    let work = draft.work(in: context)
    let end = ended.map { Command.cancelWorkOrder(work.id, CancelWorkOrder(reason: $0, words: work.summary)) }
    let log = LogWorkOrder(
      work, provisionalSite: draft.provisionalSite, provisionalEquipment: draft.provisionalEquipment)
    let same = end == nil ? openAlike(work, context.office) : []
    return Self.proposal(
      [.logWorkOrder(log), end ?? receipt(of: work, in: context)].compactMap(\.self), orders: [],
      warnings: warnings + same)
  }

  /// The word that the call is on record, to whoever can be told it; a call that needs no visit has had its answer.
  private func receipt(of work: LoggedWork, in context: VerbContext) -> Command? {
    let order = WorkOrder(work, at: context.now)
    guard context.office.canBeTold(.customer, of: order) else { return nil }
    let message = context.message(
      to: .customer, .template(MessageTemplate.receipt), of: order, cause: .with(Self.name))
    return .sendMessage(order.id, message)
  }

  /// Very likely the same: said, and nobody is kept from going on.
  private func openAlike(_ work: LoggedWork, _ office: Office) -> [String] {
    guard let same = office.likelySame(as: work) else { return [] }
    let isSameEquipment = same.equipment != nil && same.equipment == work.equipment
    let name = isSameEquipment ? office.equipment(work.equipment)?.name : office.site(work.site)?.name
    let words = isSameEquipment ? "" : ", \(same.summary.clipped(40)),"
    return [
      "\(same.number)\(words) is open \(isSameEquipment ? "on" : "at") \(name?.clipped(24) ?? "the same place") already: is it the same?"
    ]
  }
}
