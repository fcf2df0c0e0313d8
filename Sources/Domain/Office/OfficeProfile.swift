/// What the office is called and where it keeps its time.
public struct OfficeProfile: Codable, Hashable, Sendable {
  public var name: String
  /// The IANA zone in which shifts, days and clock times are meant.
  public var zone: String
  /// The ISO 4217 code of every amount.
  public var currency: String
  /// When the office's day ends and the ended work leaves the running day.
  public var dayEnds: TimeOfDay
  /// The reference of the profile's map: straight-line distance times this many hundredths is a road's length.
  public var roadFactorHundredths: Int
  /// The usual speed on the road, for arrival times.
  public var kilometresPerHour: Int

  public init(name: String, zone: String, currency: String) {
    self.name = name
    self.zone = zone
    self.currency = currency
    dayEnds = TimeOfDay(clamping: 6 * 60)
    roadFactorHundredths = 130
    kilometresPerHour = 35
  }
}

extension OfficeProfile {
  /// Refuses what no way or day could be computed with.
  func check() throws(Refusal) {
    if name.trimmed.isEmpty { throw .missing(.office(""), fields: ["name"]) }
    guard currency.unicodeScalars.count == 3, currency.unicodeScalars.allSatisfy({ ("A"..."Z").contains($0) })
    else {
      throw .fault(
        FieldFault(field: "currency", word: currency, expected: "a code of three letters such as EUR"))
    }
    guard dayEnds < .endOfDay else {
      throw .fault(FieldFault(field: "dayEnds", word: dayEnds.text, expected: "a time before 24:00"))
    }
    guard (100...1_000).contains(roadFactorHundredths) else {
      throw .fault(
        FieldFault(field: "roadFactor", word: String(roadFactorHundredths), expected: "100 to 1000"))
    }
    guard (1...300).contains(kilometresPerHour) else {
      throw .fault(
        FieldFault(field: "kilometresPerHour", word: String(kilometresPerHour), expected: "1 to 300"))
    }
  }
}
