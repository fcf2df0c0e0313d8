public import Domain

/// `contract add NAME FIELD=VALUE…`: what is promised to a customer or a tier.
public struct ContractAddVerb: Verb {
  public static let name = "contract.add"
  public static let words = ["contract", "add"]
  public static let help = "Add a contract: levels P1=1h/4h/24x7, hours, pauses"
  public static let permission: Permission? = ChangeContract.permission
  public static let parameters: [Parameter] = [
    .needed("name", .contract), Parameter("field", .fields(ContractFields.names), isRepeated: true)
  ]

  let contract: Contract
  let zones: [Command]

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    let name = try arguments.needed("name")
    var made = Contract(
      id: context.newID(), name: name, tier: nil, response: .onSite, hours: .always, levels: [])
    try ContractFields.set(arguments.all("field"), on: &made, in: context)
    contract = made
    zones = try context.learning(zone: made.timeZone)
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    if context.office.contracts.inOrder.contains(where: { $0.name.folded == contract.name.folded }) {
      throw .taken(.contract(contract.name))
    }
    return Self.proposal(
      zones + [.changeContract(ChangeContract(contract))],
      warnings: ContractFields.warnings(contract, from: nil, in: context.office))
  }
}
