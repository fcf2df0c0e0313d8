import Domain
import Terminal
import Verbs

/// What a window shows: its title and its rows; how it scrolls and what Enter opens is the same for all.
protocol PageContent: Sendable {
  var name: String { get }
  var subject: WorkOrder.ID? { get }
  /// The tabs, where it has any.
  var tabs: [String] { get }
  /// What the lower edge hints at besides opening and leaving.
  var hints: [(action: String, words: String)] { get }
  var contexts: [String] { get }
  /// Whether it leaves the queue in sight where the screen is wide enough.
  var liesBesideQueue: Bool { get }

  func titles(_ model: Model) -> [String]
  func lines(_ tab: Int, _ model: Model, width: Int) -> [PageLine]
  /// Asked for when it opens and whenever the office has changed.
  func questions(_ model: Model) -> [Effect]
  mutating func take(_ answer: Answer)
  /// What follows from a tab's being on the screen.
  mutating func effects(on tab: Int, _ model: Model) -> [Effect]
  /// The row that is marked first, where that is not simply the first one.
  var begins: PageLine.Target? { get }
  /// Hears what the mark is on.
  mutating func mark(_ target: PageLine.Target?)
  /// Hears which of its rows are on the screen.
  mutating func see(_ lines: [PageLine], _ rows: Range<Int>)
  /// A row that is to be on the screen next; nil where nothing wants one.
  mutating func takeWanted() -> Int?
  /// The form behind `e`, or behind the row that leads to it.
  func editing(_ model: Model) -> (any Popup)?
  /// What an action means here; nil leaves it to the console.
  mutating func act(_ action: String, _ model: Model) -> PopupAnswer?
}

extension PageContent {
  var subject: WorkOrder.ID? { nil }
  var tabs: [String] { [] }
  var hints: [(action: String, words: String)] { [] }
  var contexts: [String] { KeyContexts.window }
  var liesBesideQueue: Bool { false }
  func questions(_ model: Model) -> [Effect] { [] }
  mutating func take(_ answer: Answer) {}
  mutating func effects(on tab: Int, _ model: Model) -> [Effect] { [] }
  var begins: PageLine.Target? { nil }
  mutating func mark(_ target: PageLine.Target?) {}
  mutating func see(_ lines: [PageLine], _ rows: Range<Int>) {}
  mutating func takeWanted() -> Int? { nil }
  func editing(_ model: Model) -> (any Popup)? { nil }
  mutating func act(_ action: String, _ model: Model) -> PopupAnswer? { nil }
}

/// A window over the panes: pages of rows that scroll, with rows that lead on.
struct PageWindow<Content: PageContent>: Popup {
  var content: Content
  var page = Page()
  private(set) var tab: Int

  init(_ content: Content, tab: Int = 0) {
    self.content = content
    self.tab = tab
    page.begins = content.begins
  }

  var isReading: Bool { true }
  var isSecretMarked: Bool { if case .secret? = page.target { true } else { false } }
  var contexts: [String] { content.contexts }
  var name: String { content.name }
  var subject: WorkOrder.ID? { content.subject }

  /// Beside the queue where there is room for both, so that one sees where one is; else in the middle.
  func frame(in model: Model) -> Rect? {
    guard content.liesBesideQueue, model.size.width >= 160, model.focus == .queue,
      let queue = model.layout.boxes[.queue]
    else { return nil }
    let column = queue.endColumn - 1
    guard model.size.width - column >= 70 else { return nil }
    return Rect(column: column, row: 1, width: model.size.width - column, height: model.size.height - 3)
  }

  func wantedSize(in screen: Size, _ model: Model) -> Size {
    if let frame = frame(in: model) { return Size(width: frame.width, height: frame.height) }
    return Size(width: min(screen.width - 2, 116), height: max(3, screen.height - 4))
  }

  private func body(_ model: Model) -> Size {
    let size = wantedSize(in: model.size, model)
    return Size(width: size.width - 3, height: size.height - 2 - (content.tabs.isEmpty ? 0 : 1))
  }

  private mutating func refresh(_ model: Model) {
    let body = body(model)
    page.show(content.lines(tab, model, width: max(10, body.width)), width: body.width, height: body.height)
    content.mark(page.target)
    if let row = content.takeWanted() { page.reveal(row) }
    content.see(page.lines, page.shown)
  }

  /// The rows are made anew when something has changed, not for every step of the mark.
  private func isCurrent(_ size: Size) -> Bool {
    page.width == size.width && page.height == max(1, size.height)
  }

  mutating func handle(_ event: PopupEvent, _ model: Model) -> PopupAnswer {
    if !isCurrent(body(model)) { refresh(model) }
    if case .action(let action) = event, page.move(action) {
      // Rows that tell of what is marked are told anew only where it matters: most windows do not care.
      let subject = content.subject
      content.mark(page.target)
      content.see(page.lines, page.shown)
      if content.subject != subject { refresh(model) }
      return .stay
    }
    if case .mouse(let mouse) = event, page.wheel(mouse) {
      content.see(page.lines, page.shown)
      return .stay
    }
    let answer = react(to: event, model)
    refresh(model)
    return answer
  }

