public import Domain

/// `contract show NAME`: every term.
public struct ContractShowVerb: Verb {
  public static let name = "contract.show"
  public static let words = ["contract", "show"]
  public static let help = "Show a contract with its levels, hours and pauses"
  public static let parameters: [Parameter] = [.needed("contract", .contract)]

  let contract: Contract.ID

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    contract = try context.contract(try arguments.needed("contract"))
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act { .ask(.contract(contract)) }
}
