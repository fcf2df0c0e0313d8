/// Finds the valid words that a mistyped one probably meant.
enum Nearness {
  /// At most three, best first: those within a third of the word's length, never fewer than two slips.
  static func words(to word: String, in valid: some Sequence<String>) -> [String] {
    let typed = Array(word.lowercased().unicodeScalars.prefix(64))
    var ranked: [(distance: Int, word: String)] = []
    for candidate in valid {
      let scalars = Array(candidate.lowercased().unicodeScalars.prefix(64))
      let isBeginning = !typed.isEmpty && scalars.starts(with: typed)
      ranked.append((isBeginning ? 0 : distance(typed, scalars), candidate))
    }
    let limit = max(2, typed.count / 3)
    return ranked.filter { $0.distance <= limit }.sorted { ($0.distance, $0.word) < ($1.distance, $1.word) }
      .prefix(3).map(\.word)
  }

  /// The number of slips between two words; two neighbours swapped are one slip.
  static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    var rows = [Array(0...right.count)]
    for row in 1...left.count {
      let above = rows[row - 1]
      var current = [row] + [Int](repeating: 0, count: right.count)
      for column in 1...right.count {
        let change = above[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1)
        var cost = min(above[column] + 1, current[column - 1] + 1, change)
        let isSwap =
          row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1]
        if isSwap { cost = min(cost, rows[row - 2][column - 2] + 1) }
        current[column] = cost
      }
      rows.append(current)
    }
    return rows[left.count][right.count]
  }
}
