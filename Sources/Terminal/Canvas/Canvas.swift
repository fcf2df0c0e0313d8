/// The screen as a value: rows of cells and the place of the hardware cursor.
///
/// Nothing is ever drawn outside the canvas or outside the rectangle handed to `draw(in:)`; drawing beyond an edge
/// is not an error, it has no effect. Text is made harmless by `put`, the only way for text into a cell.
public struct Canvas: Equatable, Sendable {
  /// The extent of the part now drawn on: the canvas, or inside `draw(in:)` the rectangle.
  public internal(set) var size: Size
  /// The characters borders and marks are made of.
  public let glyphs: GlyphSet
  var cells: [Cell]
  let stride: Int
  /// Where the part now drawn on begins, and the cells it may touch, both in places of the whole canvas.
  var origin = Point.zero
  var clip: Rect
  var cursorPlace: Point?

  public init(width: Int, height: Int, glyphs: GlyphSet = .unicode) {
    self.init(size: Size(width: width, height: height), glyphs: glyphs)
  }

  public init(size: Size, glyphs: GlyphSet = .unicode) {
    self.size = size
    self.glyphs = glyphs
    stride = size.width
    cells = Array(repeating: Cell(), count: size.width * size.height)
    clip = Rect(size: size)
  }

  public var width: Int { size.width }
  public var height: Int { size.height }
  /// All of the part now drawn on.
  public var bounds: Rect { Rect(size: size) }

  /// The cell at a place; a blank outside.
  public subscript(column: Int, row: Int) -> Cell {
    guard let index = index(column, row) else { return Cell() }
    return cells[index]
  }

  /// Where the hardware cursor stands; nil hides it. Placed outside the part drawn on, it is hidden.
  public var cursor: Point? {
    get { cursorPlace?.moved(columns: -origin.column, rows: -origin.row) }
    set {
      let place = newValue?.moved(columns: origin.column, rows: origin.row)
      cursorPlace = place.flatMap { clip.contains($0) ? $0 : nil }
    }
  }

  /// Draws inside a rectangle with its corner as the new place zero; nothing gets out of it.
  public mutating func draw(in rect: Rect, _ body: (inout Canvas) -> Void) {
    let before = (size, origin, clip)
    origin = origin.moved(columns: rect.column, rows: rect.row)
    clip = clip.intersection(Rect(origin: origin, size: rect.size))
    size = rect.size
    body(&self)
    (size, origin, clip) = before
  }

  /// A copy of a part as a canvas of its own.
  public func clipped(to rect: Rect) -> Canvas {
    var part = Canvas(size: rect.size, glyphs: glyphs)
    for row in 0..<rect.height {
      for column in 0..<rect.width {
        guard let from = index(rect.column + column, rect.row + row) else { continue }
        part.cells[row * rect.width + column] = cells[from]
      }
      part.mendEdges(ofRow: row)
    }
    if let cursor, rect.contains(cursor) {
      part.cursorPlace = cursor.moved(columns: -rect.column, rows: -rect.row)
    }
    return part
  }

  /// Lays another canvas over this one, cursor included when it has one.
  public mutating func lay(_ other: Canvas, at point: Point) {
    for row in 0..<other.height {
      for column in 0..<other.width {
        let cell = other[column, row]
        if cell.isContinuation { continue }
        place(cell, at: point.moved(columns: column, rows: row))
      }
    }
    if let over = other.cursor { cursor = over.moved(columns: point.column, rows: point.row) }
  }
}
