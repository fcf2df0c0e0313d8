import Domain
import Terminal
import Verbs

/// The window of an order: what it is, what happened, who went there, the equipment, the notes.
struct OrderContent: PageContent {
  enum Tab: Int, CaseIterable {
    case summary, history, visits, messages, equipment, notes
  }

  let id: WorkOrder.ID
  /// The order where the running day does not have it.
  private(set) var older: WorkOrder?
  /// What happened to it, newest first; nil until it was read.
  private(set) var history: [Entry]?
  /// What was done to its equipment, as the file told it.
  private var services: [ServiceRecord]?
  private var number: Int?
  /// How many of the other side's words were reported as read from here.
  private var readThrough = 0

  init(_ id: WorkOrder.ID, _ model: Model) {
    self.id = id
    number = model.office.order(id)?.number
  }

  var subject: WorkOrder.ID? { id }
  var liesBesideQueue: Bool { true }
  var name: String { number.map { "Order \($0)" } ?? "Order" }
  var tabs: [String] {
    let counts = [history.map { " \($0.count)" } ?? "", "", "", ""]
    return ["Summary", "History\(counts[0])", "Visits", "Messages", "Equipment", "Notes"]
  }
  var hints: [(action: String, words: String)] {
    [
      (AssignVerb.name, "assign"), (HoldVerb.name, "hold"), (CompleteVerb.name, "complete"),
      (EditVerb.name, "edit"), (NoteVerb.name, "note"), (MessageVerb.name, "message"),
      (FlagVerb.name, "flag"),
      ("explain", "why")
    ]
  }

  func order(_ model: Model) -> WorkOrder? { model.office.order(id) ?? older }

  func titles(_ model: Model) -> [String] {
    guard let order = order(model) else { return ["looking for the order"] }
    let trade = [order.priority.text, order.trade.map { model.shown($0) }].compactMap(\.self).joined(
      separator: " ")
    let unread = order.thread.unread(by: model.side, model.person).count
    return [
      [
        "\(order.number)", trade, model.siteName(of: order), model.stateWords(of: order),
        unread > 0 ? "\(unread) unread" : nil
      ].compactMap(\.self).joined(separator: " · ")
    ]
  }

  func questions(_ model: Model) -> [Effect] {
    let lookup: [Effect] = model.office.order(id) == nil ? [.ask(.show(id), .popup(0))] : []
    let services = order(model)?.equipment.map { Effect.ask(.equipment($0), .popup(0)) }
    return lookup + [.ask(.history(id), .popup(0))] + [services].compactMap(\.self)
  }

  mutating func take(_ answer: Answer) {
    switch answer {
    case .order(let order) where order.id == id:
      older = order
      number = order.number
    case .history(let order, let entries) where order == id: history = entries
    case .ended(let orders, about: .equipment): services = orders.compactMap(\.serviceRecord)
    case .order, .history, .ended, .hits, .drafts, .draftsOfOthers, .number, .plan, .reckoned, .pin, .past,
      .lines, .entries:
      break
    }
  }

  mutating func effects(on tab: Int, _ model: Model) -> [Effect] {
    Tab(rawValue: tab) == .messages ? reading(model) : []
  }

  /// What is on the screen is read; reported once.
  mutating func reading(_ model: Model) -> [Effect] {
    guard let order = order(model), order.thread.said(by: model.side.other) > readThrough else { return [] }
    readThrough = order.thread.said(by: model.side.other)
    return model.reading(order)
  }

  func editing(_ model: Model) -> (any Popup)? {
    order(model).map { VerbForm(EditForm.order($0, model), model) }
  }

  mutating func act(_ action: String, _ model: Model) -> PopupAnswer? {
    switch action {
    case "copy.number":
      guard let number = order(model)?.number else { return .stay }
      return PopupAnswer(effects: [.copy(String(number))], result: ResultLine(.done, "\(number) is copied."))
    case HistoryVerb.name: return nil
    default:
      // An order of an earlier day is not selected in any pane: its verbs are opened from here.
      guard model.office.order(id) == nil, let older, action.hasPrefix("work-order."),
        action != OpenVerb.name, action != FindVerb.name, action != LogVerb.name
      else { return nil }
      return model.form(of: action, older).map { PopupAnswer(.open($0)) }
        ?? PopupAnswer(result: ResultLine(.note, "\(older.number) has ended; reopening it comes first."))
    }
  }

  func lines(_ tab: Int, _ model: Model, width: Int) -> [PageLine] {
    guard let order = order(model) else { return [PageLine("It is being looked up.", .dim)] }
    switch Tab(rawValue: tab) {
    case .history: return historyLines(order, model, width: width)
    case .visits: return Self.visitLines(order, model, width: width)
    case .messages: return Self.messageLines(order, model, width: width)
    case .equipment: return model.equipmentLines(order.equipment, services, width: width)
    case .notes: return Self.noteLines(order, model, width: width)
    case .summary, nil: return summaryLines(order, model, width: width)
    }
  }
}

extension Model {
  /// `On site: Chen, Wei since 08:34`: where an order stands and who has it.
  func stateWords(of order: WorkOrder) -> String {
    let name = technicianName(order.technician)
    let since = order.openVisit?.activeAssignment?.onSiteAt ?? order.openVisit?.activeAssignment?.travellingAt
    switch order.status {
    case .new, .triage, .ready: return order.status.rawValue
    case .tentative, .scheduled, .dispatched, .accepted, .travelling, .onSite:
      let who = name.map { ": \($0)" } ?? ""
      return "\(order.status.spoken)\(who)\(since.map { " since \(words($0))" } ?? "")"
    case .held: return order.hold.map { "held: \($0.reason.rawValue) since \(words($0.since))" } ?? "held"
    case .review, .closed, .notDone, .cancelled, .duplicate:
      return order.status.spoken + (order.ending.map { " \(words($0.at))" } ?? "")
    }
  }
}

extension WorkOrderStatus {
  /// As people say it.
  var spoken: String {
    switch self {
    case .onSite: "on site"
    case .notDone: "not done"
    case .review: "done, to be closed"
    case .dispatched: "told"
    case .new, .triage, .ready, .tentative, .scheduled, .accepted, .travelling, .held, .closed, .cancelled,
      .duplicate:
      rawValue
    }
  }
}
