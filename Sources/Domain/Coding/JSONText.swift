/// Words and numbers as JSON spells them.
public enum JSONText {
  /// In quotes, on one line. Besides what JSON itself wants escaped (RFC 8259, section 7), whatever would steer a
  /// terminal, end a line in a script or turn the direction of reading is escaped too.
  public static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{61C}", "\u{200E}", "\u{200F}",
        "\u{2028}"..."\u{202E}", "\u{2066}"..."\u{2069}":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// Swift's shortest form, which reads back as the same number; whole ones lose their `.0`, and what JSON has no
  /// number for (infinite, not a number) is `null`.
  public static func number(_ value: Double) -> String {
    guard value.isFinite else { return "null" }
    let text = String(value)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
