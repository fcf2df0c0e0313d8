extension Command: CompactCodable {}
extension Reversal: CompactCodable {}
extension Automation: CompactCodable {}
extension BrokenRule: CompactCodable {}
extension Stamp: CompactCodable {}

/// As it waits in an outbox and travels to the office: what is as usual has no field.
extension Submission: CompactRecord {
  public init(_ fields: CompactFields) throws(CompactCodingError) {
    try self.init(id: try fields.id, try fields.stamp, besides: fields)
  }

  /// What stands besides the id and the stamp, which are known from elsewhere.
  public init(id: ID, _ stamp: Stamp, besides fields: CompactFields) throws(CompactCodingError) {
    let commands: [Command] = try fields.commands
    let override: String? = try fields.override
    let acceptsWarnings: Bool? = try fields.acceptsWarnings
    let acceptsClaims: Bool? = try fields.acceptsClaims
    let acceptedWarnings: [BrokenRule]? = try fields.acceptedWarnings
    let isJudgedTogether: Bool? = try fields.isJudgedTogether
    self.init(
      id: id, stamp: stamp, commands: commands, override: override, acceptsWarnings: acceptsWarnings ?? false,
      acceptsClaims: acceptsClaims, reversal: try fields.reversal, automation: try fields.automation,
      acceptedWarnings: acceptedWarnings ?? [], isJudgedTogether: isJudgedTogether ?? false,
      undoes: try fields.undoes)
  }

  public func write(_ fields: CompactFieldWriter) {
    fields.put("id", id)
    fields.put("stamp", stamp)
    writeBesides(fields)
  }

  /// The same without its id and its stamp.
  public func writeBesides(_ fields: CompactFieldWriter) {
    fields.put("commands", commands)
    fields.put("override", override)
    fields.put("acceptsWarnings", acceptsWarnings ? true : nil)
    fields.put("acceptsClaims", acceptsClaims == acceptsWarnings ? nil : acceptsClaims)
    fields.put("acceptedWarnings", acceptedWarnings.isEmpty ? nil : acceptedWarnings)
    fields.put("isJudgedTogether", isJudgedTogether ? true : nil)
    fields.put("reversal", reversal)
    fields.put("undoes", undoes)
    fields.put("automation", automation)
  }
}
