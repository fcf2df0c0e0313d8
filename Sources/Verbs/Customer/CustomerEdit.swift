public import Domain

/// `customer edit NAME FIELD=VALUE…`: changes a customer's record.
public struct CustomerEdit: Verb {
  public static let name = "customer.edit"
  public static let words = ["customer", "edit"]
  public static let help = "Change a customer's record"
  public static let permission: Permission? = EditCustomer.permission
  public static let parameters: [Parameter] = [.needed("customer", .customer), .fields(Customer.Field.self)]

  let customer: Customer.ID
  let command: EditCustomer

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    let id = try context.customer(try arguments.needed("customer"))
    guard let record = context.office.customer(id) else { throw UsageFault("No customer has this id.") }
    customer = id
    let changes = try Editing.changes(of: record, arguments.all("field"), in: context) {
      field, text throws(UsageFault) in
      switch field {
      case .parent: try context.customer(text).description
      case .contract: try context.contract(text).description
      case .prefers, .refuses:
        try CustomerEdit.technicians(text, in: context).map(\.description).joined(separator: " ")
      case .name, .tier, .phone, .contact, .preferences, .credit, .language: text
      }
    }
    command = EditCustomer(changes)
  }

  /// Technicians by handle or name, with commas between them.
  static func technicians(_ text: String, in context: VerbContext) throws(UsageFault) -> [Technician.ID] {
    var ids: [Technician.ID] = []
    for word in text.split(separator: ",") { ids.append(try context.technician(String(word).trimmed)) }
    if ids.isEmpty {
      throw UsageFault("This names no technician: handles with commas between them.", word: text)
    }
    return ids
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    Self.proposal([.editCustomer(customer, command)], warnings: Editing.doubts(command.changes))
  }
}
