import Domain
import Settings
import Terminal
import Verbs

/// Every key that works here, from the live keymap, filterable; Enter runs the highlighted one.
struct HelpPopup: Popup {
  struct Line: Hashable {
    let keys: String
    let action: String
    let words: String
    let help: String

    /// For whoever listens: the key, and what it does.
    var sentence: String { "\(keys): \(help)" }
  }

  let name: String
  private let lines: [Line]
  private var filter: TextField
  private var isFiltering: Bool
  private var index = 0

  init(_ model: Model, words: String = "") {
    let contexts = model.withTour(model.popups.last.map(\.popup.contexts) ?? model.paneContexts)
    name = "Help · \(model.popups.last?.popup.name ?? model.face.title ?? model.focus.title)"
    lines =
      Self.lines(model, contexts)
      + MarkLegend.signs(of: contexts).map { Line(keys: $0.sign, action: "", words: "marks", help: $0.words) }
    filter = TextField(words, limit: 100, isOneLine: true)
    isFiltering = !words.isEmpty
  }

  var isReading: Bool { true }
  var contexts: [String] { isFiltering ? KeyContexts.filter : KeyContexts.help }

  func wantedSize(in screen: Size, _ model: Model) -> Size {
    Size(width: min(124, screen.width - 4), height: min(screen.height - 4, max(8, lines.count + 3)))
  }

  var shown: [Line] {
    let words = WordFilter(filter.text)
    return words.isEmpty
      ? lines : lines.filter { words.passes("\($0.keys) \($0.action) \($0.words) \($0.help)") { _ in nil } }
  }

  mutating func handle(_ event: PopupEvent, _ model: Model) -> PopupAnswer {
    let rows = max(1, wantedSize(in: model.size, model).height - 3)
    switch event {
    case .action("move.down"): index += 1
    case .action("move.up"): index -= 1
    case .action("move.page-down"), .action("page.next"): index += rows - 1
    case .action("move.page-up"), .action("page.previous"): index -= rows - 1
    case .action("move.first"): index = 0
    case .action("move.last"): index = .max
    case .action("pane.filter"): isFiltering = true
    case .action(TourVerb.name): return PopupAnswer(.run(TourVerb.name))
    case .action("filter.keep") where !shown.isEmpty: isFiltering = false
    case .action("filter.clear"):
      filter.clear()
      isFiltering = false
    case .action("form.clear-field"): filter.clear()
    case .action("form.delete-word"): filter.delete(.wordLeft)
    case .action("back") where !filter.isEmpty: filter.clear()
    case .action("help.run"):
      guard shown.indices.contains(index), !shown[index].action.isEmpty else { return .stay }
      return PopupAnswer(.run(shown[index].action))
    case .key(let key):
      guard isFiltering, filter.handle(key) else { return .ignored }
      index = 0
    case .paste(let text):
      guard isFiltering else { return .ignored }
      filter.insert(text)
    case .mouse(let mouse):
      if mouse.action == .wheelDown { index += 3 }
      if mouse.action == .wheelUp { index -= 3 }
    case .action, .shown, .changed, .finished, .answered, .suggested, .draftSaved: return .ignored
    }
    index = max(0, min(index, shown.count - 1))
    return .stay
  }

  func draw(on canvas: inout Canvas, _ model: Model) {
    let shown = shown
    let hints =
      isFiltering
      ? model.hints([("filter.keep", "keep"), ("filter.clear", "clear")], in: contexts)
      : model.hints([("help.run", "run it"), ("pane.filter", "filter"), ("back", "back")], in: contexts)
    canvas.box(
      canvas.bounds, style: StyleRole.border.style, titles: [name, "\(shown.count) of \(lines.count)"],
      titleStyle: StyleRole.popupTitle.style, footer: [hints])
    let inner = canvas.bounds.inset()
    if !model.isLineByLine || isFiltering {
      canvas.put("/", at: inner.origin, style: StyleRole.hintKey.style)
    }
    filter.draw(
      on: &canvas, at: inner.origin.moved(columns: 2), width: inner.width - 3,
      style: (isFiltering ? StyleRole.fieldFocus : StyleRole.fieldValue).style, isFocused: isFiltering)
    let rows = max(0, inner.height - 1)
    let first = max(0, min(index - rows / 2, shown.count - rows))
    if shown.isEmpty {
      canvas.put(
        "0 of \(lines.count) match.", at: inner.origin.moved(columns: 1, rows: 1), style: StyleRole.dim.style)
    }
    for (row, number) in shown.indices.dropFirst(first).prefix(rows).enumerated() {
      let point = inner.origin.moved(rows: row + 1)
      if model.isPlain {
        canvas.put(
          shown[number].sentence, at: point.moved(columns: 1),
          style: StyleRole.plain.style.selected(number == index),
          width: max(0, inner.width - 1), ellipsis: true)
      } else {
        draw(shown[number], isSelected: number == index, on: &canvas, at: point, inner.width)
      }
    }
  }

