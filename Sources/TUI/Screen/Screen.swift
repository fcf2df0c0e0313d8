public import Terminal

/// The console's screen between two frames: it knows what it has drawn and draws again only what has changed.
///
/// Under the popups lies a canvas of panes. A pane whose stamp is the same costs one comparison, a line in which
/// only the cursor came or went its mark, so a key costs work for the rows on the screen at most, never for the
/// records behind them.
public struct Screen: Sendable {
  /// The panes without what lies over them. Nothing else holds its cells between two frames: a change copies none.
  private var base: Canvas
  /// The panes with what lies over them, while anything does.
  private var covered: Canvas?
  private var drawn = Drawn()
  /// Lines of panes drawn by the last frame, and lines that got or lost the cursor's mark, for tests of how
  /// little a key costs.
  private(set) var linesDrawn = 0
  private(set) var linesMarked = 0

  public init(glyphs: GlyphSet = .unicode) {
    base = Canvas(width: 0, height: 0, glyphs: glyphs)
  }

  /// What is to be shown.
  public var canvas: Canvas { covered ?? base }

  /// Brings the canvas up to the model.
  public mutating func draw(_ model: Model) {
    covered = nil
    linesDrawn = 0
    linesMarked = 0
    guard model.face.isConsole else { return drawFace(model) }
    guard !model.isPlain else { return drawPlain(model) }
    let layout = layOut(model)
    guard layout.kind != .tooSmall else { return base.drawTooSmall(layout.size) }
    drawFrames(model, layout)
    for pane in Pane.allCases { drawPane(pane, model, layout) }
    drawLines(model, layout)
    cover(model)
  }

  /// Another face than the panes: all of it at once, as it changes by a key or once a minute.
  private mutating func drawFace(_ model: Model) {
    base = Canvas(size: model.size, glyphs: base.glyphs)
    guard model.size.holds(model.face.least) else {
      return base.drawTooSmall(model.size, least: model.face.least)
    }
    // Read out row by row, a window is not to have letters of what lies behind it.
    if !model.isLineByLine || model.popups.isEmpty { base.drawFace(model) }
    cover(model)
  }

  /// All of it at once: it is a few sentences.
  private mutating func drawPlain(_ model: Model) {
    base = Canvas(size: model.size, glyphs: base.glyphs)
    guard model.size.holds(model.face.least) else { return base.drawTooSmall(model.size) }
    PlainScreen(model: model).draw(on: &base)
  }

  private mutating func cover(_ model: Model) {
    guard model.isCovered else { return }
    var over = base
    over.drawOver(model)
    covered = over
  }

  /// A whole frame from nothing, for tests and for a first look.
  public static func of(_ model: Model, glyphs: GlyphSet = .unicode) -> Canvas {
    var screen = Screen(glyphs: glyphs)
    screen.draw(model)
    return screen.canvas
  }
}

extension Model {
  /// Whether anything lies over the panes.
  fileprivate var isCovered: Bool {
    gate != nil || tour != nil || !popups.isEmpty || line != nil || !pending.isEmpty || resultLines.count > 1
  }
}

extension Screen {
  /// Begins with an empty canvas when everything has moved.
  private mutating func layOut(_ model: Model) -> ScreenLayout {
    let place = Drawn.Place(
      size: model.size, focus: model.focus, isZoomed: model.isZoomed, growth: model.growth)
    let isSame = drawn.place == place && drawn.all == model.versions.all
    if isSame, let layout = drawn.layout, layout.kind != .tooSmall { return layout }
    let layout = model.layout
    if drawn.layout != layout || drawn.all != model.versions.all || layout.kind == .tooSmall {
      base = Canvas(size: model.size, glyphs: base.glyphs)
      drawn = Drawn()
      drawn.layout = layout
      drawn.all = model.versions.all
    }
    drawn.place = place
    return layout
  }

