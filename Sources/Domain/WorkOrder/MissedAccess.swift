/// That somebody stood before a closed door: when, what shows it, and whether coming again is charged.
public struct MissedAccess: Codable, Hashable, Sendable {
  public let visit: Visit.ID
  public let technician: Technician.ID?
  public let evidence: String
  public let charges: Bool
  public let at: Timestamp

  public init(
    visit: Visit.ID, technician: Technician.ID?, evidence: String, charges: Bool, at: Timestamp
  ) {
    self.visit = visit
    self.technician = technician
    self.evidence = evidence
    self.charges = charges
    self.at = at
  }
}

extension MissedAccess: CompactRecord {
  public init(_ fields: CompactFields) throws(CompactCodingError) {
    visit = try fields.visit
    technician = try fields.technician
    evidence = try fields.evidence
    charges = try fields.charges
    at = try fields.at
  }

  public func write(_ fields: CompactFieldWriter) {
    fields.put("visit", visit)
    fields.put("technician", technician)
    fields.put("evidence", evidence)
    fields.put("charges", charges)
    fields.put("at", at)
  }
}

/// What a piece of work means to the customer's business.
public enum Impact: String, CompactCodable, Hashable, Sendable, CaseIterable {
  case critical, normal, cosmetic
}
