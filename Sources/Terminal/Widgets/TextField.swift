/// Text being typed in one row; the cursor stands between characters as people see them.
///
/// It keeps what came: a line end or a control character that was pasted stays one and is drawn as its picture.
public struct TextField: Hashable, Sendable {
  var characters: [Character]
  /// Characters before the cursor.
  public private(set) var cursor: Int
  /// Most characters it takes; more are refused.
  public let limit: Int
  /// Whether line ends become blanks, as on a command line.
  public let isOneLine: Bool

  public init(_ text: String = "", limit: Int = 100_000, isOneLine: Bool = false) {
    self.limit = limit
    self.isOneLine = isOneLine
    characters = Array(Self.taken(text, isOneLine).prefix(limit))
    cursor = characters.count
  }

  public var text: String { String(characters) }
  public var isEmpty: Bool { characters.isEmpty }
  public var textBeforeCursor: String { String(characters[..<cursor]) }
  public var textAfterCursor: String { String(characters[cursor...]) }

  /// Types or pastes at the cursor. Returns whether all of it fitted.
  @discardableResult
  public mutating func insert(_ text: String) -> Bool {
    let room = max(0, limit - characters.count)
    let added = Self.taken(text, isOneLine)
    let before = textBeforeCursor + added.prefix(room)
    let whole = Array(before + textAfterCursor)
    cursor = min(before.count, whole.count)
    characters = whole
    return added.count <= room
  }

  /// Replaces the text and puts the cursor at its end.
  public mutating func replace(with text: String) {
    self = TextField(text, limit: limit, isOneLine: isOneLine)
  }

  public mutating func clear() { replace(with: "") }

  /// Moves the cursor.
  public mutating func move(_ step: Step) { cursor = target(of: step) }

  /// Removes what lies between the cursor and where a step would take it, and returns it.
  @discardableResult
  public mutating func delete(_ step: Step) -> String {
    let other = target(of: step)
    let range = min(cursor, other)..<max(cursor, other)
    let removed = String(characters[range])
    let whole = Array(String(characters[..<range.lowerBound]) + String(characters[range.upperBound...]))
    cursor = min(range.lowerBound, whole.count)
    characters = whole
    return removed
  }

  private static func taken(_ text: String, _ isOneLine: Bool) -> String {
    let plain = withPlainLineEnds(text)
    return isOneLine ? String(plain.map { $0 == "\n" ? " " : $0 }) : plain
  }
}

extension TextField {
  /// A way for the cursor to go.
  public enum Step: Hashable, Sendable {
    case left
    case right
    case wordLeft
    case wordRight
    case start
    case end
  }

  /// Puts the cursor between characters; out of bounds means the nearest end.
  public mutating func moveCursor(to place: Int) { cursor = max(0, min(place, characters.count)) }

  private func target(of step: Step) -> Int {
    var place = cursor
    switch step {
    case .left: return max(0, cursor - 1)
    case .right: return min(characters.count, cursor + 1)
    case .start: return 0
    case .end: return characters.count
    case .wordLeft:
      while place > 0, !isInWord(place - 1) { place -= 1 }
      while place > 0, isInWord(place - 1) { place -= 1 }
    case .wordRight:
      while place < characters.count, !isInWord(place) { place += 1 }
      while place < characters.count, isInWord(place) { place += 1 }
    }
    return place
  }

  private func isInWord(_ place: Int) -> Bool {
    characters[place].isLetter || characters[place].isNumber
  }
}

/// CR and CR LF as LF: terminals hand over a pasted line end as either. No other character counts as one.
func withPlainLineEnds(_ text: String) -> String {
  guard text.utf8.contains(0x0D) else { return text }
  return String(text.map { $0 == "\r" || $0 == "\r\n" ? "\n" : $0 })
}
