/// What can be dialled: figures, the usual signs between them, and an extension after `x` or `ext`.
public enum TelephoneNumber {
  /// Why words can be no telephone number.
  public enum Fault: Hashable, Sendable {
    /// The first sign that none has.
    case sign(Character)
    case tooShort, tooLong
  }

  /// Under this many figures nobody outside the house is reached, and nobody is known by it.
  public static let fewest = 6
  /// Under this many no inside telephone is reached either.
  public static let fewestInside = 3
  /// Fifteen by E.164, and room for `00` before them.
  public static let most = 17

  /// Nil where the words can be dialled, from inside the house at least. What somebody erased stands for a number.
  public static func fault(_ words: String) -> Fault? {
    if words == PersonalText.erased { return nil }
    let parts = parts(plain(words))
    if let sign = (parts.number + parts.rest).first(where: { !$0.isASCIIFigure && !" +()-./".contains($0) }) {
      return .sign(sign)
    }
    let figures = figures(parts)
    if figures < fewestInside { return .tooShort }
    return figures > most || parts.rest.count > fewest ? .tooLong : nil
  }

  /// Whether the words can be dialled inside the house alone.
  public static func isInside(_ words: String) -> Bool {
    words != PersonalText.erased && fault(words) == nil && figures(parts(plain(words))) < fewest
  }

  /// An extension that stands alone is the number.
  private static func figures(_ parts: (number: Substring, rest: Substring)) -> Int {
    let own = parts.number.count(where: \.isASCIIFigure)
    return own == 0 ? parts.rest.count(where: \.isASCIIFigure) : own
  }

  /// In lower case, with the blanks and dashes of web pages as those of a keyboard.
  private static func plain(_ words: String) -> String {
    String(
      words.lowercased().map { sign in
        switch sign {
        case "\u{A0}", "\u{202F}": " "
        case "\u{2010}"..."\u{2015}": "-"
        default: sign
        }
      })
  }

  /// The number, and what stands after the word for an extension.
  private static func parts(_ words: String) -> (number: Substring, rest: Substring) {
    for word in ["extension", "ext.", "ext", "x", "#"] {
      if let found = words.range(of: word) {
        return (words[..<found.lowerBound], words[found.upperBound...])
      }
    }
    return (words[...], "")
  }
}

extension String {
  /// Where a word stands first; Domain has no Foundation.
  fileprivate func range(of word: String) -> Range<Index>? {
    indices.lazy.compactMap { start in
      self[start...].hasPrefix(word) ? start..<self.index(start, offsetBy: word.count) : nil
    }.first
  }
}

extension Character {
  fileprivate var isASCIIFigure: Bool { ("0"..."9").contains(self) }
}