  private mutating func react(to event: PopupEvent, _ model: Model) -> PopupAnswer {
    switch event {
    case .shown, .changed:
      return PopupAnswer(effects: content.questions(model) + content.effects(on: tab, model))
    case .answered(let answer):
      content.take(answer)
      return .stay
    case .finished: return PopupAnswer(effects: content.questions(model))
    case .action(let action): return act(action, model)
    case .mouse(let mouse): return point(mouse, model)
    case .key, .paste, .suggested, .draftSaved: return .ignored
    }
  }

  private mutating func act(_ action: String, _ model: Model) -> PopupAnswer {
    if let answer = content.act(action, model) { return answer }
    switch action {
    case "page.next", "move.right": return turn(1, model)
    case "page.previous", "move.left": return turn(-1, model)
    case "pane.next": return turn(1, model)
    case "pane.previous": return turn(-1, model)
    case OpenVerb.name, "choose.highlighted": return openMarked(model)
    case EditVerb.name:
      guard let form = content.editing(model) else { return .ignored }
      return PopupAnswer(.open(form))
    case "explain": return explain(model)
    case FindVerb.name: return PopupAnswer(.open(SearchPopup()))
    case "pane.queue", "pane.technicians", "pane.timeline", "pane.alerts": return .stay
    default: return .ignored
    }
  }

  private mutating func turn(_ way: Int, _ model: Model) -> PopupAnswer {
    guard !content.tabs.isEmpty else { return .stay }
    tab = (tab + way + content.tabs.count) % content.tabs.count
    page = Page()
    page.begins = content.begins
    return PopupAnswer(effects: content.effects(on: tab, model))
  }

  private mutating func openMarked(_ model: Model) -> PopupAnswer {
    switch page.target {
    case .view(let view): model.opening(view).map { PopupAnswer(.open($0)) } ?? .stay
    case .secret(let site): model.showingSecret(of: site)
    case .phone(let technician): model.showingPhone(of: technician)
    case .action(let action): content.act(action, model) ?? .stay
    case .draft: .stay
    case nil: page.field == nil ? .stay : explain(model)
    }
  }

  /// Why the field under the mark is what it is.
  private func explain(_ model: Model) -> PopupAnswer {
    guard let place = page.field, let story = model.opening(place.window) else {
      return PopupAnswer(result: ResultLine(.note, "No field is under the mark; j and k go to one."))
    }
    return PopupAnswer(.open(story))
  }

  private mutating func point(_ mouse: Mouse, _ model: Model) -> PopupAnswer {
    guard mouse.action == .press(.left) else { return .ignored }
    return page.click(line: mouse.point.row - 1 - (content.tabs.isEmpty ? 0 : 1)) ? .stay : .ignored
  }

  func draw(on canvas: inout Canvas, _ model: Model) {
    var fresh = self
    if !isCurrent(body(model)) { fresh.refresh(model) }
    let size = Size(width: canvas.width - 3, height: canvas.height - 2 - (content.tabs.isEmpty ? 0 : 1))
    let open = fresh.page.leadsAnywhere ? [(OpenVerb.name, "open")] : []
    let hints = open + [("back", "back")] + content.hints
    canvas.box(
      canvas.bounds, style: StyleRole.border.style,
      titles: content.titles(model) + [fresh.page.place(height: size.height)].compactMap(\.self),
      titleStyle: StyleRole.popupTitle.style,
      footer: [model.hints(hints, in: contexts, fitting: canvas.width)])
    if !content.tabs.isEmpty { drawTabs(on: &canvas, model) }
    fresh.page.draw(
      on: &canvas,
      in: Rect(
        column: 1, row: content.tabs.isEmpty ? 1 : 2, width: max(0, canvas.width - 2),
        height: max(0, size.height)))
  }

  private func drawTabs(on canvas: inout Canvas, _ model: Model) {
    var column = 2
    for (index, title) in content.tabs.enumerated() where column < canvas.width - 2 {
      column +=
        canvas.put(
          title, at: Point(column: column, row: 1),
          style: (index == tab ? StyleRole.choiceSelected : .choice).style,
          width: min(displayWidth(of: title), canvas.width - 2 - column), ellipsis: true) + 3
    }
    let keys = ["page.previous", "page.next"].compactMap { model.key(for: $0, in: contexts) }
    let hint = keys.isEmpty ? "" : "\(keys.joined(separator: " ")) turn the page"
    let width = displayWidth(of: hint)
    if column + width < canvas.width - 1 {
      canvas.put(hint, at: Point(column: canvas.width - 2 - width, row: 1), style: StyleRole.dim.style)
    }
  }
}
