/// Text from outside made harmless for plain output: lists, logs, errors, titles, clipboard, exports for people.
///
/// The same rule as `Canvas.put`, so that a terminal shows the same on a screen and in a shell.
public enum Sanitised {
  /// One line; also line ends become visible.
  public static func line(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var line = String.UnicodeScalarView()
    Glyphs.forEach(in: text) { glyph, _ in
      let marks = [glyph.marks.0, glyph.marks.1, glyph.marks.2, glyph.marks.3]
      for point in [glyph.base] + marks.prefix(Int(glyph.markCount)) {
        if let scalar = Unicode.Scalar(point) { line.append(scalar) }
      }
      return true
    }
    return String(line)
  }

  /// Several lines: LF stays, CR LF becomes LF, everything else as in a line.
  public static func text(_ text: String) -> String {
    text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
      .map { line(String($0)) }
      .joined(separator: "\n")
  }

  /// Bytes from outside, decoded strictly: what is not UTF-8 becomes U+FFFD.
  public static func line(_ bytes: [UInt8]) -> String {
    line(String(decoding: bytes, as: UTF8.self))
  }
}
