/// A rectangle of cells; an empty one has no cells but keeps its corner.
public struct Rect: Hashable, Sendable {
  public let column: Int
  public let row: Int
  public let width: Int
  public let height: Int

  public init(column: Int, row: Int, width: Int, height: Int) {
    self.column = column
    self.row = row
    self.width = max(0, width)
    self.height = max(0, height)
  }

  public init(origin: Point = .zero, size: Size) {
    self.init(column: origin.column, row: origin.row, width: size.width, height: size.height)
  }

  public var origin: Point { Point(column: column, row: row) }
  public var size: Size { Size(width: width, height: height) }
  /// The first column to the right of the rectangle.
  public var endColumn: Int { column + width }
  /// The first row below the rectangle.
  public var endRow: Int { row + height }
  public var isEmpty: Bool { width == 0 || height == 0 }

  public func contains(_ point: Point) -> Bool {
    point.column >= column && point.column < endColumn && point.row >= row && point.row < endRow
  }

  /// The cells both rectangles have; empty where they do not meet.
  public func intersection(_ other: Rect) -> Rect {
    let left = max(column, other.column)
    let top = max(row, other.row)
    return Rect(
      column: left, row: top,
      width: min(endColumn, other.endColumn) - left, height: min(endRow, other.endRow) - top)
  }

  public func moved(columns: Int = 0, rows: Int = 0) -> Rect {
    Rect(column: column + columns, row: row + rows, width: width, height: height)
  }

  /// The rectangle with its edges drawn in, as inside a border.
  public func inset(columns: Int = 1, rows: Int = 1) -> Rect {
    Rect(column: column + columns, row: row + rows, width: width - 2 * columns, height: height - 2 * rows)
  }

  /// A rectangle of the wanted size in the middle of this one, never larger than it.
  public func centred(_ wanted: Size) -> Rect {
    let inner = Size(width: min(width, wanted.width), height: min(height, wanted.height))
    return Rect(
      column: column + (width - inner.width) / 2, row: row + (height - inner.height) / 2,
      width: inner.width, height: inner.height)
  }
}
