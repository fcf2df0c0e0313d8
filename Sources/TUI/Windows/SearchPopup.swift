import Domain
import Terminal
import Verbs

/// Finds orders by number, customer, serial, phone or any word, as it is typed: open work first, what has ended below.
/// Records by that name stand above, one step up.
struct SearchPopup: Popup {
  struct Row: Hashable, Sendable {
    let view: ViewAction
    /// Nil for a record.
    let order: WorkOrder.ID?
    let head: String
    /// Nil for an order of the running day: what is said of it is made up when it is drawn.
    let words: String?
    let isOpen: Bool
  }

  private var field: TextField
  private var search = DaySearch()
  private var records: [Row] = []
  private var open: [Row] = []
  private var ended: [Row] = []
  /// How many open orders are found in memory and in the file, listed or not.
  private var openTotal = 0
  /// What the file has found.
  private var hits: [SearchHit] = []
  /// Whether the file has more older orders than are listed.
  private var isCut = false
  private var index = 0
  init(_ words: String = "") { field = TextField(words, limit: 200, isOneLine: true) }

  var isReading: Bool { true }
  var contexts: [String] { KeyContexts.filter }
  var name: String { "Find" }
  var rows: [Row] { records + open + ended }
  var actsOnMarks: Bool { true }
  var subject: WorkOrder.ID? { rows.indices.contains(index) ? rows[index].order : nil }

  func wantedSize(in screen: Size, _ model: Model) -> Size {
    Size(width: min(screen.width - 2, 112), height: min(screen.height - 4, 24))
  }

  mutating func handle(_ event: PopupEvent, _ model: Model) -> PopupAnswer {
    switch event {
    case .shown: return searched(model)
    case .changed:
      search.restart()
      lookAgain(model)
      return .stay
    case .answered(.hits(let hits, let words)):
      guard words == field.text.trimmed else { return .ignored }
      let wasBare = open.isEmpty && ended.isEmpty
      self.hits = hits
      lookAgain(model)
      if wasBare, index == 0 { index = firstOrder }
      return .stay
    case .action(let action): return act(action, model)
    case .key(let key):
      guard field.handle(key) else { return .ignored }
      return searched(model)
    case .paste(let text):
      field.insert(text)
      return searched(model)
    case .mouse(let mouse):
      if mouse.action == .wheelDown { index = max(0, min(rows.count - 1, index + 3)) }
      if mouse.action == .wheelUp { index = max(0, index - 3) }
      return .stay
    case .finished, .answered, .suggested, .draftSaved: return .ignored
    }
  }

  private mutating func act(_ action: String, _ model: Model) -> PopupAnswer {
    if RowCursor.move(&index, by: action, among: rows.count) { return .stay }
    switch action {
    case "filter.keep":
      guard rows.indices.contains(index) else {
        return PopupAnswer(result: ResultLine(.note, Self.nothing(field.text)))
      }
      return model.opening(rows[index].view).map { PopupAnswer(.open($0)) } ?? .stay
    case "filter.clear": return .close
    case "form.clear-field":
      field.clear()
      return searched(model)
    case "form.delete-word":
      field.delete(.wordLeft)
      return searched(model)
    default: return .ignored
    }
  }

  /// From two letters on: open work from memory at once, older work from the file.
  private mutating func searched(_ model: Model) -> PopupAnswer {
    let words = field.text.trimmed
    hits = []
    look(model)
    index = firstOrder
    guard words.count >= 2 else { return .stay }
    return PopupAnswer(effects: [.ask(.find(words), .popup(0))])
  }

  /// Looks anew, and leaves the mark on what it stood on.
  private mutating func lookAgain(_ model: Model) {
    let marked = rows.indices.contains(index) ? rows[index].view : nil
    look(model)
    index = rows.firstIndex { $0.view == marked } ?? max(0, min(index, rows.count - 1))
  }

