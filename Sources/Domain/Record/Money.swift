/// An amount in hundredths of the office's currency.
public struct Money: Hashable, Comparable, CompactCodable, Sendable {
  public let hundredths: Int64

  public static let zero = Money(hundredths: 0)

  public init(hundredths: Int64) { self.hundredths = hundredths }

  /// Reads `400`, `400.5` or `400.00`; nil for anything else, also for amounts past 10¹³.
  public init?(_ text: String) {
    var digits = Substring(text)
    let isNegative = digits.first == "-"
    if isNegative { digits = digits.dropFirst() }
    let parts = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, !whole.isEmpty, whole.count <= 13,
      whole.utf8.allSatisfy({ (48...57).contains($0) }), let units = Int64(whole)
    else { return nil }
    var cents: Int64 = 0
    if parts.count == 2 {
      let fraction = parts[1]
      guard (1...2).contains(fraction.count), fraction.utf8.allSatisfy({ (48...57).contains($0) }),
        let value = Int64(fraction)
      else { return nil }
      cents = fraction.count == 1 ? value * 10 : value
    }
    hundredths = (isNegative ? -1 : 1) * (units * 100 + cents)
  }

  /// The decimal form with two places: `400.00`.
  public var text: String {
    let magnitude = hundredths.magnitude
    let cents = magnitude % 100
    return "\(hundredths < 0 ? "-" : "")\(magnitude / 100).\(cents < 10 ? "0" : "")\(cents)"
  }

  /// The sum; the greatest amount there is where it is past that.
  public static func + (left: Money, right: Money) -> Money {
    Money(hundredths: saturatingSum(left.hundredths, right.hundredths))
  }

  public static func < (left: Money, right: Money) -> Bool { left.hundredths < right.hundredths }

  public init(_ node: CompactNode) throws(CompactCodingError) { hundredths = try node.integer() }

  public init(from decoder: any Decoder) throws {
    hundredths = try decoder.singleValueContainer().decode(Int64.self)
  }

  public func write(to slot: CompactSlot) { hundredths.write(to: slot) }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(hundredths)
  }
}
