import DayPlan
import Domain
import Terminal
import Verbs

extension PreviewPopup {
  /// Lines that are longer are hard to read.
  static let widest = 160

  func wantedSize(in screen: Size, _ model: Model) -> Size {
    let width = min(screen.width - 2, PreviewPopup.widest)
    let height = head(model, width: width - 4).count + laneHeight + rows.count + 2
    return Size(width: width, height: min(screen.height - 3, max(6, height)))
  }

  func draw(on canvas: inout Canvas, _ model: Model) {
    let inner = canvas.bounds.inset(columns: 2, rows: 1)
    let head = head(model, width: inner.width)
    let above = head.count + laneHeight
    let room = inner.height - above
    let all = rows
    let count = option?.changes.count ?? 0
    let marked = all.firstIndex { $0.number(after: count) == index } ?? 0
    let first = max(0, min(marked - room / 2, all.count - room))
    let place =
      room > 0 && room < all.count ? ["\(first + 1)–\(first + room) of \(all.count) lines"] : []
    canvas.box(
      canvas.bounds, style: StyleRole.border.style,
      titles: [model.wording.title(isOfAnother ? question : answer?.question ?? question, answer), state]
        + place,
      titleStyle: StyleRole.popupTitle.style,
      footer: [model.hints(hints, in: contexts, fitting: canvas.width)])
    guard inner.height > 0 else { return }
    for (row, line) in head.prefix(inner.height).enumerated() {
      line.draw(on: &canvas, at: inner.origin.moved(rows: row), width: inner.width)
    }
    drawLane(on: &canvas, at: 1 + head.count, model)
    guard room > 0, let option else { return }
    let wording = model.wording
    for (line, row) in all.dropFirst(first).prefix(room).enumerated() {
      let point = inner.origin.moved(rows: above + line)
      let isMarked = row.number(after: count) == index
      canvas.put(isMarked ? "▌" : " ", at: point.moved(columns: -1), style: StyleRole.hintKey.style)
      words(row, of: option, wording, model)
        .draw(on: &canvas, at: point, width: inner.width, isSelected: isMarked)
    }
  }

  private var state: String {
    if answer == nil { return "working it out" }
    if isOfAnother { return "working it out" }
    if !isCurrent { return "the office has moved on: working it out again" }
    return answer?.isFirst ?? false ? "looking for better" : "nothing is done yet"
  }

  /// Whether what is shown answers about another free stretch than the one that was chosen.
  var isOfAnother: Bool {
    guard case .fill = question, let answer else { return false }
    return answer.question != question
  }

  private var free: [(action: String, words: String)] {
    if case .fill = question { [("move.right", "another free stretch")] } else { [] }
  }

  private var hints: [(action: String, words: String)] {
    guard option != nil else { return free + [("back", "leave it")] }
    let digits: [(action: String, words: String)] =
      (answer?.options.count ?? 0) > 1 ? [("choose.2", "another way")] : []
    return [
      ("choose.highlighted", "do it"), ("back", "leave it"), ("mark.toggle", "strike out"),
      (AssignVerb.name, "to somebody else")
    ] + digits + free + [("explain", "what counts")]
  }

  /// The options, and of the chosen one what it comes to.
  private func head(_ model: Model, width: Int) -> [PageLine] {
    let said = said.map { PageLine.text($0, width: width, .resultWarning) } ?? []
    guard let answer else {
      return [PageLine("Working it out; you can go on, and Esc gives it up.", .dim)] + said
    }
    let wording = model.wording
    let staying =
      answer.staying.map { PageLine.text(wording.staying($0), width: width, .resultWarning) } ?? []
    if let nothing = answer.nothing {
      return PageLine.text(wording.nothing(nothing, on: answer.day), width: width) + staying + said
    }
    var lines = staying
    lines += answer.options.enumerated().flatMap { number, option in
      PageLine.text(
        "\(number == chosen ? "▸" : " ") \(number + 1)  \(wording.headline(option.kind))", width: width,
        number == chosen ? .heading : .plain)
    }
    guard let option else { return lines }
    if let figures {
      if let saved = wording.saved(option.kind, figures.before, figures.after) {
        lines.append(PageLine("     " + saved, .fieldNote))
      }
      let words = wording.figures(figures.before, figures.after).joined(separator: " · ")
      lines += PageLine.text("     " + words, width: width, .fieldNote)
      if explains { lines += PageLine.text(Wording.figuresCount, width: width, indent: 5, .dim) }
    }
    if !affected.isEmpty { lines += PageLine.text("     " + affected, width: width, .fieldNote) }
    let reasons = (wording.reasons(option.kind) + wording.weight(option)).joined(separator: " · ")
    if !reasons.isEmpty { lines += PageLine.text("     " + reasons, width: width, .fieldNote) }
    return lines + said + [PageLine()]
  }

  /// A row of the list: a change, what it breaks, or work that is left where it is.
  private enum Row {
    case change(Int)
    case missed(String)
    case broken(BrokenRule)
    case left(Int)

    /// The line that is marked with it; nil for what stands under a change.
    func number(after changes: Int) -> Int? {
      switch self {
      case .change(let number): number
      case .missed, .broken: nil
      case .left(let number): changes + number
      }
    }
  }

  /// Which rows there are; words are made of those alone that are seen, as a large day has thousands.
  private var rows: [Row] {
    guard let option else { return [] }
    var rows: [Row] = []
    rows.reserveCapacity(option.changes.count + option.left.count)
    for (number, change) in option.changes.enumerated() {
      rows.append(.change(number))
      if out.contains(change.id) { continue }
      rows += (missed[change.id] ?? []).map { .missed($0) }
      rows += broken(change).map { .broken($0) }
    }
    return rows + option.left.indices.map { .left($0) }
  }

  private func words(_ row: Row, of option: PlanOption, _ wording: Wording, _ model: Model) -> PageLine {
    switch row {
    case .change(let number):
      let change = option.changes[number]
      let isOut = out.contains(change.id)
      let what = model.office.order(change.id).map { order in
        " · "
          + [order.priority.text, model.siteName(of: order), order.summary].compactMap(\.self)
          .joined(separator: " · ")
      }
      return PageLine([
        ("\(isOut ? "–" : "+") \(wording.change(change))", isOut ? .dim : .plain),
        (fallen[change.id].map { " · \(wording.fall($0))" } ?? "", .resultWarning),
        (option.ways[change.id].map { " · \(wording.far($0))" } ?? "", .fieldNote), (what ?? "", .dim)
      ])
    case .missed(let words): return PageLine("      ✗ \(words)", .slaBreached)
    case .broken(let broken):
      let words = wording.reason(broken.evidence, wording.technician(handle: broken.technician))
      return PageLine("      \(words)", .resultWarning)
    case .left(let number): return PageLine("  \(wording.left(option.left[number]))", .resultWarning)
    }
  }
}
