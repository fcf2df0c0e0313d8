/// The words of a filter for lists of people and alerts: every word must be found, `-word` must not.
///
/// `zone:north` looks in one field, `zone:north,east` takes either.
struct WordFilter {
  private struct Term {
    let field: String?
    let words: [String]
    let isExcluded: Bool
  }

  private let terms: [Term]

  init(_ text: String) {
    terms = text.lowercased().split(separator: " ").compactMap { word in
      let isExcluded = word.hasPrefix("-") && word.count > 1
      let parts = (isExcluded ? word.dropFirst() : word).split(
        separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      let field = parts.count == 2 && !parts[0].isEmpty ? String(parts[0]) : nil
      let words = (field == nil ? parts.joined(separator: ":") : String(parts[1]))
        .split(separator: ",").map(String.init)
      return words.isEmpty ? nil : Term(field: field, words: words, isExcluded: isExcluded)
    }
  }

  var isEmpty: Bool { terms.isEmpty }

  /// Whether a thing passes: `all` is what bare words are looked for in, `field` what stands in one field.
  func passes(_ all: @autoclosure () -> String, field: (String) -> String?) -> Bool {
    terms.allSatisfy { term in
      // A field's value is meant from a word's beginning: what is available is not unavailable.
      if let name = term.field {
        let value = " " + (field(name) ?? "").lowercased()
        return term.words.contains { value.contains(" " + $0) } != term.isExcluded
      }
      let text = all().lowercased()
      return term.words.contains { text.contains($0) } != term.isExcluded
    }
  }
}
