/// Why a statement cannot be read, and where reading stopped.
struct TOMLSlip: Error {
  var place: SourcePlace
  var reason: String
}

/// A position in a TOML text, and the words that can be read from there.
struct TOMLCursor {
  private(set) var place = SourcePlace.start
  private let text: [Unicode.Scalar]
  private var at = 0

  /// A byte order mark is no part of the text.
  init(_ source: String) {
    text = Array(
      source.unicodeScalars.first == "\u{FEFF}"
        ? source.unicodeScalars.dropFirst() : source.unicodeScalars[...])
  }

  var peek: Unicode.Scalar? { at < text.count ? text[at] : nil }
  var isAtLineStart: Bool { place.column == 1 }

  /// The line the cursor is on, without outer blanks and not longer than a message can bear.
  var line: String {
    var start = at
    while start > 0, text[start - 1] != "\n" { start -= 1 }
    var line = text[start...].prefix { $0 != "\n" }
    line = line.drop { $0.isBlank }
    while line.last?.isBlank == true { line.removeLast() }
    var shown = String.UnicodeScalarView()
    shown.append(contentsOf: line.prefix(60))
    return String(shown) + (line.count > 60 ? "…" : "")
  }

  func slip(_ reason: String) -> TOMLSlip { TOMLSlip(place: place, reason: reason) }

  mutating func advance() {
    guard at < text.count else { return }
    place =
      text[at] == "\n"
      ? SourcePlace(line: place.line + 1, column: 1) : SourcePlace(line: place.line, column: place.column + 1)
    at += 1
  }

  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard peek == scalar else { return false }
    advance()
    return true
  }

  /// Steps over blanks and, across lines, comments; true while there is text left.
  @discardableResult
  mutating func skipBlank(acrossLines: Bool) -> Bool {
    while let scalar = peek {
      if acrossLines, scalar == "#" {
        skipLine()
      } else if scalar.isBlank || (acrossLines && scalar == "\n") {
        advance()
      } else {
        return true
      }
    }
    return false
  }

  mutating func skipLine() {
    while let scalar = peek {
      advance()
      if scalar == "\n" { return }
    }
  }

  var startsHeader: Bool {
    var ahead = self
    ahead.skipBlank(acrossLines: false)
    guard ahead.take("[") else { return false }
    ahead.skipBlank(acrossLines: false)
    return ahead.skipKey() && ahead.peek == "]"
  }

  var startsStatement: Bool {
    if startsHeader { return true }
    var ahead = self
    ahead.skipBlank(acrossLines: false)
    return ahead.skipKey() && ahead.peek == "="
  }

  private mutating func skipKey() -> Bool {
    repeat {
      skipBlank(acrossLines: false)
      guard (try? readKeyPart()) != nil else { return false }
      skipBlank(acrossLines: false)
    } while take(".")
    return true
  }

  mutating func readKeyPart() throws(TOMLSlip) -> String {
    if peek == "\"" || peek == "'" {
      if isLong { throw slip("a key is on one line") }
      return try readString()
    }
    var bare = String.UnicodeScalarView()
    while let scalar = peek, scalar.isBareKey {
      bare.append(scalar)
      advance()
    }
    if bare.isEmpty { throw slip("a key with other than letters, digits, - and _ goes into quotes") }
    return String(bare)
  }
}

extension TOMLCursor {
  private var isLong: Bool {
    at + 2 < text.count && text[at + 1] == text[at] && text[at + 2] == text[at]
  }

  /// Reads any of the four kinds of string.
  mutating func readString() throws(TOMLSlip) -> String {
    guard let quote = peek else { throw slip("a text is missing") }
    let open = self
    let long = isLong
    for _ in 0..<(long ? 3 : 1) { advance() }
    if long, peek == "\r" { advance() }
    if long, peek == "\n" { advance() }
    var read = String.UnicodeScalarView()
    while let scalar = peek {
      if scalar == quote {
        guard long else {
          advance()
          return String(read)
        }
        var run = 0
        while run < 5, peek == quote {
          advance()
          run += 1
        }
        for _ in 0..<(run >= 3 ? run - 3 : run) { read.append(quote) }
        if run >= 3 { return String(read) }
      } else if scalar == "\n" || scalar == "\r", !long {
        break
      } else if scalar == "\\", quote == "\"" {
        advance()
        try readEscape(into: &read, long: long)
      } else if scalar.value < 0x20 && scalar != "\t" && scalar != "\n" && scalar != "\r"
        || scalar.value == 0x7F
      {
        throw slip("the text holds a control character")
      } else {
        read.append(scalar)
        advance()
      }
    }
    // The quote is where to look, but how far the text was read tells how much to step over.
    throw TOMLSlip(place: open.place, reason: "the quote is not closed")
  }

