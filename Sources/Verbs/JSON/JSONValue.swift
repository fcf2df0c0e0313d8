import Domain

/// A JSON value whose objects keep the order in which their keys were added.
public indirect enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int64)
  case double(Double)
  case string(String)
  case array([JSONValue])
  case object([Member])

  public struct Member: Hashable, Sendable {
    public let key: String
    public let value: JSONValue

    public init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int64) { self = .integer(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension JSONValue {
  public init(_ value: Int) { self = .integer(Int64(value)) }
  public init(_ value: some StringProtocol) { self = .string(String(value)) }

  /// The value under a key; nil for what is not an object and for a key it lacks.
  public subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  public var keys: [String] {
    guard case .object(let members) = self else { return [] }
    return members.map(\.key)
  }

  /// On one line; what would end the line or steer a terminal is escaped.
  public var text: String {
    var text = ""
    write(to: &text)
    return text
  }

  private func write(to text: inout String) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .double(let value): text += JSONText.number(value)
    case .string(let value): text += JSONText.quoted(value)
    case .array(let values):
      text += "["
      for (index, value) in values.enumerated() {
        if index > 0 { text += "," }
        value.write(to: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { text += "," }
        text += JSONText.quoted(member.key)
        text += ":"
        member.value.write(to: &text)
      }
      text += "}"
    }
  }
}

/// Builds an object key by key; what is absent leaves no key.
struct JSONObject {
  private var members: [JSONValue.Member] = []

  mutating func add(_ key: String, _ value: JSONValue?) {
    if let value { members.append(JSONValue.Member(key, value)) }
  }

  mutating func add(_ key: String, _ value: String?) { add(key, value.map { JSONValue($0) }) }
  mutating func add(_ key: String, _ value: Int?) { add(key, value.map { JSONValue($0) }) }
  mutating func add(_ key: String, _ value: Bool?) { add(key, value.map { .bool($0) }) }
  mutating func add(_ key: String, _ value: Double?) { add(key, value.map { .double($0) }) }

  /// As an array; absent when there is none.
  mutating func add(_ key: String, _ values: [JSONValue]) { add(key, .array(values)) }

  var value: JSONValue { .object(members) }
}
