import Domain
import Terminal
import Verbs

/// The views of a pane with how many rows each shows now, and the queue's counts: a digit shows one, `s` saves the
/// pane as it is.
struct ViewsPopup: Popup {
  /// What a name is being typed for.
  private enum Naming: Hashable {
    case new
    case of(SavedView)
  }

  let pane: Pane
  private var index = 0
  private var counts: [Int?] = []
  private var naming: Naming?
  private var field = TextField("", limit: SavedView.longestName)
  private var said: String?

  init(_ pane: Pane) { self.pane = pane }

  var contexts: [String] { naming == nil ? KeyContexts.views : KeyContexts.form }
  var name: String { "\(pane.title): views" }
  /// Views belong to the console and not to the office, so that they may be saved in the past too.
  var isReading: Bool { true }

  /// The buckets are rows of the list after the views.
  private var buckets: [QueueBucket] { pane == .queue ? QueueBucket.allCases : [] }

  func wantedSize(in screen: Size, _ model: Model) -> Size {
    let rows = model.views(of: pane).count + buckets.count + (buckets.isEmpty ? 0 : 1)
    return Size(width: min(screen.width - 2, 78), height: min(screen.height - 3, rows + 4))
  }

  mutating func handle(_ event: PopupEvent, _ model: Model) -> PopupAnswer {
    switch event {
    case .shown, .changed:
      counts = model.views(of: pane).map { model.count(of: $0) }
      index = min(index, max(0, counts.count + buckets.count - 1))
      return .stay
    case .action(let action): return naming == nil ? act(action, model) : type(action, model)
    case .key(let key):
      guard naming != nil, field.handle(key) else { return .ignored }
      said = nil
      return .stay
    case .paste(let text):
      guard naming != nil else { return .ignored }
      field.insert(text)
      return .stay
    case .mouse(let mouse):
      guard mouse.action == .press(.left) else { return .ignored }
      let number = mouse.point.row - 1
      return choose(number < counts.count ? number : number - 1, model)
    case .finished, .answered, .suggested, .draftSaved: return .ignored
    }
  }

  private mutating func act(_ action: String, _ model: Model) -> PopupAnswer {
    said = nil
    if RowCursor.move(&index, by: action, among: counts.count + buckets.count) { return .stay }
    switch action {
    case "choose.highlighted": return choose(index, model)
    case "view.save":
      naming = .new
      field.clear()
    case "view.rename": return rename(model)
    case "view.delete": return delete(model)
    default:
      guard let digit = Action(rawValue: action)?.digit else { return .ignored }
      return digit > 0 && digit <= counts.count ? choose(digit - 1, model) : .stay
    }
    return .stay
  }

  private func choose(_ number: Int, _ model: Model) -> PopupAnswer {
    if number >= 0, number < counts.count { return PopupAnswer(.run("view.number.\(number)")) }
    let bucket = number - counts.count
    guard buckets.indices.contains(bucket) else { return .stay }
    return PopupAnswer(.run("view.bucket.\(buckets[bucket].rawValue)"))
  }

  private func saved(_ model: Model) -> SavedView? {
    let views = model.views(of: pane)
    guard views.indices.contains(index) else { return nil }
    return model.views.first { $0 == views[index] }
  }

  private mutating func rename(_ model: Model) -> PopupAnswer {
    guard let view = saved(model) else {
      said = "Only a view that was saved here has another name to take."
      return .stay
    }
    naming = .of(view)
    field.replace(with: view.name)
    return .stay
  }

  private mutating func delete(_ model: Model) -> PopupAnswer {
    guard let view = saved(model) else {
      said = "Only a view that was saved here can be taken away."
      return .stay
    }
    return PopupAnswer(
      effects: [.saveViews(model.views.filter { $0 != view })],
      result: ResultLine(
        .done, "The view \(view.name) is gone; its filter was \(view.filter.isEmpty ? "none" : view.filter).")
    )
  }

