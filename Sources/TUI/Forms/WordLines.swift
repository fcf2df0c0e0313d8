/// Many lines of words in two runs of bytes, so that a hundred thousand are looked through for every key that is typed.
///
/// A line is a name and what is said beside it; names stand by themselves, because most of what is typed is one.
/// Letters of either case are the same.
struct WordLines: Sendable {
  private var names = ByteLines()
  private var besides = ByteLines()

  mutating func add(_ name: String, beside more: [String?] = []) {
    names.add([name])
    besides.add(more.compactMap(\.self))
  }

  /// The lines in which all words of a search stand, at most so many of each rank: the best rank first, and within one
  /// in the order in which they were added.
  func best(_ search: NameSearch, atMost limit: Int) -> [Int] {
    // Other letters may be written in more than one way: their bytes alone do not tell.
    let word = search.isASCII ? search.longest : nil
    var found = ranked(search, word?.bytes ?? [], atMost: limit)
    if let word, found.joined().count < limit {
      found.append((found.removeLast() + only(beside: search, word, atMost: limit)).sorted())
    }
    return Array(found.joined().prefix(limit))
  }

  /// By rank, those whose name holds some bytes.
  private func ranked(_ search: NameSearch, _ needle: [UInt8], atMost limit: Int) -> [[Int]] {
    var found: [[Int]] = Array(repeating: [], count: NameSearch.ranks)
    var wantsAllRanks = true
    names.look(for: needle) { line, name in
      guard wantsAllRanks || search.begins(name) else { return true }
      guard let rank = besides.with(line, { search.rank(name, beside: $0) }), found[rank].count < limit else {
        return true
      }
      found[rank].append(line)
      wantsAllRanks = found.dropFirst().contains { $0.count < limit }
      return found[0].count < limit
    }
    return found
  }

  /// Those that hold a word beside their name alone: they are of the last rank.
  private func only(beside search: NameSearch, _ word: ByteSearch, atMost limit: Int) -> [Int] {
    var found: [Int] = []
    besides.look(for: word.bytes) { line, beside in
      let isFound = names.with(line) { word.rank(in: $0) == nil && search.rank($0, beside: beside) != nil }
      if isFound { found.append(line) }
      return found.count < limit
    }
    return found
  }

  /// The lines that hold the figures of a number, or are the same with or without the country's code.
  func numbers(_ search: FigureSearch, atMost limit: Int) -> [Int] {
    var found: [Int] = []
    names.look(for: search.tail) { line, text in
      if search.isFound(in: text) { found.append(line) }
      return found.count < limit
    }
    return found
  }
}
