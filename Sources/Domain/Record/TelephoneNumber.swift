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
  /// Fifteen by E.164, and room for `00` before them.
  public static let most = 17

  /// Nil where the words can be dialled. What somebody erased stands for a number.
  public static func fault(_ words: String) -> Fault? {
    if words == PersonalText.erased { return nil }
    let parts = parts(words.lowercased())
    if let sign = (parts.number + parts.rest).first(where: { !$0.isASCIIFigure && !" +()-./".contains($0) }) {
      return .sign(sign)
    }
    let figures = parts.number.count(where: \.isASCIIFigure)
    if figures < fewest { return .tooShort }
    return figures > most || parts.rest.count > fewest ? .tooLong : nil
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
