/// What a person is in the office, and therefore may do.
public enum Role: String, Codable, Hashable, Sendable, CaseIterable, CodingKeyRepresentable {
  /// The owner administers the office; the auditor only reads.
  case owner, dispatcher, supervisor, technician, helpdesk, auditor
  /// Who gets parts, who writes the bills, and who looks at the work that was done.
  case parts, billing, quality
}
