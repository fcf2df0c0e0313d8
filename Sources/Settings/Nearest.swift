/// Finds the valid words that a mistyped one probably meant.
public enum Nearest {
  /// At most three, best first; none where even the closest has more than half of its letters wrong and more than two.
  public static func words(to word: String, in valid: some Sequence<String>) -> [String] {
    let typed = Array(word.lowercased().unicodeScalars.prefix(64))
    let ranked = valid.map { (distance: reach(from: typed, to: $0), word: $0) }
      .sorted { ($0.distance, $0.word) < ($1.distance, $1.word) }
    guard let best = ranked.first, best.distance <= max(2, typed.count / 2) else { return [] }
    let limit = max(best.distance, min(best.distance + 1, max(2, typed.count / 3)))
    return ranked.prefix(3).filter { $0.distance <= limit }.map(\.word)
  }

  /// Whether a word is another one but for a letter, or but for a quarter of its letters where it is a long one.
  public static func isSlip(_ typed: String, of word: String) -> Bool {
    let allowed = max(1, word.unicodeScalars.count / 4)
    guard abs(typed.unicodeScalars.count - word.unicodeScalars.count) <= allowed else { return false }
    let both = [typed, word].map { Array($0.lowercased().unicodeScalars) }
    return distance(both[0], both[1]) <= allowed
  }

  /// `"mouze" is no setting; mouse is.`: what a word is not, with those that were probably meant, or with all there are
  /// where they are few.
  static func sentence(_ what: String, _ nearest: [String], among valid: some Collection<String>) -> String {
    let offered = nearest.isEmpty && valid.count <= mostListed ? valid.sorted() : nearest
    return offered.isEmpty ? "\(what)." : "\(what); \(offered.joinedByOr) is."
  }

  /// So many valid words still stand in one sentence.
  private static let mostListed = 20

  /// People type the verb without its noun, so the part after the dot counts too, a little less.
  private static func reach(from typed: [Unicode.Scalar], to candidate: String) -> Int {
    let whole = Array(candidate.lowercased().unicodeScalars)
    let direct = distance(typed, whole)
    guard let dot = whole.lastIndex(of: ".") else { return direct }
    return min(direct, distance(typed, Array(whole[(dot + 1)...])) + 1)
  }

  /// Damerau–Levenshtein in its optimal string alignment form: a swap of neighbours is one slip.
  static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    var before = [Int](repeating: 0, count: right.count + 1)
    var above = Array(0...right.count)
    for row in 1...left.count {
      var current = [Int](repeating: 0, count: right.count + 1)
      current[0] = row
      for column in 1...right.count {
        let same = left[row - 1] == right[column - 1]
        var cost = min(above[column] + 1, current[column - 1] + 1, above[column - 1] + (same ? 0 : 1))
        if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
          cost = min(cost, before[column - 2] + 1)
        }
        current[column] = cost
      }
      before = above
      above = current
    }
    return above[right.count]
  }
}
