/// One thing a verb is told: its name, its kind and where it stands. Forms, completion, help and the manual
/// are made from it.
public struct Parameter: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case orders, order
    case technician, person, customer, site, equipment, contract
    case trade, zone, verb
    /// A message by the beginning of its id.
    case message
    case template
    case text, longText, file, number
    case choice([String])
    /// A technician, or `@best`.
    case assignee
    case priority
    /// A clock time, a day with a time, an RFC 3339 instant, or `+30m` from now.
    case instant
    /// An instant, or a shift such as `+30m` and `-15m`.
    case shift
    case day, length, money, coordinates, hours, skill
    /// `FIELD=VALUE`, with the names of the fields.
    case fields([String])
    case flag
  }

  public enum Place: Hashable, Sendable {
    /// By its turn; also `--name VALUE`.
    case turn
    /// After a word of its own, as in `duplicate 20418 of 20421`.
    case after(String)
    /// `--name VALUE`.
    case option
  }

  public let name: String
  public let kind: Kind
  public let place: Place
  public let isRequired: Bool
  /// Whether several may be given.
  public let isRepeated: Bool
  public let help: String

  public init(
    _ name: String, _ kind: Kind, _ place: Place = .turn, isRequired: Bool = false, isRepeated: Bool = false,
    help: String = ""
  ) {
    self.name = name
    self.kind = kind
    self.place = place
    self.isRequired = isRequired
    self.isRepeated = isRepeated
    self.help = help
  }
}

extension Parameter.Kind {
  /// Whether what is said is stored as it came; everything else is read without the blanks around it.
  var keepsBlanks: Bool {
    switch self {
    case .text, .longText, .file, .fields, .customer, .site, .equipment: true
    case .orders, .order, .technician, .person, .contract, .trade, .zone, .verb, .message, .template, .number,
      .choice, .assignee, .priority, .instant, .shift, .day, .length, .money, .coordinates, .hours, .skill,
      .flag:
      false
    }
  }
}

extension Parameter {
  /// The orders a verb is about, several at once.
  static let orders = Parameter("order", .orders, isRequired: true, isRepeated: true, help: "number, . or -")
  /// The one order a verb is about.
  static let order = Parameter("order", .order, isRequired: true, help: "number, . or -")

  static func needed(_ name: String, _ kind: Kind, _ help: String = "") -> Parameter {
    Parameter(name, kind, isRequired: true, help: help)
  }

  static func optional(_ name: String, _ kind: Kind, _ help: String = "") -> Parameter {
    Parameter(name, kind, help: help)
  }

  static func option(_ name: String, _ kind: Kind, _ help: String = "") -> Parameter {
    Parameter(name, kind, .option, help: help)
  }

  static func options(_ name: String, _ kind: Kind, _ help: String = "") -> Parameter {
    Parameter(name, kind, .option, isRepeated: true, help: help)
  }

  static func flag(_ name: String, _ help: String) -> Parameter {
    Parameter(name, .flag, .option, help: help)
  }

  static func after(
    _ word: String, _ name: String, _ kind: Kind, isRequired: Bool = false, _ help: String = ""
  )
    -> Parameter
  {
    Parameter(name, kind, .after(word), isRequired: isRequired, help: help)
  }

  static func choice<Value: CaseIterable & RawRepresentable>(
    _ name: String, _: Value.Type, _ place: Place = .turn, isRequired: Bool = false, help: String = ""
  ) -> Parameter where Value.RawValue == String {
    Parameter(name, .choice(Value.allCases.map(\.rawValue)), place, isRequired: isRequired, help: help)
  }

  static func fields<Field: CaseIterable & RawRepresentable>(
    _: Field.Type, isRequired: Bool = true
  ) -> Parameter
  where Field.RawValue == String {
    Parameter(
      "field", .fields(Field.allCases.map(\.rawValue)), isRequired: isRequired, isRepeated: true,
      help: "FIELD=VALUE, FIELD= clears")
  }
}
