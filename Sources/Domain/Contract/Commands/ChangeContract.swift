/// Adds a contract or changes one; the last word wins.
public struct ChangeContract: CommandRule {
  public static let permission = Permission.manageOffice
  public static let kind = CommandKind.claim

  public var contract: Contract

  public init(_ contract: Contract) { self.contract = contract }

  public func decide(in moment: Moment) throws(Refusal) -> [Event] {
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
    moment.office.contract(contract.id).map { [.changeContract(ChangeContract($0))] } ?? []
  }
}
