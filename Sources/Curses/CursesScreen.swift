import CNcurses
import Glibc
public import Terminal

/// The terminal as a screen: shows canvases, and gives the terminal back as it was.
///
/// For one thread. Only cells that changed are written, nothing at all when nothing changed.
public final class CursesScreen {
  /// What the locale allows: pass it to every canvas.
  public let glyphs: GlyphSet
  /// Colours the terminal has; a sheet in more colours is shown in the nearest ones.
  public let depth: ColourDepth
  /// A canvas was not shown since the terminal takes no output; show the newest again at `LoopEvent.drawable`.
  public private(set) var isFramePending = false
  /// Whether frames are wrapped in synchronized output, known once the terminal has answered.
  public internal(set) var synchronizesOutput = false
  let input: Int32
  let output: Int32
  private var shown: Canvas?
  private var shownSheet: StyleSheet?
  private var cells: [cn_cell] = []

  /// Takes over the terminal of two descriptors; `term` is its type, nil for the environment's.
  ///
  /// With `asksForBackground` the answer comes as `Input.backgroundColour`, if ever: nothing waits for it.
  public init(
    input: Int32 = 0, output: Int32 = 1, term: String? = nil, asksForBackground: Bool = false
  ) throws(CursesError) {
    self.input = input
    self.output = output
    glyphs = cn_set_locale() ? .unicode : .ascii
    let code = cn_open(input, output, term)
    switch code {
    case 0: break
    case ENOTTY: throw .notATerminal
    case ENOENT: throw .unknownTerminal(term ?? getenv("TERM").map { String(cString: $0) } ?? "")
    case EBUSY: throw .alreadyOpen
    default: throw .system(call: "newterm", code: code)
    }
    switch cn_colours() {
    case ..<8: depth = .mono
    case 8..<16: depth = .eight
    case 16..<256: depth = .sixteen
    default: depth = .many
    }
    if !cn_is_basic() {
      write("\u{1B}[?2026$p")
      if asksForBackground { write("\u{1B}]11;?\u{1B}\\") }
    }
  }

  deinit { cn_close() }

  /// Gives the terminal back. Also done when the screen goes away; doing it twice does no harm.
  public func close() { cn_close() }

  /// The size of the terminal now.
  public var size: Size {
    let now = cn_terminal_size()
    return Size(width: Int(now.columns), height: Int(now.rows))
  }

  /// Follows the terminal's size and returns it; the next canvas is drawn whole.
  @discardableResult
  public func resize() -> Size {
    let now = cn_terminal_size()
    cn_resize(now.rows, now.columns)
    // The terminal has wrapped or cut what it showed: nothing of it can be relied on.
    cn_repaint()
    shown = nil
    return Size(width: Int(now.columns), height: Int(now.rows))
  }

  /// Has every cell written again with the next canvas, whatever the terminal shows by now.
  public func redrawAll() {
    shown = nil
    cn_repaint()
  }

  /// Shows a canvas. False when the terminal takes no output now: nothing was written, the frame is pending.
  @discardableResult
  public func draw(_ canvas: Canvas, sheet: StyleSheet) -> Bool {
    if shown?.size != canvas.size || shownSheet != sheet { shown = nil }
    let isWhole = shown == nil
    let changes = (0..<canvas.height).compactMap { row in
      canvas.changes(from: shown, inRow: row).map { (row, $0) }
    }
    if !isWhole, changes.isEmpty, shown?.cursor == canvas.cursor {
      isFramePending = false
      return true
    }
    guard cn_can_write() else {
      isFramePending = true
      return false
    }
    if isWhole { cn_erase() }
    for (row, columns) in changes { draw(row: row, columns, of: canvas, sheet: sheet) }
    cn_flush(Int32(canvas.cursor?.row ?? -1), Int32(canvas.cursor?.column ?? -1), synchronizesOutput)
    // A copy of the rows that changed: the canvas then shares no cells with this one when it is drawn on again.
    if isWhole { shown = Canvas(size: canvas.size, glyphs: canvas.glyphs) }
    for (row, _) in changes { shown?.take(row: row, from: canvas) }
    shown?.cursor = canvas.cursor
    shownSheet = sheet
    isFramePending = false
    return true
  }

  func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      // A terminal that is gone is noticed by the loop; there is nobody to tell here.
      _ = cn_write(bytes.baseAddress, bytes.count)
    }
  }
}

extension CursesScreen {
  private func draw(row: Int, _ columns: Range<Int>, of canvas: Canvas, sheet: StyleSheet) {
    cells.removeAll(keepingCapacity: true)
    var style = Style.plain
    var appearance = sheet.appearance(of: style).quantised(to: depth)
    for cell in canvas.cells(inRow: row, columns) where !cell.isContinuation {
      if cell.style != style {
        style = cell.style
        appearance = sheet.appearance(of: style).quantised(to: depth)
      }
      cells.append(cn_cell(cell, appearance))
    }
    cn_put(Int32(row), Int32(columns.lowerBound), cells, Int32(cells.count))
  }
}

extension cn_cell {
  fileprivate init(_ cell: Cell, _ appearance: Appearance) {
    self.init()
    scalars = cell.codePoints
    count = 1
    if scalars.1 != 0 { count = scalars.2 == 0 ? 2 : scalars.3 == 0 ? 3 : scalars.4 == 0 ? 4 : 5 }
    width = UInt8(cell.width)
    attributes = appearance.attributes.rawValue
    foreground = Self.number(appearance.foreground)
    background = Self.number(appearance.background)
  }

  private static func number(_ colour: Colour) -> Int16 {
    switch colour {
    case .default: -1
    case .indexed(let index): Int16(index)
    }
  }
}
