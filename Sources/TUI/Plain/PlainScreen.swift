import Domain
import Terminal

/// The screen for whoever listens to it: one column without borders, sentences instead of columns and signs, and the
/// hardware cursor on what the keys act on.
///
/// Only what has the keys is there: the pane that is focused, or the window on top.
struct PlainScreen {
  let model: Model

  func draw(on canvas: inout Canvas) {
    let top = model.plainTop
    for (row, line) in model.plainHeader.enumerated() {
      canvas.put(line, at: Point(column: 0, row: row), width: canvas.width)
    }
    if model.popups.isEmpty {
      let body = Rect(column: 0, row: top, width: canvas.width, height: max(0, canvas.height - top - 1))
      canvas.draw(in: body) { drawPane(on: &$0) }
      canvas.draw(in: Rect(column: 0, row: canvas.height - 1, width: canvas.width, height: 1)) {
        HintLine(model).draw(model, on: &$0)
      }
    }
    canvas.drawOver(model)
    if canvas.cursor == nil { canvas.pointAtSelection() }
  }

  /// The pane's title and, from shortly before the selected one on, its rows.
  private func drawPane(on canvas: inout Canvas) {
    let rows = PlainRows(model)
    canvas.put(rows.title, at: .zero, style: StyleRole.heading.style, width: canvas.width, ellipsis: true)
    var row = 1
    guard rows.count > 0 else {
      for line in wrapped(rows.emptiness, width: max(1, canvas.width)) where row < canvas.height {
        canvas.put(line, at: Point(column: 0, row: row))
        row += 1
      }
      canvas.cursor = Point(column: 0, row: 1)
      return
    }
    for index in max(0, rows.selected - 2)..<rows.count {
      let isSelected = index == rows.selected
      if isSelected, row < canvas.height { canvas.cursor = Point(column: 0, row: row) }
      for line in wrapped(rows.sentence(index), width: max(1, canvas.width)) {
        guard row < canvas.height else { return }
        canvas.put(line, at: Point(column: 0, row: row), style: StyleRole.plain.style.selected(isSelected))
        row += 1
      }
    }
  }
}

extension Model {
  /// Where one is and what happened last, in as many rows as it takes.
  var plainHeader: [String] {
    let counts = board.counts
    let done = "done \(counts.doneToday) of \(counts.plannedToday)"
    let state =
      pastBanner
      ?? "\(office.profile.name), \(office.person(person)?.name.words ?? ""), \(office.zone.clock(at: now)), \(plainLink), "
      + "P1 open \(counts.p1Open), breached \(counts.breached), at risk \(counts.atRisk), \(done)"
    let width = max(1, size.width)
    return wrapped(state, width: width) + resultLines.prefix(Canvas.longestResult)
  }

  /// The first row under the header.
  var plainTop: Int { min(plainHeader.count, max(1, size.height / 2)) }

  private var plainLink: String {
    switch link {
    case .local: "local"
    case .office(let state, let waiting): Sentences.link(state, waiting: waiting, in: office.zone)
    case .notSaving(let since, let failure):
      "not saving since \(office.zone.clock(at: since)): \(Sentences.short(failure))"
    }
  }
}

extension Canvas {
  /// The hardware cursor on the first cell of what is selected, so that it is read out.
  fileprivate mutating func pointAtSelection() {
    for row in 0..<height {
      for column in 0..<width {
        let style = self[column, row].style
        guard style.overlays.contains(.selected) || style.role == StyleRole.choiceSelected.rawValue else {
          continue
        }
        cursor = Point(column: column, row: row)
        return
      }
    }
  }
}
