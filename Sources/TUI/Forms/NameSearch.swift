/// What a few typed letters may mean: those whose name begins with them first, then those that hold them.
struct NameSearch {
  /// How many ranks there are.
  static let ranks = 4

  private let words: [ByteSearch]
  private let whole: ByteSearch

  init(_ text: String) {
    words = text.split(whereSeparator: \.isWhitespace).map { ByteSearch($0) }
    whole = ByteSearch(words.map(\.word).joined(separator: " "))
  }

  var isEmpty: Bool { words.isEmpty }
  var isASCII: Bool { whole.isASCII }

  /// The longest word: it stands wherever the search finds something.
  var longest: ByteSearch? { words.max { $0.bytes.count < $1.bytes.count } }

  /// 0 the name begins with it, 1 words of the name begin with each word, 2 it holds them, 3 some are only in what is
  /// said beside it; nil is none.
  func rank(_ name: String, _ more: String?...) -> Int? {
    rank(whole.rank(in: name)) {
      $0.rank(in: name)
    } beside: { word in
      more.contains { word.isFound(in: $0) }
    }
  }

  /// Whether a name in lower case is of rank 0.
  func begins(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    isASCII ? whole.begins(name) : whole.rank(in: String(decoding: name, as: UTF8.self)) == 0
  }

  /// The same in bytes that are in lower case.
  func rank(_ name: UnsafeBufferPointer<UInt8>, beside: UnsafeBufferPointer<UInt8>) -> Int? {
    guard isASCII else {
      return rank(String(decoding: name, as: UTF8.self), String(decoding: beside, as: UTF8.self))
    }
    return rank(whole.rank(in: name)) {
      $0.rank(in: name)
    } beside: {
      $0.rank(in: beside) != nil
    }
  }

  private func rank(
    _ all: Int?, in name: (ByteSearch) -> Int?, beside: (ByteSearch) -> Bool
  ) -> Int? {
    if all == 0 || all != nil && words.count == 1 { return all }
    var worst = words.isEmpty ? 0 : 1
    for word in words {
      if let rank = name(word) {
        worst = max(worst, rank)
      } else {
        guard beside(word) else { return nil }
        worst = 3
      }
    }
    return worst
  }
}
