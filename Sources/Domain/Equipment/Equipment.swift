/// A thing that is looked after: a lift, an air handler, a printer.
public struct Equipment: Record, Named, Identifiable {
  public typealias ID = Identifier<Equipment>

  public enum Field: String, RecordField {
    case name, site, parent, building, floor, area, type, maker, model, serial
    case owner, user, purchased, warranty, specification, status, criticality
    public var isPersonal: Bool { self == .user }
  }

  public let id: ID
  public var name: String
  public var site: Site.ID?
  /// The system or larger thing it is a part of.
  public var parent: ID?
  public var status: EquipmentStatus
  /// How much depends on it; it raises the proposed priority.
  public var criticality: Criticality
  public var purchasedOn: CivilDate?
  public var warrantyUntil: CivilDate?
  public var user: PersonalText?
  /// Building, floor, area, type, maker, model, serial, owner, specification: words for people and search.
  public var details = Details<Field>()
  /// What was done to it last, written when its orders close; what was done before is found with its orders.
  public var history: [ServiceRecord] = []

  public init(id: ID, name: String, site: Site.ID?) {
    self.id = id
    self.name = name
    self.site = site
    status = .inService
    criticality = .normal
  }

  public var nameScope: Site.ID? { site }

  public func text(of field: Field) -> String? {
    switch field {
    case .name: name
    case .site: site?.description
    case .parent: parent?.description
    case .status: status.rawValue
    case .criticality: criticality.rawValue
    case .purchased: purchasedOn?.iso
    case .warranty: warrantyUntil?.iso
    case .user: user?.words
    case .building, .floor, .area, .type, .maker, .model, .serial, .owner, .specification: details[field]
    }
  }

  public mutating func set(_ field: Field, to text: String?) throws(FieldFault) {
    switch field {
    case .name: name = try required(text, field)
    case .site: site = try identifier(text, field)
    case .parent:
      let parent: ID? = try identifier(text, field)
      if parent == id { throw fault(field, name, "another piece of equipment") }
      self.parent = parent
    case .status: status = try choice(text, field)
    case .criticality: criticality = try choice(text, field)
    case .purchased: purchasedOn = try date(text, field)
    case .warranty: warrantyUntil = try date(text, field)
    case .user: user = text.map { PersonalText(id: Identifier(high: id.high, low: id.low ^ 1), words: $0) }
    case .building, .floor, .area, .type, .maker, .model, .serial, .owner, .specification:
      details[field] = text
    }
  }
}

extension Equipment: CompactRecord {
  public init(_ fields: CompactFields) throws(CompactCodingError) {
    id = try fields.id
    name = try fields.name
    site = try fields.site
    parent = try fields.parent
    status = try fields.status
    criticality = try fields.criticality
    purchasedOn = try fields.purchasedOn
    warrantyUntil = try fields.warrantyUntil
    user = try fields.user
    details = try fields.details
    history = try fields.history
  }

  public func write(_ fields: CompactFieldWriter) {
    fields.put("id", id)
    fields.put("name", name)
    fields.put("site", site)
    fields.put("parent", parent)
    fields.put("status", status)
    fields.put("criticality", criticality)
    fields.put("purchasedOn", purchasedOn)
    fields.put("warrantyUntil", warrantyUntil)
    fields.put("user", user)
    fields.put("details", details)
    fields.put("history", history)
  }
}

extension Equipment {
  /// How many pieces of work a record holds: enough for who has been there and how often it failed lately. All
  /// records are read when a console starts, so they must stay small whatever is imported.
  public static let historyLimit = 20

  /// Lets go of the oldest work past the limit.
  mutating func trimHistory() {
    while history.count > Self.historyLimit {
      guard let oldest = history.indices.min(by: { history[$0].closedAt < history[$1].closedAt }) else {
        return
      }
      history.remove(at: oldest)
    }
  }
}

public enum EquipmentStatus: String, CompactCodable, Hashable, Sendable, CaseIterable {
  case inService, outOfService, retired
}

/// How much stands still when the equipment does.
public enum Criticality: String, CompactCodable, Hashable, Sendable, CaseIterable {
  case normal, important, critical
}

/// One piece of work on a piece of equipment, as its history tells it.
public struct ServiceRecord: Codable, Hashable, Sendable {
  public let order: Int
  public let closedAt: Timestamp
  public let technician: Technician.ID?
  /// What was wrong, in the order's words; nil in what the equipment's record keeps.
  public private(set) var summary: String?
  public private(set) var did: String
  public let cause: String?
  public let parts: [String]
  public let work: Span?
  public let cost: Money?

  public init(
    order: Int, closedAt: Timestamp, technician: Technician.ID?, summary: String? = nil, did: String,
    cause: String?, parts: [String], work: Span?, cost: Money?
  ) {
    self.order = order
    self.closedAt = closedAt
    self.technician = technician
    self.summary = summary
    self.did = did
    self.cause = cause
    self.parts = parts
    self.work = work
    self.cost = cost
  }

  /// The same with what was wrong, and what was done about it.
  func told(summary: String, did: String) -> ServiceRecord {
    var record = self
    (record.summary, record.did) = (summary, did)
    return record
  }
}

extension ServiceRecord: CompactRecord {
  public init(_ fields: CompactFields) throws(CompactCodingError) {
    order = try fields.order
    closedAt = try fields.closedAt
    technician = try fields.technician
    summary = try fields.summary
    did = try fields.did
    cause = try fields.cause
    parts = try fields.parts
    work = try fields.work
    cost = try fields.cost
  }

  public func write(_ fields: CompactFieldWriter) {
    fields.put("order", order)
    fields.put("closedAt", closedAt)
    fields.put("technician", technician)
    fields.put("summary", summary)
    fields.put("did", did)
    fields.put("cause", cause)
    fields.put("parts", parts)
    fields.put("work", work)
    fields.put("cost", cost)
  }
}
