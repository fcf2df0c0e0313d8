/// Somebody who acts in the office: who signs in, who is on record for a change.
public struct Person: Record, Identifiable {
  public typealias ID = Identifier<Person>

  public enum Field: String, RecordField {
    case handle, name, role, phone, status, team
    public var isPersonal: Bool { self == .name || self == .phone }
  }

  public let id: ID
  public var handle: String
  public var name: PersonalText
  public var role: Role
  public var phone: PersonalText?
  /// The technician this person is, for the rule that the technician's own report wins.
  public var technician: Technician.ID?
  /// The sealed PIN, a salted slow hash, that guards the desk; nil: he has none.
  public var pin: PersonalText?
  /// With whom somebody works, such as a shift or a desk; a technician's goes along with his own.
  public var team: String?
  /// Nil is active.
  public var standing: Standing?

  /// Whether somebody is still with the office; who has left stays on record and does nothing any more.
  public enum Standing: String, Codable, Hashable, Sendable, CaseIterable {
    case active, left
  }

  public var isActive: Bool { standing != .left }

  public init(id: ID, handle: String, name: PersonalText, role: Role, technician: Technician.ID? = nil) {
    self.id = id
    self.handle = handle
    self.name = name
    self.role = role
    self.technician = technician
  }

  public func text(of field: Field) -> String? {
    switch field {
    case .handle: handle
    case .name: name.words
    case .role: role.rawValue
    case .phone: phone?.words
    case .status: (standing ?? .active).rawValue
    case .team: team
    }
  }

  public mutating func set(_ field: Field, to text: String?) throws(FieldFault) {
    switch field {
    case .handle: handle = try required(text, field)
    case .name: name = PersonalText(id: name.id, words: try required(text, field))
    case .team: team = text
    case .phone: phone = text.map { PersonalText(id: phone?.id ?? name.id.sibling, words: $0) }
    case .role:
      guard let role = Role(rawValue: text ?? "") else {
        throw fault(field, text, Role.allCases.map(\.rawValue).joined(separator: ", "))
      }
      self.role = role
    case .status:
      guard let standing = Standing(rawValue: text ?? "") else {
        throw fault(field, text, Standing.allCases.map(\.rawValue).joined(separator: " or "))
      }
      self.standing = standing
    }
  }
}

extension Record {
  /// The text of a field that may not be empty.
  func required(_ text: String?, _ field: Field) throws(FieldFault) -> String {
    guard let text, !text.trimmed.isEmpty else { throw fault(field, text, "a text that is not empty") }
    return text
  }

  func fault(_ field: Field, _ word: String?, _ expected: String) -> FieldFault {
    FieldFault(field: field.rawValue, word: word ?? "", expected: expected)
  }
}

extension Identifier {
  /// A second id made from the first, for the one dependent thing that has no id of its own.
  var sibling: Identifier { Identifier(high: high ^ 0x5bd1_e995_9d1b_58d3, low: low &+ 1) }
}