  private mutating func type(_ action: String, _ model: Model) -> PopupAnswer {
    switch action {
    case "form.enter", "form.save": return save(model)
    case "form.clear-field": field.clear()
    case "form.delete-word": field.delete(.wordLeft)
    case "form.keep-draft", "interrupt": naming = nil
    default: return .ignored
    }
    return .stay
  }

  private mutating func save(_ model: Model) -> PopupAnswer {
    let name = field.text.trimmed
    guard !name.isEmpty else {
      said = "The name is missing."
      return .stay
    }
    var views = model.views
    switch naming {
    case .of(let old):
      var renamed = old
      renamed.name = name
      if renamed.id != old.id, views.contains(where: { $0.id == renamed.id }) {
        said = "A view is called \(name) already."
        return .stay
      }
      views = views.map { $0 == old ? renamed : $0 }
    case .new, nil:
      let view = model.currentView(name)
      views = views.filter { $0.id != view.id } + [view]
    }
    naming = nil
    return PopupAnswer(
      effects: [.saveViews(views)], result: ResultLine(.done, "The view \(name) is saved for this console."))
  }
}

extension ViewsPopup {
  func draw(on canvas: inout Canvas, _ model: Model) {
    let hints: [(action: String, words: String)] =
      naming == nil
      ? [
        ("choose.highlighted", "or 1-9 show"), ("view.save", "save as"), ("back", "leave"),
        ("view.rename", "rename"),
        ("view.delete", "take away")
      ] : [("form.save", "save"), ("form.keep-draft", "back")]
    canvas.box(
      canvas.bounds, style: StyleRole.border.style, titles: [name], titleStyle: StyleRole.popupTitle.style,
      footer: [model.hints(hints, in: contexts, fitting: canvas.width)])
    let inner = canvas.bounds.inset(columns: 1, rows: 1)
    let lines = lines(model)
    let height = max(1, inner.height - 2)
    let marked = index + (index >= counts.count && !buckets.isEmpty ? 1 : 0)
    let first = max(0, min(marked - height / 2, lines.count - height))
    for (row, number) in lines.indices.dropFirst(first).prefix(height).enumerated() {
      let isMarked = number == marked
      let point = inner.origin.moved(rows: row)
      canvas.put(isMarked ? "▌" : " ", at: point, style: StyleRole.hintKey.style)
      canvas.put(
        lines[number], at: point.moved(columns: 1),
        style: (isMarked ? StyleRole.choiceSelected : .choice).style, width: inner.width - 1, ellipsis: true)
    }
    let foot = inner.origin.moved(columns: 1, rows: inner.height - 1)
    if naming != nil {
      canvas.put("Name", at: foot, style: StyleRole.fieldLabel.style)
      field.draw(on: &canvas, at: foot.moved(columns: 6), width: 42, style: StyleRole.fieldFocus.style)
    }
    if let said {
      canvas.put(
        said, at: foot.moved(rows: naming == nil ? 0 : -1), style: StyleRole.fieldError.style,
        width: inner.width - 2,
        ellipsis: true)
    } else if naming == .new {
      canvas.put(
        "Saves: \(model.filter(of: pane).isEmpty ? "no filter" : model.filter(of: pane).text)",
        at: foot.moved(rows: -1), style: StyleRole.fieldNote.style, width: inner.width - 2, ellipsis: true)
    }
  }

  private func lines(_ model: Model) -> [String] {
    let views = model.views(of: pane).enumerated().map { number, view in
      let count = counts.indices.contains(number) ? counts[number].map(String.init) ?? "?" : ""
      let digit = number < 9 ? String(number + 1) : " "
      return
        "\(digit)  \(view.name.fitted(to: 24)) \(String(repeating: " ", count: max(0, 6 - count.count)))\(count)  \(view.filter)"
    }
    guard !buckets.isEmpty else { return views }
    let counted = model.board.counts.queue
    return views + ["   In the queue by what it waits for and since when"]
      + buckets.map { bucket in
        let count = String(counted[bucket])
        return
          "   \(bucket.words.fitted(to: 24)) \(String(repeating: " ", count: max(0, 6 - count.count)))\(count)  \(bucket.filter)"
      }
  }
}
