/// A length of time in whole seconds; its arithmetic stops at the ends instead of trapping.
public struct Span: Hashable, Comparable, Sendable {
  public let seconds: Int64

  public init(seconds: Int64) { self.seconds = seconds }

  public static let zero = Span(seconds: 0)

  public static func seconds(_ count: Int64) -> Span { Span(seconds: count) }
  public static func minutes(_ count: Int64) -> Span { Span(seconds: saturatingProduct(count, 60)) }
  public static func hours(_ count: Int64) -> Span { Span(seconds: saturatingProduct(count, 3_600)) }
  public static func days(_ count: Int64) -> Span { Span(seconds: saturatingProduct(count, 86_400)) }

  /// Whole minutes, rounded towards zero.
  public var wholeMinutes: Int64 { seconds / 60 }

  public static func < (left: Span, right: Span) -> Bool { left.seconds < right.seconds }

  public static func + (left: Span, right: Span) -> Span {
    Span(seconds: saturatingSum(left.seconds, right.seconds))
  }

  public static func - (left: Span, right: Span) -> Span {
    Span(seconds: saturatingDifference(left.seconds, right.seconds))
  }

  public static func * (left: Span, factor: Int64) -> Span {
    Span(seconds: saturatingProduct(left.seconds, factor))
  }

  /// Rounds towards zero; a division by zero gives zero.
  public static func / (left: Span, divisor: Int64) -> Span {
    guard divisor != 0 else { return .zero }
    let (quotient, overflow) = left.seconds.dividedReportingOverflow(by: divisor)
    return Span(seconds: overflow ? .max : quotient)
  }

  /// How much of another length it is, in percent to the nearest whole one; 0 of one that is none.
  public func percent(of whole: Span) -> Int {
    whole > .zero ? Int(((self * 100 + whole / 2) / whole.seconds).seconds) : 0
  }

  public static prefix func - (span: Span) -> Span { .zero - span }

  public static func += (left: inout Span, right: Span) { left = left + right }
  public static func -= (left: inout Span, right: Span) { left = left - right }
}

/// A span travels as one integer, its seconds: none longer than from one end of time to the other.
extension Span: CompactCodable {
  private init(travelled seconds: Int64) {
    let longest = Timestamp.travelling.upperBound - Timestamp.travelling.lowerBound
    self.init(seconds: min(max(seconds, -longest), longest))
  }

  public init(_ node: CompactNode) throws(CompactCodingError) {
    self.init(travelled: try node.integer())
  }

  public init(from decoder: any Decoder) throws {
    self.init(travelled: try decoder.singleValueContainer().decode(Int64.self))
  }

  public func write(to slot: CompactSlot) { Span(travelled: seconds).seconds.write(to: slot) }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(Span(travelled: seconds).seconds)
  }
}

func saturatingSum(_ left: Int64, _ right: Int64) -> Int64 {
  let (sum, overflow) = left.addingReportingOverflow(right)
  return overflow ? (right < 0 ? .min : .max) : sum
}

func saturatingDifference(_ left: Int64, _ right: Int64) -> Int64 {
  let (difference, overflow) = left.subtractingReportingOverflow(right)
  return overflow ? (right < 0 ? .max : .min) : difference
}

func saturatingProduct(_ left: Int64, _ right: Int64) -> Int64 {
  let (product, overflow) = left.multipliedReportingOverflow(by: right)
  return overflow ? ((left < 0) == (right < 0) ? .max : .min) : product
}
