import Domain

/// What somebody typed, as a query that FTS5 cannot misread: every word is quoted, nothing of the text is
/// syntax.
struct SearchQuery {
  private static let mostTerms = 12
  private static let longestTerm = 64
  /// The longest beginnings that the index keeps lists of (`prefix` in its definition).
  private static let longestBeginning = 3

  /// What was typed, the beginning of it where it is long.
  let text: String
  /// Lower-case words, in their order.
  let words: [String]
  /// Nothing when there is no word to look for.
  let expression: String?
  /// The same with the last word taken as whole, where the index has no list of beginnings that long: FTS5 then
  /// merges every word that begins so before it gives the first hit, and whole words are often enough.
  let wholeWords: String?
  /// One word with marks in it, such as a reference: its parts one after the other.
  let phrase: String?

  init(_ text: String) {
    let text = String(text.prefix(400))
    self.text = text
    words = SearchQuery.split(text).prefix(SearchQuery.mostTerms).map {
      String($0.prefix(SearchQuery.longestTerm))
    }
    guard let last = words.last else {
      expression = nil
      wholeWords = nil
      phrase = nil
      return
    }
    let isOneWord = words.count > 1 && !text.trimmed.contains(where: \.isWhitespace)
    phrase = isOneWord ? SearchQuery.quoted(words.joined(separator: " ")) : nil
    // The last word may be half typed, unless a space follows it.
    let isOpen = text.last.map { !$0.isWhitespace } ?? false
    var terms = words.dropLast().flatMap { SearchQuery.terms($0, isOpen: false) }
    terms += SearchQuery.terms(last, isOpen: isOpen)
    wholeWords =
      isOpen && last.unicodeScalars.count > SearchQuery.longestBeginning
      ? words.flatMap { SearchQuery.terms($0, isOpen: false) }.joined(separator: " AND ") : nil
    let all = terms.joined(separator: " AND ")
    let digits = SearchText.digits(text)
    let isTelephone = digits.count >= 6 && words.allSatisfy { $0.utf8.allSatisfy { (48...57).contains($0) } }
    expression = isTelephone && words.count > 1 ? "(\(all)) OR \(SearchQuery.quoted(digits))*" : all
  }

  /// Whether a text has one of the words, the last one as the beginning of a word.
  func place(in text: String) -> String.Index? {
    let lower = text.lowercased()
    for word in words {
      if let found = lower.firstRange(of: word) {
        let distance = lower.distance(from: lower.startIndex, to: found.lowerBound)
        return text.index(text.startIndex, offsetBy: distance, limitedBy: text.endIndex)
      }
    }
    return nil
  }

  static func split(_ text: String) -> [String] {
    text.unicodeScalars.split { scalar in
      let properties = scalar.properties
      switch properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark,
        .privateUse:
        return false
      case .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
        .connectorPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol,
        .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .format, .surrogate, .unassigned:
        return true
      @unknown default: return true
      }
    }.map { String(Substring($0)).lowercased() }
  }

  /// One word's terms: itself, or the pairs that the index has for a script without spaces.
  private static func terms(_ word: String, isOpen: Bool) -> [String] {
    let pieces = SearchText.spaced(word).split(separator: " ").map(String.init)
    guard pieces.count > 1 else {
      let isBeginning = isOpen || word.unicodeScalars.first.map(SearchText.isUnspaced) ?? false
      return [quoted(pieces.first ?? word) + (isBeginning ? "*" : "")]
    }
    // The single character that ends a run in the index need not end one where it is found.
    let kept = pieces.enumerated().filter { index, piece in
      index == 0 || piece.unicodeScalars.count > 1
        || !SearchText.isUnspaced(piece.unicodeScalars.first ?? " ")
    }.map(\.element)
    return kept.map { quoted($0) + "*" }
  }

  private static func quoted(_ word: String) -> String {
    "\"" + word.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
