/// Several lines of text being typed, such as a note.
public struct TextArea: Hashable, Sendable {
  /// Never empty.
  private(set) var lines: [TextField]
  /// The line the cursor is in.
  public private(set) var row = 0
  /// Most lines it breaks into; further line ends stay inside the last one.
  public let lineLimit: Int

  public init(_ text: String = "", lineLimit: Int = 10_000) {
    self.lineLimit = max(1, lineLimit)
    lines = [TextField()]
    insert(text)
  }

  public var text: String { lines.map(\.text).joined(separator: "\n") }
  public var isEmpty: Bool { lines.count == 1 && lines[0].isEmpty }
  public var line: TextField { lines[row] }

  /// Types or pastes at the cursor; a line end makes a new line. Returns whether all of it fitted.
  @discardableResult
  public mutating func insert(_ text: String) -> Bool {
    let room = lineLimit - lines.count
    let parts = withPlainLineEnds(text).split(
      separator: "\n", maxSplits: max(0, room), omittingEmptySubsequences: false)
    var fitted = true
    for (index, part) in parts.enumerated() {
      if index > 0 { breakLine() }
      fitted = lines[row].insert(String(part)) && fitted
    }
    return fitted
  }

  /// Edits by a key; false when it is not for a text. Enter makes a line where there is room for one.
  public mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .named(.enter, []):
      insert("\n")
    case .named(.up, []):
      guard row > 0 else { return false }
      moveRow(by: -1)
    case .named(.down, []):
      guard row + 1 < lines.count else { return false }
      moveRow(by: 1)
    case .named(.left, []) where line.cursor == 0 && row > 0:
      row -= 1
      lines[row].move(.end)
    case .named(.right, []) where line.textAfterCursor.isEmpty && row + 1 < lines.count:
      row += 1
      lines[row].move(.start)
    case .named(.backspace, []) where line.cursor == 0 && row > 0: joinToLineBefore()
    case .named(.delete, []) where line.textAfterCursor.isEmpty && row + 1 < lines.count:
      row += 1
      lines[row].move(.start)
      joinToLineBefore()
    case .character, .named: return lines[row].handle(key)
    }
    return true
  }

  private mutating func breakLine() {
    var after = TextField(lines[row].textAfterCursor)
    after.move(.start)
    lines[row].delete(.end)
    row += 1
    lines.insert(after, at: row)
  }

  private mutating func moveRow(by step: Int) {
    let place = line.cursor
    row += step
    lines[row].moveCursor(to: place)
  }

  /// Joins only lines that fit in one, so that nothing typed is lost.
  private mutating func joinToLineBefore() {
    let tail = lines[row].text
    let end = lines[row - 1].characters.count
    guard end + lines[row].characters.count <= lines[row - 1].limit else { return }
    lines.remove(at: row)
    row -= 1
    lines[row].move(.end)
    lines[row].insert(tail)
    lines[row].moveCursor(to: end)
  }
}

extension TextArea {
  /// Draws the text, long lines wrapped, scrolled so that the cursor is seen.
  public func draw(
    on canvas: inout Canvas, in rect: Rect, style: Style = .plain, isFocused: Bool = true
  ) {
    guard !rect.isEmpty else { return }
    var shown: [String] = []
    var cursor = Point.zero
    for (index, line) in lines.enumerated() {
      // One column is kept free for the cursor behind the last letter.
      let ranges = wrappedRanges(of: line.characters, width: max(1, rect.width - 1))
      if index == row {
        let part = ranges.lastIndex { $0.lowerBound <= line.cursor } ?? 0
        let before = line.characters[ranges[part].lowerBound..<max(line.cursor, ranges[part].lowerBound)]
        cursor = Point(column: displayWidth(of: String(before)), row: shown.count + part)
      }
      shown += ranges.map { String(line.characters[$0]) }
    }
    let top = TextField.offset(showing: cursor.row, width: rect.height)
    canvas.draw(in: rect) { canvas in
      canvas.fill(canvas.bounds, style: style)
      for (index, line) in shown.dropFirst(top).prefix(rect.height).enumerated() {
        canvas.put(line, at: Point(column: 0, row: index), style: style)
      }
      if isFocused {
        canvas.cursor = Point(column: min(cursor.column, rect.width - 1), row: cursor.row - top)
      }
    }
  }
}
