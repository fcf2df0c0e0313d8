/// What somebody comes along to a visit for, in a word: apprentice, banksman, second pair of hands.
public struct CrewRole: Codable, Hashable, Sendable {
  public let technician: Technician.ID
  public let role: String

  public static let longest = 40

  public init(_ technician: Technician.ID, _ role: String) {
    self.technician = technician
    self.role = role
  }
}

extension Visit {
  /// What somebody who comes along is there for; nil where nobody has said.
  public func role(of technician: Technician.ID) -> String? {
    roles?.first { $0.technician == technician }?.role
  }
}

extension CrewRole: CompactRecord {
  public init(_ fields: CompactFields) throws(CompactCodingError) {
    technician = try fields.technician
    role = try fields.role
  }

  public func write(_ fields: CompactFieldWriter) {
    fields.put("technician", technician)
    fields.put("role", role)
  }
}
