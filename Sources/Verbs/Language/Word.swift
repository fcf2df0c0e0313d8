/// One word of a line, with where it stood.
public struct Word: Hashable, Sendable {
  public let text: String
  /// Whether it began with a quote, so that it is neither an option nor a word of the grammar.
  public let isQuoted: Bool
  /// Where it stood in the line, in characters, its quotes included.
  public let range: Range<Int>

  public init(_ text: String, isQuoted: Bool = false, range: Range<Int> = 0..<0) {
    self.text = text
    self.isQuoted = isQuoted
    self.range = range
  }
}

/// A line cut into words: white space parts them, quotes keep them together.
struct WordLine {
  /// More than anybody types, and little enough to stay quick.
  static let longest = 65_536
  static let mostWords = 4_096

  private(set) var words: [Word] = []
  /// The quote that was not closed, if one was not.
  private(set) var openQuote: Character?

  /// Double quotes know `\"` and `\\`; single quotes know nothing.
  init(_ line: some StringProtocol) {
    var text = ""
    var start: Int?
    var isQuoted = false
    var quote: Character?
    var isEscaped = false
    var position = 0
    for character in line {
      defer { position += 1 }
      if let open = quote {
        if isEscaped {
          if character != "\"" && character != "\\" { text.append("\\") }
          text.append(character)
          isEscaped = false
        } else if character == "\\", open == "\"" {
          isEscaped = true
        } else if character == open {
          quote = nil
        } else {
          text.append(character)
        }
      } else if character.isWhitespace {
        if let begin = start { words.append(Word(text, isQuoted: isQuoted, range: begin..<position)) }
        (text, start, isQuoted) = ("", nil, false)
      } else if character == "\"" || (character == "'" && start == nil) {
        quote = character
        if start == nil { isQuoted = true }
        start = start ?? position
      } else {
        start = start ?? position
        text.append(character)
      }
    }
    if isEscaped { text.append("\\") }
    if let begin = start { words.append(Word(text, isQuoted: isQuoted, range: begin..<position)) }
    openQuote = quote
  }

  /// The words of a line that somebody wants to run.
  static func read(_ line: String) throws(UsageFault) -> [Word] {
    guard line.utf8.count <= longest else { throw UsageFault("The line is longer than \(longest) bytes.") }
    let cut = WordLine(line)
    if let quote = cut.openQuote {
      throw UsageFault("A quote is open: \(quote) closes it.", word: String(quote))
    }
    return try checked(cut.words)
  }

  /// The words of a shell, which has cut them already.
  static func read(_ words: [String]) throws(UsageFault) -> [Word] {
    guard words.reduce(0, { $0 + $1.utf8.count }) <= longest * 4 else {
      throw UsageFault("The command is longer than \(longest * 4) bytes.")
    }
    return try checked(words.map { Word($0) })
  }

  private static func checked(_ words: [Word]) throws(UsageFault) -> [Word] {
    guard words.count <= mostWords else {
      throw UsageFault("More than \(mostWords) words are too many for one line.")
    }
    return words
  }
}
