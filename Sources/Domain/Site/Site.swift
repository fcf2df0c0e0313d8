/// A place where work is done, and what somebody must know to get in and come out well.
public struct Site: Record, Named, Identifiable {
  public typealias ID = Identifier<Site>

  public enum Field: String, RecordField {
    case name, customer, address, zone, at, timeZone, hours
    case contact, phone, accessCode, access, parking, hazards, region, standard
    public var isPersonal: Bool { self == .contact || self == .phone }
  }

  public let id: ID
  public var name: String
  public var customer: Customer.ID?
  /// Made while a call was logged; naming the customer completes it.
  private var beganProvisional: Bool
  /// The dispatcher's territory, such as `north`.
  public var zone: String?
  public var coordinates: Coordinates?
  /// The IANA time zone where it differs from the office's.
  public var timeZone: String?
  /// When somebody can get in; nil when nobody has said.
  public var hours: OpeningHours?
  public var contact: PersonalText?
  public var phone: PersonalText?
  /// Address, way in, access code, parking, hazards, region, client standard: words for people.
  public var details = Details<Field>()

  public init(id: ID, name: String, customer: Customer.ID?, isProvisional: Bool = false) {
    self.id = id
    self.name = name
    self.customer = customer
    beganProvisional = isProvisional
  }

  /// Whether somebody must still complete it.
  public var isProvisional: Bool {
    get { beganProvisional && customer == nil }
    set { beganProvisional = newValue }
  }

  public var address: String? { details[.address] }

  public var nameScope: Customer.ID? { customer }

  public func text(of field: Field) -> String? {
    switch field {
    case .name: name
    case .customer: customer?.description
    case .zone: zone
    case .at: coordinates?.text
    case .timeZone: timeZone
    case .hours: hours?.text
    case .contact: contact?.words
    case .phone: phone?.words
    case .address, .accessCode, .access, .parking, .hazards, .region, .standard: details[field]
    }
  }

  public mutating func set(_ field: Field, to text: String?) throws(FieldFault) {
    switch field {
    case .name: name = try required(text, field)
    case .customer: customer = try identifier(text, field)
    case .zone: zone = text
    case .at: coordinates = try coordinates(text, field)
    case .timeZone: timeZone = text
    case .hours: hours = try openingHours(text, field)
    case .contact:
      contact = text.map { PersonalText(id: Identifier(high: id.high, low: id.low ^ 1), words: $0) }
    case .phone: phone = text.map { PersonalText(id: Identifier(high: id.high, low: id.low ^ 2), words: $0) }
    case .address, .accessCode, .access, .parking, .hazards, .region, .standard: details[field] = text
    }
  }
}

extension Site: CompactRecord {
  public init(_ fields: CompactFields) throws(CompactCodingError) {
    id = try fields.id
    name = try fields.name
    customer = try fields.customer
    beganProvisional = try fields.beganProvisional
    zone = try fields.zone
    coordinates = try fields.coordinates
    timeZone = try fields.timeZone
    hours = try fields.hours
    contact = try fields.contact
    phone = try fields.phone
    details = try fields.details
  }

  public func write(_ fields: CompactFieldWriter) {
    fields.put("id", id)
    fields.put("name", name)
    fields.put("customer", customer)
    fields.put("beganProvisional", beganProvisional)
    fields.put("zone", zone)
    fields.put("coordinates", coordinates)
    fields.put("timeZone", timeZone)
    fields.put("hours", hours)
    fields.put("contact", contact)
    fields.put("phone", phone)
    fields.put("details", details)
  }
}

extension Record {
  func coordinates(_ text: String?, _ field: Field) throws(FieldFault) -> Coordinates? {
    guard let text else { return nil }
    guard let place = Coordinates(text) else {
      throw fault(field, text, "latitude,longitude such as 53.408,-2.991, up to 90 and 180")
    }
    return place
  }

  func openingHours(_ text: String?, _ field: Field) throws(FieldFault) -> OpeningHours? {
    guard let text else { return nil }
    do { return try OpeningHours(text) } catch {
      throw fault(field, text, "hours such as Mon-Fri 08:00-18:00 or 24x7")
    }
  }

  func date(_ text: String?, _ field: Field) throws(FieldFault) -> CivilDate? {
    guard let text else { return nil }
    guard let date = CivilDate(iso: text) else { throw fault(field, text, "a day such as 2027-01-12") }
    return date
  }
}
