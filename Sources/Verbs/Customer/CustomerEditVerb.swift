public import Domain

/// `customer edit NAME FIELD=VALUE…`: changes a customer's record.
public struct CustomerEditVerb: Verb {
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
      case .parent: try CustomerEditVerb.group(text, of: record, in: context).description
      case .contract: try context.contract(text).description
      case .prefers, .refuses:
        try CustomerEditVerb.technicians(text, in: context).map(\.description).joined(separator: " ")
      case .name, .tier, .phone, .contact, .preferences, .credit, .language: text
      }
    }
    func technicians(_ field: Customer.Field) -> Set<String> {
      let changed = changes.first { $0.field == field }
      let text = changed.map { $0.to?.words } ?? record.text(of: field)
      return Set((text ?? "").split(separator: " ").map(String.init))
    }
    try Self.refuseBoth(technicians(.prefers), technicians(.refuses), in: context)
    command = EditCustomer(changes)
  }

  private static func group(
    _ name: String, of customer: Customer, in context: VerbContext
  ) throws(UsageFault) -> Customer.ID {
    let group = try context.customer(name)
    if group != customer.id { return group }
    throw UsageFault(
      "\(customer.name.clipped(40)) is no group of its own: name another customer.", word: name)
  }

  /// Nobody is asked for and refused by the same customer.
  static func refuseBoth(
    _ prefers: Set<String>, _ refuses: Set<String>, in context: VerbContext
  ) throws(UsageFault) {
    guard let both = prefers.intersection(refuses).sorted().first else { return }
    let who =
      Technician.ID(both).map { Wording(office: context.office, now: context.now).technician($0) } ?? both
    throw UsageFault("\(who) cannot be asked for and refused: one of the two.", word: "refuses")
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
