/// Writes rows as CSV that a spreadsheet cannot take for formulas.
public enum DelimitedWriter {
  /// One line with its CRLF: fields are quoted when they must be, and a text that a spreadsheet would compute
  /// (it begins with `=`, `+`, `-`, `@`, TAB or CR) gets an apostrophe in front, as does one that looks as if it had got
  /// one already; NUL becomes U+FFFD. `bare` takes it off again.
  ///
  /// A plain number keeps its sign and stays a number.
  public static func line(_ fields: [String], delimiter: Character = ",") -> String {
    fields.map { quoted(harmless($0), delimiter) }.joined(separator: String(delimiter)) + "\r\n"
  }

  private static func harmless(_ text: String) -> String {
    var clean = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { clean.append(scalar == "\0" ? "\u{FFFD}" : scalar) }
    guard isComputed(Substring(String(clean)).unicodeScalars.drop { $0 == "'" }) else { return String(clean) }
    let first = clean.first
    if first == "-" || first == "+", isNumber(Substring(String(clean)).dropFirst()) { return String(clean) }
    return "'" + String(clean)
  }

  /// The text that `line` made harmless.
  static func bare(_ text: String) -> String {
    let scalars = Substring(text).unicodeScalars
    guard scalars.first == "'", isComputed(scalars.drop { $0 == "'" }) else { return text }
    return String(scalars.dropFirst())
  }

  private static func isComputed(_ text: Substring.UnicodeScalarView) -> Bool {
    text.first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
  }

  private static func isNumber(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) || $0 == 46 }
      && text.utf8.filter { $0 == 46 }.count <= 1
  }

  private static func quoted(_ text: String, _ delimiter: Character) -> String {
    let special = Set("\"\n\r".unicodeScalars).union(delimiter.unicodeScalars)
    guard text.unicodeScalars.contains(where: special.contains) else { return text }
    // By scalars: a quote with a combining mark behind it is one character, and still ends a field.
    var quoted = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in text.unicodeScalars {
      quoted.append(scalar)
      if scalar == "\"" { quoted.append(scalar) }
    }
    quoted.append("\"")
    return String(quoted)
  }
}
