import Domain

/// Any JSON, to write golden values with; it writes itself through the same containers as real types do.
enum Loose: Codable, Equatable {
  case null
  case bool(Bool)
  case int(Int64)
  case double(Double)
  case text(String)
  case list([Loose])
  case map([String: Loose])
  case identifier(Identifier<Subject>)

  init(from decoder: any Decoder) throws {
    let one = try decoder.singleValueContainer()
    if one.decodeNil() {
      self = .null
    } else if let value = try? one.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? one.decode(Int64.self) {
      self = .int(value)
    } else if let value = try? one.decode(Double.self) {
      self = .double(value)
    } else if let value = try? one.decode(String.self) {
      self = .text(value)
    } else if let value = try? one.decode([Loose].self) {
      self = .list(value)
    } else {
      self = .map(try one.decode([String: Loose].self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var one = encoder.singleValueContainer()
    switch self {
    case .null: try one.encodeNil()
    case .bool(let value): try one.encode(value)
    case .int(let value): try one.encode(value)
    case .double(let value): try one.encode(value)
    case .text(let value): try one.encode(value)
    case .list(let value): try one.encode(value)
    case .map(let value): try one.encode(value)
    case .identifier(let value): try one.encode(value)
    }
  }

  /// An id with a text, or with no text where one is wanted.
  static func pair(_ text: String?) -> Loose {
    .map(["id": .identifier(Identifier(high: 1, low: 2)), "text": text.map { .text($0) } ?? .null])
  }
}
