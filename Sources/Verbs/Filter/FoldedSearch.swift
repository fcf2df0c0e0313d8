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

  /// Nil where letters beyond ASCII need the whole rule.
  private func quickly(holds word: String) -> Bool? {
    let answer = word.utf8.withContiguousStorageIfAvailable { word -> Bool? in
      guard let first = word.first, word.allSatisfy({ String.kept($0) == $0 }) else { return nil }
      let found = utf8.withContiguousStorageIfAvailable { text -> Bool? in
        if text.contains(where: { $0 >= 0x80 }) { return nil }
        return text.indices.contains { start in
          String.kept(text[start]) == first && String.matches(text, from: start, word)
        }
      }
      return found ?? nil
    }
    return answer ?? nil
  }

  /// Goes over what folding leaves out.
  private static func matches(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, _ word: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var place = start
    for byte in word {
      while place < text.count, kept(text[place]) == nil { place += 1 }
      guard place < text.count, kept(text[place]) == byte else { return false }
      place += 1
    }
    return true
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
