/// Many lines of words in one run of bytes, so that a hundred thousand are looked through for every key that is typed.
///
/// A line is a name and what is said beside it. Letters of either case are the same.
struct WordLines: Sendable {
  /// Bytes that stand in no text: the end of a line, and what parts the texts in it.
  private static let (end, parting): (UInt8, UInt8) = (0xFF, 0xFE)

  private var bytes: [UInt8] = []
  /// Where each line begins, and the end of the last one.
  private var starts = [0]

  var count: Int { starts.count - 1 }

  mutating func add(_ name: String, beside more: [String?] = []) {
    bytes += name.lowercased().utf8
    for text in more {
      guard let text else { continue }
      bytes.append(Self.parting)
      bytes += text.lowercased().utf8
    }
    bytes.append(Self.end)
    starts.append(bytes.count)
  }

  /// The lines in which all words of a search stand, at most so many of each rank: the best rank first, and within one
  /// in the order in which they were added.
  func best(_ search: NameSearch, atMost limit: Int) -> [Int] {
    var found: [[Int]] = Array(repeating: [], count: NameSearch.ranks)
    // Other letters may be written in more than one way: their bytes alone do not tell.
    look(for: search.isASCII ? search.longest : []) { line, text in
      let name = UnsafeBufferPointer(rebasing: text.prefix { $0 != Self.parting })
      let beside = UnsafeBufferPointer(rebasing: text[min(name.count + 1, text.count)...])
      guard let rank = search.rank(name, beside: beside) else { return true }
      if found[rank].count < limit { found[rank].append(line) }
      return found[0].count < limit
    }
    return Array(found.joined().prefix(limit))
  }

  /// The lines that hold the figures of a number, or are the same with or without the country's code.
  func numbers(_ search: FigureSearch, atMost limit: Int) -> [Int] {
    var found: [Int] = []
    look(for: search.tail) { line, text in
      if search.isFound(in: text) { found.append(line) }
      return found.count < limit
    }
    return found
  }

  /// Hands on each line that holds some bytes, all where there are none, until it is told to stop.
  private func look(for needle: [UInt8], _ take: (Int, UnsafeBufferPointer<UInt8>) -> Bool) {
    bytes.withUnsafeBufferPointer { all in
      var line = 0
      while line < count {
        guard let place = Self.place(of: needle, in: all, from: starts[line]) else { return }
        line = self.line(at: place, from: line)
        let text = all[starts[line]..<starts[line + 1] - 1]
        if !take(line, UnsafeBufferPointer(rebasing: text)) { return }
        line += 1
      }
    }
  }

  /// Where some bytes stand next, from a place on.
  private static func place(
    of needle: [UInt8], in all: UnsafeBufferPointer<UInt8>, from first: Int
  ) -> Int? {
    guard let head = needle.first else { return first }
    var place = first
    while place + needle.count <= all.count {
      if all[place] == head, all[place...].starts(with: needle) { return place }
      place += 1
    }
    return nil
  }

  /// The line in which a byte lies, one from this one on.
  private func line(at place: Int, from first: Int) -> Int {
    var (low, high) = (first, count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= place { low = middle } else { high = middle }
    }
    return low
  }
}
