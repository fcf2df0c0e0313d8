/// A field of a record by the name people type, with what it holds in the form in which it is typed.
public struct FieldValue: Hashable, Sendable {
  public let name: String
  /// Nil while it is not set. Other records stand in it by their id.
  public let text: String?
  public let secrecy: Secrecy

  /// Who may read a value without asking for it.
  public enum Secrecy: Hashable, Sendable {
    case open
    /// A telephone number: lists show its last figures only.
    case phone
    /// Never shown in passing; that it was asked for goes on record.
    case code
  }
}

extension Office {
  /// Every field of a record in the order in which records name them; nil when the office does not have it.
  ///
  /// Besides what `edit` sets these are the values that other verbs set, such as priority or presence.
  public func fields(of record: RecordReference) -> [FieldValue]? {
    switch record {
    case .order(let id): order(id)?.fieldValues
    case .customer(let id): customer(id)?.fieldValues
    case .site(let id): site(id)?.fieldValues
    case .equipment(let id): equipment(id)?.fieldValues
    case .technician(let id): technician(id)?.fieldValues
    case .person(let id): person(id)?.fieldValues
    }
  }
}

extension RecordReference {
  /// The names that `Office.fields(of:)` gives for such a record.
  public var fieldNames: [String] {
    switch self {
    case .order: WorkOrder.Field.allCases.map(\.rawValue) + WorkOrder.State.allCases.map(\.rawValue)
    case .customer: Customer.Field.allCases.map(\.rawValue)
    case .site: Site.Field.allCases.map(\.rawValue)
    case .equipment: Equipment.Field.allCases.map(\.rawValue)
    case .technician: Technician.Field.allCases.map(\.rawValue) + Technician.State.allCases.map(\.rawValue)
    case .person: Person.Field.allCases.map(\.rawValue)
    }
  }
}

extension Record {
  var fieldValues: [FieldValue] {
    Field.allCases.map { field in
      let secrecy: FieldValue.Secrecy =
        field.rawValue == "phone" ? .phone : field.rawValue == "accessCode" ? .code : .open
      return FieldValue(name: field.rawValue, text: text(of: field), secrecy: secrecy)
    }
  }
}
