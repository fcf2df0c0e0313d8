/// Who pays for the work: a company, a group of companies or a person.
public struct Customer: Record, Named, Identifiable {
  public typealias ID = Identifier<Customer>

  public enum Field: String, RecordField {
    case name, tier, parent, contract, phone, contact, preferences, credit, language, prefers, refuses
    public var isPersonal: Bool { self == .phone || self == .contact }
  }

  public let id: ID
  public var name: String
  public var tier: Tier
  /// The customer this one belongs to, such as the group of a store.
  public var parent: ID?
  /// A contract of its own; else the one of its tier.
  public var contract: Contract.ID?
  public var phone: PersonalText?
  public var contact: PersonalText?
  /// What the customer likes and does not, such as mornings or a technician by name.
  public var preferences: String?
  /// Why accounts wants to be asked before work is done; nil when all is well.
  public var credit: String?
  /// The language that messages are written in, as its code: `de`; nil for the office's own.
  public var language: String?
  /// Technicians whom the customer asks for, and those who are not to come; nil for none.
  public var preferred: [Technician.ID]?
  public var refused: [Technician.ID]?
  /// Oldest first.
  public var complaints: [Complaint] = []
  public var alertLives: [AlertLife] = []

  public init(id: ID, name: String, tier: Tier) {
    self.id = id
    self.name = name
    self.tier = tier
  }

  /// Customers have the whole office for their names.
  public var nameScope: Bool { true }

  public func text(of field: Field) -> String? {
    switch field {
    case .name: name
    case .tier: tier.rawValue
    case .parent: parent?.description
    case .contract: contract?.description
    case .phone: phone?.words
    case .contact: contact?.words
    case .preferences: preferences
    case .credit: credit
    case .language: language
    case .prefers: Customer.text(of: preferred)
    case .refuses: Customer.text(of: refused)
    }
  }

  public mutating func set(_ field: Field, to text: String?) throws(FieldFault) {
    switch field {
    case .name: name = try required(text, field)
    case .tier: tier = try choice(text, field)
    case .parent:
      let parent: ID? = try identifier(text, field)
      if parent == id { throw fault(field, text, "another customer") }
      self.parent = parent
    case .contract: contract = try identifier(text, field)
    case .phone: phone = text.map { PersonalText(id: Identifier(high: id.high, low: id.low ^ 1), words: $0) }
    case .contact:
      contact = text.map { PersonalText(id: Identifier(high: id.high, low: id.low ^ 2), words: $0) }
    case .preferences: preferences = text
    case .credit: credit = text
    case .language: language = try languageCode(text)
    case .prefers: preferred = try technicians(text, field)
    case .refuses: refused = try technicians(text, field)
    }
  }
}

extension Customer: CompactRecord {
  public init(_ fields: CompactFields) throws(CompactCodingError) {
    id = try fields.id
    name = try fields.name
    tier = try fields.tier
    parent = try fields.parent
    contract = try fields.contract
    phone = try fields.phone
    contact = try fields.contact
    preferences = try fields.preferences
    credit = try fields.credit
    language = try fields.language
    preferred = try fields.preferred
    refused = try fields.refused
    complaints = try fields.complaints
    alertLives = try fields.alertLives
  }

  public func write(_ fields: CompactFieldWriter) {
    fields.put("id", id)
    fields.put("name", name)
    fields.put("tier", tier)
    fields.put("parent", parent)
    fields.put("contract", contract)
    fields.put("phone", phone)
    fields.put("contact", contact)
    fields.put("preferences", preferences)
    fields.put("credit", credit)
    fields.put("language", language)
    fields.put("preferred", preferred)
    fields.put("refused", refused)
    fields.put("complaints", complaints)
    fields.put("alertLives", alertLives)
  }
}

extension Customer {
  private func languageCode(_ text: String?) throws(FieldFault) -> String? {
    guard let text else { return nil }
    let code = text.lowercased()
    guard (2...8).contains(code.utf8.count), code.utf8.allSatisfy({ (97...122).contains($0) || $0 == 45 })
    else {
      throw fault(.language, text, "a code such as de or pt-br")
    }
    return code
  }

  /// Several technicians as one text; nil for none.
  private static func text(of technicians: [Technician.ID]?) -> String? {
    technicians.map { $0.map(\.description).joined(separator: " ") }
  }

  private func technicians(_ text: String?, _ field: Field) throws(FieldFault) -> [Technician.ID]? {
    var found: [Technician.ID] = []
    for word in (text ?? "").split(separator: " ") {
      guard let id: Technician.ID = try identifier(String(word), field) else { continue }
      if !found.contains(id) { found.append(id) }
    }
    return found.isEmpty ? nil : found
  }

  mutating func resolve(_ complaint: Complaint.ID, _ resolution: AlertResolution?) {
    guard let index = complaints.firstIndex(where: { $0.id == complaint }) else { return }
    complaints[index].resolution = resolution
  }
}

/// The grade of service a customer has bought.
public enum Tier: String, CompactCodable, Hashable, Sendable, CaseIterable {
  case gold, silver, standard
}

extension Record {
  func identifier<Subject>(_ text: String?, _ field: Field) throws(FieldFault) -> Identifier<Subject>? {
    guard let text else { return nil }
    guard let id = Identifier<Subject>(text) else { throw fault(field, text, "an id of 32 hex digits") }
    return id
  }

  func choice<Value: RawRepresentable & CaseIterable>(
    _ text: String?, _ field: Field
  ) throws(FieldFault)
    -> Value where Value.RawValue == String
  {
    guard let value = Value(rawValue: text ?? "") else {
      throw fault(field, text, Value.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return value
  }
}
