import Terminal

extension Tour {
  private static let width = 46

  func draw(_ model: Model, on canvas: inout Canvas) {
    let width = min(Self.width, canvas.width - 2)
    let words = wrapped(words(model), width: width - 4)
    let lines = words + [asked(model)]
    let rect = place(Size(width: width, height: lines.count + 2), model, canvas.size)
    let hints = model.hints(
      step == .end
        ? [(Action.back.rawValue, "end")]
        : [(Action.tourNext.rawValue, "skip"), (Action.back.rawValue, "back, then out")],
      in: KeyContexts.tour + KeyContexts.queue)
    canvas.draw(in: rect) { canvas in
      canvas.fill(canvas.bounds, style: StyleRole.popup.style)
      canvas.box(
        canvas.bounds, style: StyleRole.borderFocus.style,
        titles: ["Tour \(step.rawValue + 1) of \(Step.allCases.count)"],
        titleStyle: StyleRole.popupTitle.style,
        footer: [hints])
      for (row, line) in lines.enumerated() {
        canvas.put(
          line, at: Point(column: 2, row: row + 1),
          style: (row == words.count ? StyleRole.hintKey : StyleRole.plain).style, width: canvas.width - 4,
          ellipsis: true)
      }
    }
  }

  /// Beside the pane that it is about; in the lower right corner where that fills the screen or something lies over it.
  private func place(_ size: Size, _ model: Model, _ screen: Size) -> Rect {
    let layout = model.layout
    let bottom = max(1, screen.height - 2 - size.height)
    let corner = Rect(
      column: max(0, screen.width - size.width - 1), row: bottom, width: size.width, height: size.height)
    guard layout.boxes.count > 1, model.popups.isEmpty, let queue = layout.boxes[.queue],
      let box = layout.boxes[step.pane]
    else { return corner }
    func at(_ column: Int, _ row: Int) -> Rect {
      Rect(
        column: max(0, min(column, screen.width - size.width)), row: max(1, min(row, bottom)),
        width: size.width, height: size.height)
    }
    switch step.pane {
    case .queue: return at(queue.column + queue.width, 2)
    case .technicians: return at(box.column - size.width, 2)
    case .timeline, .alerts: return at((screen.width - size.width) / 2, box.row - size.height)
    }
  }
}
