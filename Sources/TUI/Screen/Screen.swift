public import Terminal

/// The console's screen between two frames: it knows what it has drawn and draws again only what has changed.
///
/// Under the popups lies a canvas of panes, which has a stamp for every line; a line whose stamp is still the same
/// costs one comparison. So a key costs work for the rows on the screen at most, never for the records behind them.
public struct Screen: Sendable {
  /// What is to be shown.
  public private(set) var canvas: Canvas
  /// The panes without what lies over them.
  private var base: Canvas
  private var drawn = Drawn()
  /// Lines of panes drawn by the last frame, for tests of how little a key costs.
  private(set) var linesDrawn = 0

  public init(glyphs: GlyphSet = .unicode) {
    base = Canvas(width: 0, height: 0, glyphs: glyphs)
    canvas = base
  }

  /// Brings the canvas up to the model.
  public mutating func draw(_ model: Model) {
    let layout = model.layout
    linesDrawn = 0
    if drawn.layout != layout || drawn.all != model.versions.all {
      base = Canvas(size: model.size, glyphs: base.glyphs)
      drawn = Drawn()
      drawn.layout = layout
      drawn.all = model.versions.all
    }
    guard layout.kind != .tooSmall else {
      base.drawTooSmall(layout.size)
      canvas = base
      return
    }
    drawFrames(model, layout)
    for pane in Pane.allCases { drawPane(pane, model, layout) }
    drawLines(model, layout)
    canvas = base
    canvas.drawOver(model)
  }

  /// A whole frame from nothing, for tests and for a first look.
  public static func of(_ model: Model, glyphs: GlyphSet = .unicode) -> Canvas {
    var screen = Screen(glyphs: glyphs)
    screen.draw(model)
    return screen.canvas
  }
}

/// What stands on the canvas of panes.
private struct Drawn: Sendable {
  var layout: ScreenLayout?
  var all = 0
  var frames: Frames?
  var header: HeaderLine?
  var result: ResultLine?
  var hasResult = false
  var hints: HintLine?
  var titles: [Pane: [Int]] = [:]
  var stamps: [Pane: [LineStamp?]] = [:]
  var detail: [DetailLine]?
  var strip: [DetailLine]?
}

extension Screen {
  /// Borders with their titles: drawn again, all together, when any of them has changed.
  private mutating func drawFrames(_ model: Model, _ layout: ScreenLayout) {
    let frames = Frames(model, layout)
    guard drawn.frames != frames else { return }
    base.drawFrames(frames, layout)
    drawn.frames = frames
  }

  private mutating func drawPane(_ pane: Pane, _ model: Model, _ layout: ScreenLayout) {
    guard let body = layout.body(of: pane) else { return }
    let view = PaneView(pane, model, width: body.width)
    if let row = layout.titleRow(of: pane) {
      let stamp = view.titleStamp(model)
      if drawn.titles[pane] != stamp {
        base.draw(in: row) { view.drawTitles(model, on: &$0) }
        drawn.titles[pane] = stamp
      }
    }
    var stamps = drawn.stamps[pane] ?? []
    if stamps.count != body.height { stamps = Array(repeating: nil, count: body.height) }
    drawn.stamps[pane] = nil
    for line in 0..<body.height {
      let stamp = view.stamp(ofLine: line, model)
      guard stamps[line] != stamp else { continue }
      stamps[line] = stamp
      linesDrawn += 1
      let rect = Rect(column: body.column, row: body.row + line, width: body.width, height: 1)
      base.draw(in: rect) { canvas in
        canvas.fill(canvas.bounds)
        view.draw(line: line, model, on: &canvas)
      }
    }
    drawn.stamps[pane] = stamps
  }

  private mutating func drawLines(_ model: Model, _ layout: ScreenLayout) {
    let width = layout.size.width
    let header = HeaderLine(model)
    if drawn.header != header {
      base.draw(in: Rect(column: 0, row: 0, width: width, height: 1)) { header.draw(on: &$0) }
      drawn.header = header
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
      base.draw(in: Rect(column: 0, row: layout.hintRow, width: width, height: 1)) { hints.draw(on: &$0) }
      drawn.hints = hints
    }
    if let rect = layout.detail {
      let lines = DetailLine.detail(model)
      if drawn.detail != lines { base.draw(in: rect) { $0.draw(lines) } }
      drawn.detail = lines
    }
    if let rect = layout.strip {
      let lines = DetailLine.strip(model)
      if drawn.strip != lines { base.draw(in: rect) { $0.draw(lines) } }
      drawn.strip = lines
    }
  }
}

extension Canvas {
  mutating func drawTooSmall(_ size: Size) {
    let least = ScreenLayout.least
    let sentence =
      "Callout needs \(least.width)x\(least.height), this is \(size.width)x\(size.height). Everything goes on."
    for (row, line) in wrapped(sentence, width: max(1, width)).enumerated() {
      put(line, at: Point(column: 0, row: row))
    }
  }
}
