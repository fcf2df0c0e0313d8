/// A text as its words, clause by clause, so that "nobody inside" is not read as somebody inside.
struct SpokenWords {
  private let clauses: [[String]]

  init(_ text: String) {
    var clauses: [[String]] = []
    var words: [String] = []
    var word = ""
    func endWord() {
      if !word.isEmpty { words.append(word) }
      word = ""
    }
    for character in text.lowercased() {
      if character.isLetter || character.isNumber {
        word.append(character)
      } else if character == "'" || character == "’" {
        word.append("'")
      } else {
        let joins = character == "-" ? !word.isEmpty : character.isWhitespace && !character.isNewline
        endWord()
        // White space parts words, and so does the hyphen of no-one; anything else ends the clause.
        if !joins {
          clauses.append(words)
          words = []
        }
      }
    }
    endWord()
    self.clauses = clauses + [words]
  }

  /// Whether the word is said somewhere without being denied. A denial reaches it only over words that carry
  /// nothing of their own: "nobody is stuck" is one, "not moving, man stuck" and "no power man stuck" are none.
  func affirm(_ word: String) -> Bool {
    clauses.contains { clause in
      clause.indices.contains { clause[$0] == word && !Self.isDenied(clause[..<$0]) }
    }
  }

  private static func isDenied(_ before: ArraySlice<String>) -> Bool {
    guard let last = before.last(where: { !fillers.contains($0) }) else { return false }
    return denials.contains(last) || last.hasSuffix("n't")
  }

  private static let denials: Set<String> = [
    "no", "not", "nobody", "none", "nothing", "never", "without", "cannot", "isnt", "arent", "noone"
  ]

  private static let fillers: Set<String> = [
    "is", "are", "was", "were", "be", "been", "has", "have", "there", "one", "body", "person", "persons",
    "people", "passenger", "passengers", "anyone", "anybody", "any", "a", "an", "the", "else", "currently",
    "yet", "longer", "more"
  ]
}
