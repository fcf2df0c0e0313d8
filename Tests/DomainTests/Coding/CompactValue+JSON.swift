import Domain

extension CompactValue {
  /// On one line, for Foundation to read; bytes and identifiers as hex digits.
  var json: String {
    switch self {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .unsigned(let value): String(value)
    case .negative(let value): String(value)
    case .double(let value): JSONText.number(value)
    case .text(let value): JSONText.quoted(value)
    case .bytes(let value): "\"\(Bytes(value))\""
    case .identifier(let high, let low): "\"\(Identifier<Never>(high: high, low: low))\""
    case .list(let values): "[" + values.map(\.json).joined(separator: ",") + "]"
    case .map(let fields):
      "{" + fields.map { "\(JSONText.quoted($0.name)):\($0.value.json)" }.joined(separator: ",") + "}"
    }
  }
}
