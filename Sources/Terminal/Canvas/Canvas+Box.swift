extension Canvas {
  /// Draws a border along the edge of a rectangle; where it meets another border the two are joined (`┬ ├ ┼ …`).
  ///
  /// Titles stand in the upper edge as `─ one ── two ─`, the footer likewise in the lower one; a title that does
  /// not fit as a whole is cut with `…`, one that finds no room at all is left out.
  public mutating func box(
    _ rect: Rect, style: Style = .plain, titles: [String] = [], titleStyle: Style? = nil,
    footer: [String] = []
  ) {
    guard rect.width >= 2, rect.height >= 2 else { return }
    rule(from: rect.origin, columns: rect.width, style: style)
    rule(from: Point(column: rect.column, row: rect.endRow - 1), columns: rect.width, style: style)
    rule(from: rect.origin, rows: rect.height, style: style)
    rule(from: Point(column: rect.endColumn - 1, row: rect.row), rows: rect.height, style: style)
    write(titles, inEdge: rect.row, of: rect, style: titleStyle ?? style)
    write(footer, inEdge: rect.endRow - 1, of: rect, style: titleStyle ?? style)
  }

  /// Draws a horizontal line, joined to the borders it meets.
  public mutating func rule(from point: Point, columns: Int, style: Style = .plain) {
    for offset in 0..<max(0, columns) {
      var arms: BorderArms = []
      if offset > 0 || columns == 1 { arms.insert(.left) }
      if offset < columns - 1 { arms.insert(.right) }
      join(arms, at: point.moved(columns: offset), style: style)
    }
  }

  /// Draws a vertical line, joined to the borders it meets.
  public mutating func rule(from point: Point, rows: Int, style: Style = .plain) {
    for offset in 0..<max(0, rows) {
      var arms: BorderArms = []
      if offset > 0 || rows == 1 { arms.insert(.up) }
      if offset < rows - 1 { arms.insert(.down) }
      join(arms, at: point.moved(rows: offset), style: style)
    }
  }

  /// Writes titles into a horizontal border of the rectangle: its upper edge, its lower edge or a rule across it.
  public mutating func write(_ titles: [String], inEdge row: Int, of rect: Rect, style: Style = .plain) {
    var column = rect.column + 2
    let end = rect.endColumn - 2
    for title in titles where !title.isEmpty {
      let room = end - column - 2
      guard room >= min(4, displayWidth(of: title)), room > 0 else { return }
      let wanted = min(room, displayWidth(of: title))
      let used =
        put(
          " ", at: Point(column: column, row: row), style: style)
        + put(title, at: Point(column: column + 1, row: row), style: style, width: wanted, ellipsis: true)
        + put(" ", at: Point(column: column + 1 + wanted, row: row), style: style)
      column += used + 2
    }
  }

  private mutating func join(_ arms: BorderArms, at point: Point, style: Style) {
    guard let index = index(point.column, point.row) else { return }
    let all = arms.union(cells[index].arms)
    var cell = Cell(Glyph(border: glyphs.border(all)), style: style)
    cell.arms = all
    place(cell, at: point)
  }
}
