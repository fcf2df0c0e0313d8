extension ZoneRules: Codable {
  private enum CodingKeys: String, CodingKey { case name, initialOffsetSeconds, transitions, footer }

  /// Takes only tables in order and offsets of a day at most: the arithmetic relies on both.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let initial = try container.decode(Int.self, forKey: .initialOffsetSeconds)
    let transitions = try container.decode([Transition].self, forKey: .transitions)
    let inOrder = zip(transitions, transitions.dropFirst()).allSatisfy { $0.at < $1.at }
    guard inOrder, initial.magnitude <= UInt(ZoneRules.widestOffset) else {
      throw DecodingError.dataCorruptedError(
        forKey: .transitions, in: container, debugDescription: "a zone table out of order")
    }
    self.init(
      name: try container.decode(String.self, forKey: .name),
      initialOffsetSeconds: initial,
      transitions: transitions,
      footer: try container.decodeIfPresent(ZoneFooter.self, forKey: .footer))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(initialOffsetSeconds, forKey: .initialOffsetSeconds)
    try container.encode(transitions, forKey: .transitions)
    try container.encodeIfPresent(footer, forKey: .footer)
  }
}
