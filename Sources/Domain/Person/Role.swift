/// What a person is in the office, and therefore may do.
public enum Role: String, Codable, Hashable, Sendable, CaseIterable, CodingKeyRepresentable {
  case owner, dispatcher, supervisor, technician, helpdesk, auditor
}