  private func draw(_ line: Line, isSelected: Bool, on canvas: inout Canvas, at point: Point, _ width: Int) {
    canvas.put(isSelected ? "▌" : " ", at: point, style: StyleRole.hintKey.style)
    canvas.put(
      line.keys, at: point.moved(columns: 1), style: StyleRole.hintKey.style.selected(isSelected),
      width: min(22, width / 3),
      ellipsis: true)
    let column = min(22, width / 3) + 2
    let room = width - column
    let isNarrow = room < Self.wordsWidth + Self.helpWidth
    canvas.put(
      line.help, at: point.moved(columns: isNarrow ? column : column + Self.wordsWidth + 1),
      style: StyleRole.plain.style, width: isNarrow ? room : room - Self.wordsWidth - 1, ellipsis: true)
    guard isNarrow else {
      canvas.put(
        line.words, at: point.moved(columns: column), style: StyleRole.heading.style, width: Self.wordsWidth,
        ellipsis: true)
      return
    }
    // What it does comes first; what it is called stands behind it where there is room.
    let left = room - displayWidth(of: line.help) - 2
    let wanted = displayWidth(of: line.words)
    if wanted <= left {
      canvas.put(line.words, at: point.moved(columns: width - wanted), style: StyleRole.heading.style)
    }
  }

  private static let wordsWidth = 20
  private static let helpWidth = 66
}

extension HelpPopup {
  /// One line for each action that has a key in the contexts, in the order of the keymap.
  private static func lines(_ model: Model, _ contexts: [String]) -> [Line] {
    let keymap = model.keymap
    var seen = absent(model)
    var lines: [Line] = []
    for context in contexts {
      for binding in keymap.bindings where binding.context == context {
        guard let action = binding.action, seen.insert(action).inserted else { continue }
        if let digit = Action(rawValue: action)?.digit {
          if digit == 1 { lines.append(choosing) }
          continue
        }
        let keys = keymap.keys(for: action, in: contexts).filter { model.isTypable($0) }
        guard !keys.isEmpty else { continue }
        let (words, help) = describe(action)
        lines.append(
          Line(
            keys: keys.map { $0.map(\.shown).joined(separator: " ") }.joined(separator: ", "), action: action,
            words: words, help: help))
      }
    }
    return lines
  }

  /// What the keymap has and this face or session has not.
  private static func absent(_ model: Model) -> Set<String> {
    let line = model.face.hasLine ? [] : [Action.openLine.rawValue]
    let shell =
      model.isForced || model.isLineByLine ? [Action.suspend.rawValue, Action.interrupt.rawValue] : []
    let screen = model.isLineByLine ? [Action.redraw.rawValue, Action.toggleMouse.rawValue] : []
    return Set(line + shell + screen)
  }

  /// The ten digits of a list in one line.
  private static let choosing = Line(
    keys: "1 … 9, 0", action: "", words: "", help: "take what stands beside the digit")

  /// What an action does, in one line.
  static func words(for action: String) -> String { describe(action).help }

  /// The words that the `:` line knows it by, where it does, and what it does; the filter finds an action by its name in
  /// keymap files, too.
  private static func describe(_ action: String) -> (words: String, help: String) {
    if let own = Action(rawValue: action) { return ("", own.help) }
    if let verb = Verbs.verb(named: action) { return (":" + verb.words.joined(separator: " "), verb.help) }
    if let dot = action.lastIndex(of: "."), let verb = Verbs.verb(named: String(action[..<dot])) {
      let choice = action[action.index(after: dot)...]
      return (":" + verb.words.joined(separator: " "), "set to \(choice)")
    }
    return ("", action)
  }
}