  /// Looks through what is in memory, and puts what the file has found beside it. What was done at an earlier visit of
  /// an order that is open again stands in the file alone.
  private mutating func look(_ model: Model) {
    let here = search.orders(field.text, in: model.office, atMost: FindVerb.mostListed)
    let known = Set(here)
    let inMemory = here.compactMap { model.office.order($0) }
    let filed = hits.filter { !known.contains($0.id) }
    let filedHere = filed.compactMap { model.office.order($0.id) }
    let running = inMemory + filedHere
    // The file has found some of those that memory found and did not list.
    let all = filedHere.isEmpty ? [] : search.all
    openTotal = search.openCount + filedHere.count { !$0.isEnded && !all.contains($0.id) }
    open = running.filter { !$0.isEnded }.map(Self.row)
    ended = running.filter(\.isEnded).map(Self.row)
    let older = filed.filter { model.office.order($0.id) == nil }
    isCut = older.count >= FindVerb.mostListed
    ended += older.map { Self.row($0, model) }
    records = model.recordsFound(field.text)
  }

  /// Where the mark begins: orders are looked for far more often than records.
  private var firstOrder: Int { open.isEmpty && ended.isEmpty ? 0 : records.count }

  private var counts: String {
    let listed = openTotal > open.count ? "\(open.count) of \(openTotal)" : "\(open.count)"
    return "\(listed) open, \(ended.count)\(isCut ? "+" : "") ended, \(records.count) by name"
  }

  private static func nothing(_ words: String) -> String {
    words.trimmed.count < 2
      ? "Two letters or digits begin the search."
      : "No order and no record has \"\(words.trimmed.prefix(30))\"."
  }

  func draw(on canvas: inout Canvas, _ model: Model) {
    let rows = rows
    let hints = model.hints(
      [("filter.keep", "open"), ("filter.clear", "leave"), ("mark.toggle", "mark")], in: contexts)
    canvas.box(
      canvas.bounds, style: StyleRole.border.style,
      titles: [
        name, counts, model.markedTitle ?? ""
      ],
      titleStyle: StyleRole.popupTitle.style, footer: [hints])
    let inner = canvas.bounds.inset(columns: 1, rows: 1)
    canvas.put("/", at: inner.origin, style: StyleRole.hintKey.style)
    field.draw(
      on: &canvas, at: inner.origin.moved(columns: 2), width: inner.width - 3,
      style: StyleRole.fieldFocus.style)
    let height = max(0, inner.height - 1)
    if rows.isEmpty {
      canvas.put(
        Self.nothing(field.text), at: inner.origin.moved(columns: 1, rows: 1), style: StyleRole.dim.style,
        width: max(0, inner.width - 1), ellipsis: true)
    }
    let first = max(0, min(index - height / 2, rows.count - height))
    for (line, number) in rows.indices.dropFirst(first).prefix(height).enumerated() {
      let isMarked = number == index
      let row = rows[number]
      let point = inner.origin.moved(rows: line + 1)
      canvas.put(isMarked ? "▌" : " ", at: point, style: StyleRole.hintKey.style)
      canvas.put(
        "\(row.head)\(row.order.map { model.marks.contains($0) } ?? false ? "*" : " ") \(words(of: row, model))",
        at: point.moved(columns: 1), style: (row.isOpen ? StyleRole.plain : .dim).style.selected(isMarked),
        width: max(0, inner.width - 1), ellipsis: true)
    }
  }
}

extension SearchPopup {
  private static func row(_ order: WorkOrder) -> Row {
    Row(
      view: .open(order.id), order: order.id, head: String(order.number), words: nil, isOpen: !order.isEnded)
  }

  private static func row(_ hit: SearchHit, _ model: Model) -> Row {
    let day = model.office.zone.date(at: hit.receivedAt)
    let words = [
      TimeWords.dayAndMonth(day) + " \(day.year)", hit.siteName, hit.summary,
      hit.excerpt == hit.summary ? "" : hit.excerpt
    ]
    return Row(
      view: .open(hit.id), order: hit.id, head: String(hit.number),
      words: words.filter { !$0.isEmpty }.joined(separator: " · "),
      isOpen: hit.isOpen)
  }

  private func words(of row: Row, _ model: Model) -> String {
    if let words = row.words { return words }
    guard let order = row.order.flatMap({ model.office.order($0) }) else { return "" }
    return [order.priority.text, model.siteName(of: order), order.summary, model.stateWords(of: order)]
      .compactMap(\.self).joined(separator: " · ")
  }
}
