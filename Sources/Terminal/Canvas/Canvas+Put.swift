/// Where text stands in a width larger than itself.
public enum Alignment: Hashable, Sendable {
  case left
  case centre
  case right
}

extension Canvas {
  /// Draws one line of text and returns the columns used; this is where text from outside becomes only text.
  ///
  /// With a width the text is cut and padded to exactly that many columns; without, it ends at the edge. A cut
  /// never splits a character people see as one, and shows `…` only when `ellipsis` is asked for.
  @discardableResult
  public mutating func put(
    _ text: String, at point: Point, style: Style = .plain, width: Int? = nil, alignment: Alignment = .left,
    ellipsis: Bool = false
  ) -> Int {
    let room = width ?? (ellipsis ? size.width - point.column : Int.max)
    guard room > 0 else { return 0 }
    if point.row < 0 || point.row >= size.height { return width ?? min(displayWidth(of: text), room) }
    let needed = alignment == .left && !ellipsis ? nil : displayWidth(of: text)
    let limit = ellipsis && (needed ?? 0) > room ? room - 1 : room
    var start = 0
    if let needed, needed < room, width != nil {
      switch alignment {
      case .left: start = 0
      case .centre: start = (room - needed) / 2
      case .right: start = room - needed
      }
    }
    blank(from: 0, count: start, at: point, style: style)
    var used = start
    if let count = asciiCount(of: text) {
      let drawn = min(count, limit - start)
      putASCII(text, count: drawn, at: point.moved(columns: start), style: style)
      used += width == nil ? max(0, min(drawn, size.width - point.column)) : drawn
      if limit < room { used += set(.ellipsis, at: point.moved(columns: used), style: style) }
      blank(from: used, count: width == nil ? 0 : room - used, at: point, style: style)
      return width ?? used
    }
    let end = width == nil ? size.width - point.column : Int.max
    Glyphs.forEach(in: text) { glyph, characterWidth in
      guard used + characterWidth <= limit, used < end else { return false }
      used += set(glyph, at: point.moved(columns: used), style: style)
      return true
    }
    if limit < room { used += set(.ellipsis, at: point.moved(columns: used), style: style) }
    guard width != nil else { return used }
    blank(from: used, count: room - used, at: point, style: style)
    return room
  }

  /// Fills a rectangle with one character of width 1 (a blank unless said otherwise).
  public mutating func fill(_ rect: Rect, with character: Character = " ", style: Style = .plain) {
    var glyph = Glyph.space
    Glyphs.forEach(in: String(character)) { first, _ in
      if first.width == 1 { glyph = glyphs.glyph(for: first) }
      return false
    }
    let cell = Cell(glyph, style: style)
    for row in rect.intersection(bounds).row..<rect.intersection(bounds).endRow {
      placeRun(at: Point(column: rect.column, row: row), count: rect.width) { _ in cell }
    }
  }

  /// Gives the cells of a rectangle another style and leaves what they show.
  public mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
    let part = rect.intersection(bounds)
    for row in part.row..<part.endRow {
      for column in part.column..<part.endColumn {
        guard let index = index(column, row) else { continue }
        cells[index].style = change(cells[index].style)
      }
    }
  }
}

extension Canvas {
  /// Sets one glyph; in ASCII a wide one is two letters, so that it keeps its columns.
  private mutating func set(_ glyph: Glyph, at point: Point, style: Style) -> Int {
    let shown = glyphs.glyph(for: glyph)
    place(Cell(shown, style: style), at: point)
    if shown.width < glyph.width { place(Cell(shown, style: style), at: point.moved(columns: 1)) }
    return Int(glyph.width)
  }

  private func asciiCount(of text: String) -> Int? {
    text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } ? text.utf8.count : nil
  }

  private mutating func putASCII(_ text: String, count: Int, at point: Point, style: Style) {
    let blank = Cell(style: style)
    var text = text
    text.withUTF8 { bytes in placeRun(at: point, count: count) { blank.with(ascii: bytes[$0]) } }
  }

  private mutating func blank(from: Int, count: Int, at point: Point, style: Style) {
    guard count > 0 else { return }
    let cell = Cell(style: style)
    placeRun(at: point.moved(columns: from), count: count) { _ in cell }
  }
}
