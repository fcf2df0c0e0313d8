extension TextField {
  /// Edits by a key: letters, arrows, and the usual Control and Alt keys of shells. False when it is not for a field.
  public mutating func handle(_ key: Key) -> Bool {
    if let letter = key.typed {
      insert(String(letter))
      return true
    }
    switch key {
    case .named(.left, []), .character("b", .control): move(.left)
    case .named(.right, []), .character("f", .control): move(.right)
    case .named(.left, .control), .named(.left, .alt), .character("b", .alt): move(.wordLeft)
    case .named(.right, .control), .named(.right, .alt), .character("f", .alt): move(.wordRight)
    case .named(.home, []), .character("a", .control): move(.start)
    case .named(.end, []), .character("e", .control): move(.end)
    case .named(.backspace, []): delete(.left)
    case .named(.delete, []), .character("d", .control): delete(.right)
    case .character("w", .control), .named(.backspace, .alt): delete(.wordLeft)
    case .character("d", .alt), .named(.delete, .control): delete(.wordRight)
    case .character("u", .control): delete(.start)
    case .character("k", .control): delete(.end)
    case .character, .named: return false
    }
    return true
  }

  /// Draws the field into one row, scrolled so that the cursor is seen; takes the hardware cursor when focused.
  public func draw(
    on canvas: inout Canvas, at point: Point, width: Int, style: Style = .plain, isFocused: Bool = true,
    isSecret: Bool = false
  ) {
    guard width > 0 else { return }
    let shown = isSecret ? Array(repeating: Character("*"), count: characters.count) : characters
    let widths = shown.map { displayWidth(of: String($0)) }
    let cursorColumn = widths[..<cursor].reduce(0, +)
    let offset = Self.offset(showing: cursorColumn, width: width)
    var first = 0
    var skipped = 0
    while first < shown.count, skipped < offset {
      skipped += widths[first]
      first += 1
    }
    canvas.draw(in: Rect(column: point.column, row: point.row, width: width, height: 1)) { canvas in
      canvas.fill(canvas.bounds, style: style)
      canvas.put(
        String(shown[first...]), at: Point(column: skipped - offset, row: 0), style: style,
        width: max(0, width - (skipped - offset)))
      if isFocused { canvas.cursor = Point(column: cursorColumn - offset, row: 0) }
    }
  }

  /// The first column shown: steps of half a width, so that the text stands still while the cursor moves.
  static func offset(showing column: Int, width: Int) -> Int {
    guard column >= width else { return 0 }
    let step = max(1, width / 2)
    return ((column - width) / step + 1) * step
  }
}
