/// A trade a technician can do, how well, and until when the certificate holds.
public struct Skill: Codable, Hashable, Sendable {
  public var trade: Trade
  /// From 1, the least.
  public var level: Int
  /// The last day on which it counts; nil for one that does not expire.
  public var expiresOn: CivilDate?

  public init(trade: Trade, level: Int, expiresOn: CivilDate? = nil) {
    self.trade = trade
    self.level = level
    self.expiresOn = expiresOn
  }
}

extension Skill: CompactRecord {
  public init(_ fields: CompactFields) throws(CompactCodingError) {
    trade = try fields.trade
    level = try fields.level
    expiresOn = try fields.expiresOn
  }

  public func write(_ fields: CompactFieldWriter) {
    fields.put("trade", trade)
    fields.put("level", level)
    fields.put("expiresOn", expiresOn)
  }
}

extension Skill {
  /// Reads `HVAC:3`, with its last day `lift:2@2027-01-31`.
  public init?(_ text: String) {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false).map(String.init)
    guard parts.count <= 2, let skill = SkillRequirement(parts[0]) else { return nil }
    let day = parts.count == 2 ? CivilDate(iso: parts[1]) : nil
    if parts.count == 2, day == nil { return nil }
    self.init(trade: skill.trade, level: skill.level, expiresOn: day)
  }

  /// As it is typed.
  public var text: String { "\(trade.name):\(level)\(expiresOn.map { "@\($0.iso)" } ?? "")" }

  /// The levels there are.
  public static let levels = 1...9
}

extension [Skill] {
  /// Refuses a trade without a name or given twice, and levels outside 1 to 9.
  func check() throws(Refusal) {
    var seen: Set<Trade> = []
    for skill in self {
      guard !skill.trade.name.isEmpty, seen.insert(skill.trade).inserted else {
        throw .fault(
          FieldFault(field: "skill", word: skill.trade.name, expected: "each trade once, such as hvac:3"))
      }
      guard Skill.levels.contains(skill.level) else {
        throw .fault(
          FieldFault(
            field: "skill", word: "\(skill.trade.name):\(skill.level)", expected: "a level of 1 to 9"))
      }
    }
  }
}

/// The skill that a piece of work needs.
public struct SkillRequirement: Codable, Hashable, Sendable {
  public var trade: Trade
  public var level: Int

  public init(trade: Trade, level: Int) {
    self.trade = trade
    self.level = level
  }
}

extension SkillRequirement: CompactRecord {
  public init(_ fields: CompactFields) throws(CompactCodingError) {
    trade = try fields.trade
    level = try fields.level
  }

  public func write(_ fields: CompactFieldWriter) {
    fields.put("trade", trade)
    fields.put("level", level)
  }
}

/// A craft by its name in the office's taxonomy, such as `hvac`; always folded to lower case.
public struct Trade: Hashable, Comparable, Sendable, CompactCodable, CustomStringConvertible {
  public let name: String

  public init(_ name: String) { self.name = name.trimmed.lowercased() }

  public var description: String { name }

  public static func < (left: Trade, right: Trade) -> Bool { left.name < right.name }

  public init(_ node: CompactNode) throws(CompactCodingError) { name = try node.text() }

  public init(from decoder: any Decoder) throws {
    name = try decoder.singleValueContainer().decode(String.self)
  }

  public func write(to slot: CompactSlot) { name.write(to: slot) }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(name)
  }
}
