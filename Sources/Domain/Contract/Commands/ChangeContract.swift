/// Adds a contract or changes one, in the fields in which it differs from what the claimant saw.
public struct ChangeContract: CommandRule {
  public static let permission = Permission.manageOffice
  public static let kind = CommandKind.claim

  public var contract: Contract
  /// The contract as the claimant saw it; nil replaces whatever there is.
  public var replacing: Contract?

  public init(_ contract: Contract, replacing: Contract? = nil) {
    self.contract = contract
    self.replacing = replacing
  }

  public func decide(in moment: Moment) throws(Refusal) -> [Event] {
    let contract = try wanted(in: moment.office)
    if contract.name.trimmed.isEmpty { throw .missing(.contract(contract.name), fields: ["name"]) }
    for level in contract.levels where level.response <= .zero || level.fix <= .zero {
      throw .fault(FieldFault(field: level.priority.text, word: "0", expected: "a length above zero"))
    }
    try moment.office.checkTimeZone(contract.timeZone)
    guard let known = moment.office.contract(contract.id) else {
      return [.office(.contractAdded(contract))]
    }
    return known == contract ? [] : [.office(.contractChanged(contract))]
  }

  public func inverse(in moment: Moment) -> [Command] {
    guard let known = moment.office.contract(contract.id) else { return [] }
    do {
      let left = try wanted(in: moment.office)
      return [.changeContract(ChangeContract(known, replacing: left))]
    } catch { return [] }
  }

  /// The contract that it comes to, with what others have changed besides.
  private func wanted(in office: Office) throws(Refusal) -> Contract {
    guard let replacing, let known = office.contract(contract.id) else { return contract }
    return try known.taking(contract, from: replacing)
  }
}
