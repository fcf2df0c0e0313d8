/// Writes rows as CSV that a spreadsheet cannot take for formulas.
public enum DelimitedWriter {
  /// One line with its CRLF: fields are quoted when they must be, and a text that a spreadsheet would compute
  /// (it begins with `=`, `+`, `-`, `@`, TAB or CR) gets an apostrophe in front; NUL becomes U+FFFD.
  ///
  /// A plain number keeps its sign and stays a number.
  public static func line(_ fields: [String], delimiter: Character = ",") -> String {
    fields.map { quoted(harmless($0), delimiter) }.joined(separator: String(delimiter)) + "\r\n"
  }

  private static func harmless(_ text: String) -> String {
    let clean = text.contains("\0") ? text.split(separator: "\0", omittingEmptySubsequences: false).joined(separator: "\u{FFFD}") : text
    guard let first = clean.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) else { return clean }
    if first == "-" || first == "+", isNumber(clean.dropFirst()) { return clean }
    return "'" + clean
  }

  private static func isNumber(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) || $0 == 46 }
      && text.utf8.filter { $0 == 46 }.count <= 1
  }

  private static func quoted(_ text: String, _ delimiter: Character) -> String {
    let mustQuote = text.unicodeScalars.contains { $0 == "\"" || $0 == "\n" || $0 == "\r" || Character($0) == delimiter }
    guard mustQuote else { return text }
    return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
