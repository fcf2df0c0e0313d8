extension Canvas {
  func index(_ column: Int, _ row: Int) -> Int? {
    let place = Point(column: origin.column + column, row: origin.row + row)
    return clip.contains(place) ? place.row * stride + place.column : nil
  }

  /// Sets a cell and blanks the other half of any wide character it cuts; a wide cell that does not fit is a blank.
  mutating func place(_ cell: Cell, at point: Point) {
    guard let index = index(point.column, point.row) else {
      let fitsHalf = cell.width == 2 && self.index(point.column + 1, point.row) != nil
      if fitsHalf { place(Cell(style: cell.style), at: point.moved(columns: 1)) }
      return
    }
    if cell.width == 2, self.index(point.column + 1, point.row) == nil {
      place(Cell(style: cell.style), at: point)
      return
    }
    if cell.width == 1, cells[index].width == 1 {
      cells[index] = cell
      return
    }
    breakWide(at: index, column: origin.column + point.column)
    cells[index] = cell
    if cell.width == 2 {
      breakWide(at: index + 1, column: origin.column + point.column + 1)
      cells[index + 1] = .continuation(style: cell.style)
    }
  }

  /// Sets neighbouring cells of width 1 in one go; `column` counts from the first one, seen or not.
  @inline(__always)
  mutating func placeRun(at point: Point, count: Int, _ cell: (_ column: Int) -> Cell) {
    let row = origin.row + point.row
    guard row >= clip.row, row < clip.endRow else { return }
    let start = origin.column + point.column
    let first = max(start, clip.column)
    let end = count > clip.endColumn - start ? clip.endColumn : start + count
    guard first < end else { return }
    breakWide(at: row * stride + first, column: first)
    breakWide(at: row * stride + end - 1, column: end - 1)
    cells.withUnsafeMutableBufferPointer { cells in
      for column in first..<end { cells[row * stride + column] = cell(column - start) }
    }
  }

  private mutating func breakWide(at index: Int, column: Int) {
    if cells[index].isContinuation, column > 0 {
      cells[index - 1] = Cell(style: cells[index - 1].style)
    } else if cells[index].width == 2, column + 1 < stride {
      cells[index + 1] = Cell(style: cells[index + 1].style)
    }
  }

  mutating func mendEdges(ofRow row: Int) {
    guard stride > 0 else { return }
    let first = row * stride
    let last = first + stride - 1
    if cells[first].isContinuation { cells[first] = Cell(style: cells[first].style) }
    if cells[last].width == 2 { cells[last] = Cell(style: cells[last].style) }
  }
}

extension Canvas {
  /// The first and last cell of a row that differ from another canvas of the same size; nil when none does.
  ///
  /// All of the row where there is nothing to compare with. A range never begins in the middle of a character.
  public func changes(from before: Canvas?, inRow row: Int) -> Range<Int>? {
    guard row >= 0, (row + 1) * stride <= cells.count, stride > 0 else { return nil }
    guard let before, before.stride == stride, before.cells.count == cells.count else { return 0..<stride }
    return cells.withUnsafeBufferPointer { now in
      before.cells.withUnsafeBufferPointer { old in
        var first = row * stride
        var end = first + stride
        // Most rows are the same: looked at without a branch for each cell.
        var difference: UInt64 = 0
        for index in first..<end { difference |= now[index].difference(from: old[index]) }
        if difference == 0 { return nil }
        while first < end, now[first] == old[first] { first += 1 }
        while now[end - 1] == old[end - 1] { end -= 1 }
        while first > row * stride, now[first].isContinuation { first -= 1 }
        return first - row * stride..<end - row * stride
      }
    }
  }

  /// Takes over a row of a canvas of the same size.
  public mutating func take(row: Int, from other: Canvas) {
    guard row >= 0, (row + 1) * stride <= cells.count, other.cells.count == cells.count else { return }
    cells.withUnsafeMutableBufferPointer { cells in
      for index in row * stride..<(row + 1) * stride { cells[index] = other.cells[index] }
    }
  }

  /// Some cells of a row of the whole canvas, for showing them on a terminal.
  public func cells(inRow row: Int, _ columns: Range<Int>) -> ArraySlice<Cell> {
    cells[row * stride + columns.lowerBound..<row * stride + columns.upperBound]
  }
}
