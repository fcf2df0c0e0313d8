public import Domain

/// `on-call TECHNICIAN FROM TO [--trade T]`: who answers out of hours.
public struct OnCall: Verb {
  public static let name = "technician.on-call"
  public static let words = ["on-call"]
  public static let help = "Say who answers out of hours"
  public static let permission: Permission? = SetOnCall.permission
  public static let parameters: [Parameter] = [
    .needed("technician", .technician), .needed("from", .instant), .needed("to", .instant),
    .option("trade", .trade, "else all of them")
  ]

  let turn: OnCallTurn

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    let technician = try context.technician(try arguments.needed("technician"))
    var trade: Trade?
    if let word = arguments.text("trade") { trade = try context.trade(word) }
    guard let from = try arguments.instant("from", in: context, dayMeans: .midnight),
      let to = try arguments.instant("to", in: context, dayMeans: .endOfDay)
    else { throw UsageFault("on-call needs two times: \(Usage.brief(of: Self.self))") }
    turn = OnCallTurn(technician: technician, trade: trade, from: from, to: to)
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    Self.proposal([.setOnCall(SetOnCall(turn))])
  }
}
