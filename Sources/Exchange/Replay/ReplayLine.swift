import Domain

/// Why a line of a day cannot be used, in words.
public struct ReplayFault: Error, Hashable, Sendable {
  public let reason: String

  init(_ reason: String) { self.reason = reason }
}

/// What a line of a recorded day is about.
public enum ReplayKind: String, Hashable, Sendable, CaseIterable {
  case callCreated = "call.created"
  case callEntered = "call.entered"
  case callClosed = "call.closed"
  case unitDispatched = "unit.dispatched"
  case unitEnroute = "unit.enroute"
  case unitOnScene = "unit.onscene"
  case unitTransport = "unit.transport"
  case unitHospital = "unit.hospital"
  case unitAvailable = "unit.available"

  /// Whether it says that a call came in, and not what was done about it.
  public var isOfCalls: Bool {
    switch self {
    case .callCreated, .callEntered: true
    case .callClosed, .unitDispatched, .unitEnroute, .unitOnScene, .unitTransport, .unitHospital,
      .unitAvailable:
      false
    }
  }

  var isOfUnits: Bool { rawValue.hasPrefix("unit.") }
}

/// One thing that happened on a recorded day.
public struct ReplayEvent: Hashable, Sendable {
  public let kind: ReplayKind
  /// The source's own number of the call.
  public let call: String
  /// Local time without a zone: seconds as if it were UTC.
  let localSeconds: Int64
  /// Seconds since the day's midnight, where the source says so.
  let secondOfDay: Int64?
  let texts: [String: String]
  let place: Coordinates?

  /// A field that is a text, where it has one.
  public subscript(field: String) -> String? { texts[field] }

  public var unit: String { texts["unit"] ?? "" }
}

/// A line of a recorded day: something that happened, something of a kind that is not played, or nothing usable.
public struct ReplayLine: Hashable, Sendable {
  public enum Content: Hashable, Sendable {
    case event(ReplayEvent)
    case skipped(kind: String)
    case refused(reason: String)
  }

  /// Counted from 1, as an editor counts.
  public let number: Int
  public let content: Content

  init(_ number: Int, _ bytes: ArraySlice<UInt8>) {
    self.number = number
    do throws(ReplayFault) { content = try Self.content(of: bytes) } catch {
      content = .refused(reason: error.reason)
    }
  }
}

extension ReplayLine {
  /// The longest text that is taken, and the longest line.
  private static let longestText = 400
  private static let longestLine = 1 << 16

  private static func content(of bytes: ArraySlice<UInt8>) throws(ReplayFault) -> Content {
    guard bytes.count <= longestLine else { throw ReplayFault("it is longer than \(longestLine) bytes") }
    let object = try FlatObject(bytes)
    guard case .text(let word)? = object["kind"] else { throw ReplayFault("it has no kind") }
    guard let kind = ReplayKind(rawValue: word) else { return .skipped(kind: word) }
    guard case .text(let time)? = object["t"], !time.contains("Z"), time.utf8.count <= 32,
      let local = Timestamp(rfc3339: time + "Z")
    else { throw ReplayFault("\"t\" is no local time such as 2017-01-05T08:30:00") }
    var texts: [String: String] = [:]
    for field in fields {
      switch object[field] {
      case .text(let text)?:
        guard text.count <= longestText else {
          throw ReplayFault("\"\(field)\" is longer than \(longestText) characters")
        }
        if !text.trimmed.isEmpty { texts[field] = text.trimmed }
      case .number(let number)?:
        texts[field] = number == number.rounded() ? String(Int64(clamping: number)) : "\(number)"
      case .truth?, .null?, nil: break
      }
    }
    guard let call = texts["call"] else { throw ReplayFault("it names no call") }
    if kind.isOfUnits, texts["unit"] == nil { throw ReplayFault("it names no unit") }
    var second: Int64?
    if case .number(let seconds)? = object["s"] { second = Int64(clamping: seconds) }
    return .event(
      ReplayEvent(
        kind: kind, call: call, localSeconds: local.seconds, secondOfDay: second, texts: texts,
        place: place(in: object)))
  }

  private static let fields = [
    "call", "unit", "unit_type", "type", "group", "priority", "address", "city", "zip", "zone", "area",
    "disposition", "incident"
  ]

  private static func place(in object: FlatObject) -> Coordinates? {
    guard case .number(let latitude)? = object["lat"], case .number(let longitude)? = object["lon"] else {
      return nil
    }
    return Coordinates(latitude: latitude, longitude: longitude)
  }
}

extension Int64 {
  /// The whole number that is nearest, however large.
  fileprivate init(clamping number: Double) {
    self = Int64(exactly: Swift.max(-9e15, Swift.min(9e15, number)).rounded()) ?? 0
  }
}
