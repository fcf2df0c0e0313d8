/// Looks for a word in many texts without making a new string for any of them; letters of either case are the same.
struct ByteSearch: Hashable, Sendable {
  let word: String
  /// In lower case.
  let bytes: [UInt8]
  let isASCII: Bool

  init(_ word: some StringProtocol) {
    self.word = word.lowercased()
    bytes = Array(self.word.utf8)
    isASCII = bytes.allSatisfy { $0 < 0x80 }
  }

  /// How well a text holds the word: 0 begins with it, 1 one of its words does, 2 it is somewhere inside; nil not at all.
  func rank(in text: String) -> Int? {
    guard isASCII else {
      // A text of plain letters holds no other.
      return text.utf8.allSatisfy { $0 < 0x80 } ? nil : slowRank(in: text)
    }
    if let rank = text.utf8.withContiguousStorageIfAvailable({ rank(in: $0) }) { return rank }
    return slowRank(in: text)
  }

  func isFound(in text: String?) -> Bool { text.map { rank(in: $0) != nil } ?? false }

  /// Whether bytes in lower case begin with the word.
  func begins(_ text: UnsafeBufferPointer<UInt8>) -> Bool { text.starts(with: bytes) }

  func rank(in text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let first = bytes.first else { return 0 }
    var best: Int?
    var start = 0
    while start + bytes.count <= text.count {
      if Self.low(text[start]) == first, matches(text, at: start) {
        if start == 0 { return 0 }
        if !Self.isInWord(text[start - 1]) { return 1 }
        best = 2
      }
      start += 1
    }
    return best
  }

  private func matches(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    for offset in 1..<max(1, bytes.count) where Self.low(text[start + offset]) != bytes[offset] {
      return false
    }
    return true
  }

  private func slowRank(in text: String) -> Int? {
    let low = text.lowercased()
    if low.hasPrefix(word) { return 0 }
    if low.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).contains(where: { $0.hasPrefix(word) }) {
      return 1
    }
    return low.contains(word) ? 2 : nil
  }

  private static func low(_ byte: UInt8) -> UInt8 { (0x41...0x5a).contains(byte) ? byte | 0x20 : byte }

  private static func isInWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7a).contains(low(byte))
  }
}
