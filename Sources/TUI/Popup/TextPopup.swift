import Domain
public import Terminal
import Verbs

/// Text to read: a day sheet, an explanation, an answer of the line; scrolls, can be filtered, changes nothing.
public struct TextPopup: Popup {
  public let name: String
  private(set) var lines: [String]
  private var top = 0
  private var filter = TextField(limit: 100, isOneLine: true)
  private var isFiltering = false
  /// The record behind it, which is asked again for what is filtered; nil for a text that is all there is.
  private var question: AuditQuestion?

  public init(_ name: String, lines: [String]) {
    self.name = name
    self.lines = lines
  }

  /// What was done, asked for when it is shown.
  init(asking question: AuditQuestion) {
    self.init("Audit", lines: ["The record is being read."])
    self.question = question
  }

  public var isReading: Bool { true }
  public var contexts: [String] { isFiltering ? KeyContexts.filter : KeyContexts.text }

  public func wantedSize(in screen: Size, _ model: Model) -> Size {
    let widest = lines.reduce(displayWidth(of: name) + 6) { max($0, displayWidth(of: $1) + 4) }
    let width = min(screen.width - 4, max(50, widest))
    let rows = Self.wrapped(lines, width: width).count + (hasFilter ? 1 : 0)
    return Size(width: width, height: min(screen.height - 4, rows + 2))
  }

  public mutating func handle(_ event: PopupEvent, _ model: Model) -> PopupAnswer {
    let size = wantedSize(in: model.size, model)
    let rows = rows(size)
    let last = max(0, shown(width: size.width).count - rows)
    switch event {
    case .shown: return ask()
    case .answered(.lines(let lines, _)):
      self.lines = model.face.isConsole ? lines : lines.map { Masked.numbers(in: $0) }
      top = 0
      return .stay
    case .action("move.down"): top += 1
    case .action("move.up"): top -= 1
    case .action("move.page-down"): top += rows - 1
    case .action("move.page-up"): top -= rows - 1
    case .action("move.first"): top = 0
    case .action("move.last"): top = last
    case .action("choose.highlighted"): return .close
    case .mouse(let mouse):
      if mouse.action == .wheelDown { top += 3 }
      if mouse.action == .wheelUp { top -= 3 }
    case .action(let action): return actInFilter(action)
    case .key(let key): return type { $0.handle(key) }
    case .paste(let text): return type { $0.insert(text) }
    case .changed, .finished, .answered, .suggested, .draftSaved: return .ignored
    }
    top = max(0, min(top, last))
    return .stay
  }

  public func draw(on canvas: inout Canvas, _ model: Model) {
    let shown = shown(width: canvas.width)
    let rows = rows(canvas.size)
    let isLong = shown.count > rows
    let more = isLong ? ["\(min(top + rows, shown.count)) of \(shown.count)"] : []
    canvas.box(
      canvas.bounds, style: StyleRole.border.style, titles: [name] + more,
      titleStyle: StyleRole.popupTitle.style,
      footer: [model.hints(hints(isLong), in: contexts)])
    if hasFilter {
      canvas.put("/", at: Point(column: 2, row: 1), style: StyleRole.hintKey.style)
      filter.draw(
        on: &canvas, at: Point(column: 4, row: 1), width: max(0, canvas.width - 7),
        style: (isFiltering ? StyleRole.fieldFocus : StyleRole.fieldValue).style, isFocused: isFiltering)
    }
    let first = hasFilter ? 2 : 1
    for (row, line) in shown.dropFirst(top).prefix(rows).enumerated() {
      canvas.put(
        line, at: Point(column: 2, row: first + row), width: max(0, canvas.width - 4), ellipsis: true)
    }
  }
}

extension TextPopup {
  private var hasFilter: Bool { isFiltering || !filter.isEmpty }

  private func rows(_ size: Size) -> Int { max(1, size.height - 2 - (hasFilter ? 1 : 0)) }

  private func hints(_ isLong: Bool) -> [(action: String, words: String)] {
    if isFiltering { return [("filter.keep", "keep"), ("filter.clear", "clear")] }
    let pages = isLong ? [(action: "move.down", words: "down"), ("move.page-down", "a page")] : []
    return pages + [("pane.filter", "filter"), ("back", "back")]
  }

  /// The lines that hold what is typed; of a record those that it was asked for.
  private func shown(width: Int) -> [String] {
    let words = WordFilter(question == nil ? filter.text : isFiltering ? plainWords : "")
    let kept = words.isEmpty ? lines : lines.filter { line in words.passes(line) { _ in line } }
    return kept.isEmpty ? ["0 of \(lines.count) match."] : Self.wrapped(kept, width: width)
  }

  /// What is typed of a record's filter, as far as a line shows it: all else is asked for.
  private var plainWords: String {
    let words = filter.text.split(separator: " ").filter { !$0.contains(":") && !$0.hasPrefix("-") }
    return words.filter { AuditFilter.Mark(rawValue: $0.lowercased()) == nil }.joined(separator: " ")
  }

  private static func wrapped(_ lines: [String], width: Int) -> [String] {
    lines.flatMap { $0.isEmpty ? [""] : Terminal.wrapped($0, width: max(1, width - 4)) }
  }

  private mutating func actInFilter(_ action: String) -> PopupAnswer {
    switch action {
    case "pane.filter": isFiltering = true
    case "filter.keep":
      isFiltering = false
      return ask()
    case "filter.clear":
      filter.clear()
      isFiltering = false
      return ask()
    case "form.clear-field": filter.clear()
    case "form.delete-word": filter.delete(.wordLeft)
    case "back" where !filter.isEmpty:
      filter.clear()
      return ask()
    default: return .ignored
    }
    top = 0
    return .stay
  }

  private mutating func type(_ change: (inout TextField) -> Bool) -> PopupAnswer {
    guard isFiltering, change(&filter) else { return .ignored }
    top = 0
    return .stay
  }

  private func ask() -> PopupAnswer {
    guard let question else { return .stay }
    let asked = AuditQuestion(filter: filter.text, since: question.since, until: question.until)
    return PopupAnswer(effects: [.ask(.audit(asked), .popup(0))])
  }
}