  private mutating func readEscape(into read: inout String.UnicodeScalarView, long: Bool) throws(TOMLSlip) {
    guard let scalar = peek else { throw slip("the quote is not closed") }
    let before = place
    advance()
    switch scalar {
    case "b": read.append("\u{8}")
    case "t": read.append("\t")
    case "n": read.append("\n")
    case "f": read.append("\u{C}")
    case "r": read.append("\r")
    case "\"", "\\": read.append(scalar)
    case "u", "U":
      var digits = ""
      while digits.count < (scalar == "u" ? 4 : 8), let next = peek, next.properties.isASCIIHexDigit {
        digits.unicodeScalars.append(next)
        advance()
      }
      guard digits.count == (scalar == "u" ? 4 : 8), let code = UInt32(digits, radix: 16),
        let decoded = Unicode.Scalar(code)
      else { throw TOMLSlip(place: before, reason: "the \\\(scalar) names no character") }
      read.append(decoded)
    case "\n", " ", "\t", "\r":
      guard long else {
        throw TOMLSlip(place: before, reason: "a \\ means something only before b t n f r u U \" or \\")
      }
      while let next = peek, next.isBlank || next == "\n" { advance() }
    default:
      throw TOMLSlip(
        place: before,
        reason: "a \\ means something only before b t n f r u U \" or \\; '…' takes it as it is")
    }
  }

  /// Reads true, false, a number, or a date; anything else wants quotes.
  mutating func readBareValue() throws(TOMLSlip) -> TOMLNode {
    let start = self
    var word = ""
    while let scalar = peek, scalar != ",", scalar != "]", scalar != "}", scalar != "\n", scalar != "#" {
      word.unicodeScalars.append(scalar)
      advance()
    }
    while let last = word.unicodeScalars.last, last.isBlank { word.unicodeScalars.removeLast() }
    switch word {
    case "": throw start.slip("there is no value")
    case "true": return .truth(true)
    case "false": return .truth(false)
    case "inf", "+inf": return .decimal(.infinity)
    case "-inf": return .decimal(-.infinity)
    case "nan", "+nan", "-nan": return .decimal(.nan)
    default:
      if let number = word.asTOMLNumber { return number }
      if word.isTOMLMoment { return .moment }
      throw start.slip("a text goes into quotes")
    }
  }
}

extension Unicode.Scalar {
  var isBlank: Bool { self == " " || self == "\t" || self == "\r" }

  fileprivate var isBareKey: Bool {
    switch self {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_": true
    default: false
    }
  }
}

extension String {
  fileprivate var asTOMLNumber: TOMLNode? {
    guard unicodeScalars.allSatisfy({ $0.isASCII }), !hasPrefix("_"), !hasSuffix("_"), !contains("__") else {
      return nil
    }
    let digits = filter { $0 != "_" }
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where digits.hasPrefix(prefix) {
      return Int(digits.dropFirst(2), radix: radix).map(TOMLNode.whole)
    }
    let bare = digits.drop { $0 == "+" || $0 == "-" }
    guard bare.first?.isNumber == true, digits.count - bare.count <= 1 else { return nil }
    if bare.count > 1, bare.first == "0", bare.dropFirst().first?.isNumber == true { return nil }
    if let whole = Int(digits) { return .whole(whole) }
    guard digits.allSatisfy({ "0123456789+-.eE".contains($0) }), !digits.hasSuffix(".") else { return nil }
    guard digits.contains(where: { ".eE".contains($0) }) else { return nil }
    return Double(digits).map(TOMLNode.decimal)
  }

  /// `1979-05-27`, `07:32:00`, or both, by shape; nothing here needs their value.
  fileprivate var isTOMLMoment: Bool {
    let isDate = count >= 10 && dropFirst(4).first == "-" && dropFirst(7).first == "-"
    let isTime = count >= 5 && dropFirst(2).first == ":"
    return (isDate || isTime) && first?.isNumber == true
      && unicodeScalars.allSatisfy { "0123456789-:.+TtZz ".unicodeScalars.contains($0) }
  }
}
