/// A transition travels as a short list, because a zone has hundreds: instant, offset, shorthand.
extension ZoneRules.Transition: Codable {
  public init(from decoder: any Decoder) throws {
    var list = try decoder.unkeyedContainer()
    let at = try list.decode(Timestamp.self)
    let offset = try list.decode(Int.self)
    guard offset.magnitude <= UInt(ZoneRules.widestOffset) else {
      throw DecodingError.dataCorruptedError(in: list, debugDescription: "an offset of more than a day")
    }
    self.init(
      at: at, offsetSeconds: offset, abbreviation: list.isAtEnd ? nil : try list.decode(String.self))
  }

  public func encode(to encoder: any Encoder) throws {
    var list = encoder.unkeyedContainer()
    try list.encode(at)
    try list.encode(offsetSeconds)
    if let abbreviation { try list.encode(abbreviation) }
  }
}
