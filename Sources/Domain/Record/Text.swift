extension StringProtocol {
  /// The text without white space at either end.
  public var trimmed: String {
    // Most texts begin and end with a letter, and an import trims millions of them.
    let letters: ClosedRange<Unicode.Scalar> = "!"..."~"
    if let first = unicodeScalars.first, let last = unicodeScalars.last, letters.contains(first),
      letters.contains(last)
    {
      return String(self)
    }
    var slice = Substring(self)
    while let first = slice.first, first.isWhitespace { slice.removeFirst() }
    while let last = slice.last, last.isWhitespace { slice.removeLast() }
    return String(slice)
  }

  /// Letters and digits in lower case, for comparing names as people type them; a name without any stays itself.
  public var folded: String {
    // Most names are ASCII, and a filter folds tens of thousands of them for a key.
    if utf8.allSatisfy({ $0 < 0x80 }) {
      let kept = utf8.compactMap { byte -> UInt8? in
        switch byte {
        case 0x30...0x39, 0x61...0x7A: byte
        case 0x41...0x5A: byte | 0x20
        default: nil
        }
      }
      return kept.isEmpty ? trimmed : String(decoding: kept, as: UTF8.self)
    }
    return foldedScalars
  }

  private var foldedScalars: String {
    var kept = String.UnicodeScalarView()
    for scalar in unicodeScalars where scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
      kept.append(scalar)
    }
    return kept.isEmpty ? trimmed : String(kept).lowercased()
  }
}
