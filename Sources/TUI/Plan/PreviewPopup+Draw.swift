import DayPlan
import Domain
import Terminal
import Verbs

extension PreviewPopup {
  /// Lines that are longer are hard to read.
  static let widest = 160

  func wantedSize(in screen: Size, _ model: Model) -> Size {
    let width = min(screen.width - 2, PreviewPopup.widest)
    let height =
      head(model, width: width - 4).count + laneHeight + list(model, width: width - 4).count + 2
    return Size(width: width, height: min(screen.height - 3, max(6, height)))
  }

  func draw(on canvas: inout Canvas, _ model: Model) {
    canvas.box(
      canvas.bounds, style: Role.border.style,
      titles: [model.wording.title(answer?.question ?? question, answer), state],
      titleStyle: Role.popupTitle.style,
      footer: [model.hints(hints, in: contexts, fitting: canvas.width)])
    let inner = canvas.bounds.inset(columns: 2, rows: 1)
    guard inner.height > 0 else { return }
    let head = head(model, width: inner.width)
    for (row, line) in head.prefix(inner.height).enumerated() {
      line.draw(on: &canvas, at: inner.origin.moved(rows: row), width: inner.width)
    }
    drawLane(on: &canvas, at: 1 + head.count, model)
    let list = list(model, width: inner.width)
    let above = head.count + laneHeight
    let room = inner.height - above
    guard room > 0 else { return }
    let marked = list.firstIndex { $0.number == index } ?? 0
    let first = max(0, min(marked - room / 2, list.count - room))
    for (row, line) in list.dropFirst(first).prefix(room).enumerated() {
      let point = inner.origin.moved(rows: above + row)
      let isMarked = line.number == index && option != nil
      canvas.put(isMarked ? "▌" : " ", at: point.moved(columns: -1), style: Role.hintKey.style)
      line.words.draw(on: &canvas, at: point, width: inner.width, isSelected: isMarked)
    }
  }

  private var state: String {
    if answer == nil { return "working it out" }
    if !isCurrent { return "the office has moved on: working it out again" }
    return answer?.isFirst ?? false ? "looking for better" : "nothing is done yet"
  }

  private var hints: [(action: String, words: String)] {
    guard option != nil else { return [("back", "leave it")] }
    let digits: [(action: String, words: String)] =
      (answer?.options.count ?? 0) > 1 ? [("choose.2", "another way")] : []
    return [("choose.highlighted", "do it")] + digits + [("mark.toggle", "strike out"), ("back", "leave it")]
  }

  /// The options, and of the chosen one what it comes to.
  private func head(_ model: Model, width: Int) -> [PageLine] {
    let said = said.map { PageLine.text($0, width: width, .resultWarning) } ?? []
    guard let answer else {
      return [PageLine("Working it out; you can go on, and Esc gives it up.", .dim)] + said
    }
    let wording = model.wording
    if let nothing = answer.nothing { return PageLine.text(wording.nothing(nothing), width: width) + said }
    var lines = answer.options.enumerated().map { number, option in
      PageLine(
        "\(number == chosen ? "▸" : " ") \(number + 1)  \(wording.headline(option.kind))",
        number == chosen ? .heading : .plain)
    }
    guard let option else { return lines }
    if let figures {
      let words = wording.figures(figures.before, figures.after).joined(separator: " · ")
      lines += PageLine.text("     " + words, width: width, .fieldNote)
    }
    let affected = wording.affected(option, dropping: dropped)
    if !affected.isEmpty { lines += PageLine.text("     " + affected, width: width, .fieldNote) }
    let reasons = wording.reasons(option.kind).joined(separator: " · ")
    if !reasons.isEmpty { lines += PageLine.text("     " + reasons, width: width, .fieldNote) }
    return lines + said + [PageLine()]
  }

  /// A row of the list; of a change with what it breaks, the rows after the first have no number.
  private struct Row {
    let number: Int?
    let words: PageLine
  }

  private func list(_ model: Model, width: Int) -> [Row] {
    guard let option else { return [] }
    let wording = model.wording
    var rows: [Row] = []
    for (number, change) in option.changes.enumerated() {
      let isOut = dropped.contains(change.id)
      let what = model.office.order(change.id).map { order in
        " · "
          + [order.priority.text, model.siteName(of: order), order.summary].compactMap(\.self)
          .joined(separator: " · ")
      }
      rows.append(
        Row(
          number: number,
          words: PageLine([
            ("\(isOut ? "–" : "+") \(wording.change(change))", isOut ? .dim : .plain),
            (option.ways[change.id].map { " · \(wording.far($0))" } ?? "", .fieldNote), (what ?? "", .dim)
          ])))
      if isOut { continue }
      for broken in change.broken {
        let words = wording.reason(broken.evidence, wording.technician(handle: broken.technician))
        rows.append(Row(number: nil, words: PageLine("      \(words)", .resultWarning)))
      }
    }
    for (number, left) in option.left.enumerated() {
      rows.append(
        Row(number: option.changes.count + number, words: PageLine("  \(wording.left(left))", .resultWarning))
      )
    }
    return rows
  }
}