  /// Borders with their titles: drawn again, all together, when any of them has changed.
  private mutating func drawFrames(_ model: Model, _ layout: ScreenLayout) {
    let borders = Drawn.Borders(
      versions: model.versions,
      tops: [model.queue.cursor.top, model.technicians.cursor.top, model.alerts.cursor.top],
      focus: model.focus, isFiltering: model.isFiltering,
      detail: layout.detail == nil ? nil : detail(model))
    guard drawn.borders != borders else { return }
    drawn.borders = borders
    let frames = Frames(model, layout)
    guard drawn.frames != frames else { return }
    base.drawFrames(frames, layout)
    drawn.frames = frames
  }

  private mutating func drawPane(_ pane: Pane, _ model: Model, _ layout: ScreenLayout) {
    let stamp = PaneStamp(pane, model)
    guard drawn[pane].stamp != stamp, let body = layout.body(of: pane) else { return }
    var now = drawn[pane]
    drawn[pane] = DrawnPane()
    let isNew = now.stamp?.version != stamp.version
    let view = isNew ? nil : now.view
    let painter = view ?? PaneView(pane, model, width: body.width)
    if isNew, let row = layout.titleRow(of: pane) {
      base.draw(in: row) { painter.drawTitles(model, on: &$0) }
    }
    if now.lines.count != body.height { now.lines = Array(repeating: nil, count: body.height) }
    for line in 0..<body.height {
      let content = stamp.content(ofLine: line)
      let mark = stamp.mark(ofLine: line)
      let before = now.lines[line]
      let isDrawn = before?.content != content
      let isMarked = content.row >= 0 && mark != (isDrawn ? LineMark.none : before?.mark)
      guard isDrawn || isMarked else { continue }
      let rect = Rect(column: body.column, row: body.row + line, width: body.width, height: 1)
      base.draw(in: rect) { canvas in
        if isDrawn {
          canvas.fill(canvas.bounds)
          painter.draw(line: line, model, on: &canvas)
        }
        if isMarked { painter.mark(mark, on: &canvas) }
      }
      linesDrawn += isDrawn ? 1 : 0
      linesMarked += isMarked ? 1 : 0
      now.lines[line] = (content, mark)
    }
    now.stamp = stamp
    now.view = painter
    drawn[pane] = now
  }

  private mutating func drawLines(_ model: Model, _ layout: ScreenLayout) {
    let width = layout.size.width
    if drawn.header != model.versions.header {
      let header = HeaderLine(model)
      base.draw(in: Rect(column: 0, row: 0, width: width, height: 1)) { header.draw(on: &$0) }
      drawn.header = model.versions.header
    }
    if !drawn.hasResult || drawn.result != model.result {
      base.draw(in: Rect(column: 0, row: layout.resultRow, width: width, height: 1)) {
        $0.drawResult(model.result)
      }
      drawn.result = model.result
      drawn.hasResult = true
    }
    let hints = HintLine(model)
    if drawn.hints != hints {
      base.draw(in: Rect(column: 0, row: layout.hintRow, width: width, height: 1)) {
        hints.draw(model, on: &$0)
      }
      drawn.hints = hints
    }
    if let rect = layout.detail {
      let detail = detail(model)
      if drawn.detail != detail { base.draw(in: rect) { $0.draw(DetailLine.detail(model)) } }
      drawn.detail = detail
    }
    if let rect = layout.strip {
      let strip = Drawn.Strip(versions: model.versions, contexts: model.paneContexts)
      if drawn.strip != strip { base.draw(in: rect) { $0.draw(DetailLine.strip(model)) } }
      drawn.strip = strip
    }
  }

  private func detail(_ model: Model) -> Drawn.Detail {
    Drawn.Detail(versions: model.versions, focus: model.focus, pane: PaneStamp(model.focus, model))
  }
}

extension Canvas {
  mutating func drawTooSmall(_ size: Size, least: Size = ScreenLayout.least) {
    let sentence =
      "Callout needs \(least.width)x\(least.height), this is \(size.width)x\(size.height). Everything goes on."
    for (row, line) in wrapped(sentence, width: max(1, width)).enumerated() {
      put(line, at: Point(column: 0, row: row))
    }
  }
}
