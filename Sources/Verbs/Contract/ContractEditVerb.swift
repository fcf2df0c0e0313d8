public import Domain

/// `contract edit NAME FIELD=VALUE…`: changes what was promised; running clocks follow.
public struct ContractEditVerb: Verb {
  public static let name = "contract.edit"
  public static let words = ["contract", "edit"]
  public static let help = "Change a contract; running clocks follow"
  public static let permission: Permission? = ChangeContract.permission
  public static let parameters: [Parameter] = [
    .needed("contract", .contract),
    Parameter(
      "field", .fields(ContractFields.names), isRequired: true, isRepeated: true, help: "P2=8h/24h, hours=…")
  ]

  let contract: Contract
  let seen: Contract
  let zones: [Command]

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    let id = try context.contract(try arguments.needed("contract"))
    guard let seen = context.office.contract(id) else { throw UsageFault("No contract has this id.") }
    var changed = seen
    try ContractFields.set(arguments.all("field"), on: &changed, in: context)
    contract = changed
    self.seen = seen
    zones = try context.learning(zone: changed.timeZone)
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    Self.proposal(
      zones + [.changeContract(ChangeContract(contract, replacing: seen))],
      warnings: ContractFields.warnings(contract, from: seen, in: context.office))
  }
}
