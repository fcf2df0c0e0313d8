extension CompactValue {
  /// JSON on one line; bytes and identifiers as hex digits, numbers that JSON has not as null.
  public var json: String {
    var text = ""
    writeJSON(to: &text)
    return text
  }

  private func writeJSON(to text: inout String) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .unsigned(let value): text += String(value)
    case .negative(let value): text += String(value)
    case .double(let value): text += value.isFinite ? CompactValue.jsonNumber(value) : "null"
    case .text(let value): CompactValue.writeJSONText(value, to: &text)
    case .bytes(let value): text += "\"" + hexText(value) + "\""
    case .identifier(let high, let low):
      text += "\"" + Identifier<Never>(high: high, low: low).description + "\""
    case .list(let values):
      text += "["
      for (index, value) in values.enumerated() {
        if index > 0 { text += "," }
        value.writeJSON(to: &text)
      }
      text += "]"
    case .map(let fields):
      text += "{"
      for (index, field) in fields.enumerated() {
        if index > 0 { text += "," }
        CompactValue.writeJSONText(field.name, to: &text)
        text += ":"
        field.value.writeJSON(to: &text)
      }
      text += "}"
    }
  }

  /// Swift's shortest form reads back as the same number; whole ones lose their `.0`.
  private static func jsonNumber(_ value: Double) -> String {
    let text = String(value)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// Also escapes the two line separators and the delete character, so that the text is safe in a script and
  /// in a terminal.
  private static func writeJSONText(_ value: String, to text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
