import Domain

extension String {
  /// The same as `folded.contains(word)` for a word that is folded already, without a new string for most texts:
  /// a filter asks tens of thousands of them at each key.
  func holds(folded word: String) -> Bool {
    quickly(holds: word) ?? folded.contains(word)
  }

  /// The same as `folded.hasPrefix(word)` for a word that is folded already.
  func begins(folded word: String) -> Bool {
    let answer = word.utf8.withContiguousStorageIfAvailable { word -> Bool? in
      guard word.allSatisfy({ String.kept($0) == $0 }) else { return nil }
      return utf8.withContiguousStorageIfAvailable { text -> Bool? in
        text.contains { $0 >= 0x80 } ? nil : String.matches(text, from: 0, word)
      } ?? nil
    }
    return (answer ?? nil) ?? folded.hasPrefix(word)
  }

  /// Nil where letters beyond ASCII need the whole rule: only where one stands in what would be a match, or turns
  /// into an ASCII letter itself.
  private func quickly(holds word: String) -> Bool? {
    let answer = word.utf8.withContiguousStorageIfAvailable { word -> Bool? in
      guard let first = word.first, word.allSatisfy({ String.kept($0) == $0 }) else { return nil }
      let found = utf8.withContiguousStorageIfAvailable { text -> Bool? in
        for start in text.indices where String.kept(text[start]) == first {
          guard let isMatch = String.matches(text, from: start, word) else { return nil }
          if isMatch { return true }
        }
        return String.turnsIntoASCII(text) ? nil : false
      }
      return found ?? nil
    }
    return answer ?? nil
  }

  /// Goes over what folding leaves out; nil when it meets a letter beyond ASCII before it knows.
  private static func matches(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, _ word: UnsafeBufferPointer<UInt8>
  ) -> Bool? {
    var place = start
    for byte in word {
      while place < text.count, text[place] < 0x80, kept(text[place]) == nil { place += 1 }
      guard place < text.count else { return false }
      guard text[place] < 0x80 else { return nil }
      guard kept(text[place]) == byte else { return false }
      place += 1
    }
    // What follows could belong to the last letter.
    return place < text.count && text[place] >= 0x80 ? nil : true
  }

  /// Whether it has one of the two letters beyond ASCII whose lower case is an ASCII letter: the dotted capital I
  /// and the Kelvin sign.
  private static func turnsIntoASCII(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    for place in text.indices where text[place] == 0xC4 || text[place] == 0xE2 {
      let rest = text[place...].prefix(3)
      if rest.starts(with: [0xC4, 0xB0]) || rest.elementsEqual([0xE2, 0x84, 0xAA]) { return true }
    }
    return false
  }

  /// A letter or digit as folding writes it; nil for what it leaves out.
  private static func kept(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39, 0x61...0x7A: byte
    case 0x41...0x5A: byte | 0x20
    default: nil
    }
  }
}
