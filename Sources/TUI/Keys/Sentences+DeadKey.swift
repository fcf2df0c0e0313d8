import Domain
import Settings
import Terminal
import Verbs

extension Sentences {
  /// Why a key does nothing in the panes now: what it is for, and where that is.
  static func deadKey(_ key: Key, _ model: Model) -> String {
    let name = KeyName(pressed: key.name)
    guard model.face.isConsole else { return boundToNothing(name, model) }
    func isBound(_ context: String) -> Bool {
      switch model.keymap.action(for: [name], in: [context]) {
      case .action, .prefix: true
      case .none: false
      }
    }
    let shown = name.shown
    if model.past != nil, isBound("order") || isBound("technician") { return model.wording.pastRefusal }
    if isBound("order") { return "\(shown) is for an order. \(noOrder(model))" }
    let places = Pane.allCases.filter { $0 != model.focus && isBound($0.context) }
    if let place = places.first {
      let way =
        model.key(for: place.action.rawValue, in: model.paneContexts).map { ": \($0) goes there" } ?? ""
      return "\(shown) works in \(place.title)\(way)."
    }
    if isBound("technician") {
      let way = model.key(for: Action.paneTechnicians.rawValue, in: model.paneContexts)
      return "\(shown) is for a technician\(way.map { ": \($0) goes to them" } ?? "")."
    }
    return boundToNothing(name, model)
  }

  private static func boundToNothing(_ name: KeyName, _ model: Model) -> String {
    let help = model.key(for: AlwaysAction.openHelp.rawValue, in: model.paneContexts)
    return "\(name.shown) is bound to nothing here\(help.map { "; \($0) shows the keys" } ?? "")."
  }

  /// That a key means nothing in a window, and the way out of it.
  static func deadKey(_ key: Key, in popup: any Popup, _ model: Model) -> String {
    let way = model.key(for: Action.back.rawValue, in: popup.contexts).map { ": \($0) leaves it" } ?? ""
    return "\(KeyName(pressed: key.name).shown) does nothing in this window\(way)."
  }

  /// Why no order is under the cursor, and how one gets there.
  static func noOrder(_ model: Model) -> String {
    switch model.focus {
    case .timeline:
      let key = model.key(for: Action.moveRight.rawValue, in: KeyContexts.timelineName) ?? "→"
      return "No visit is selected: \(key) goes to the first one of the row."
    case .technicians:
      let key = model.key(for: Action.paneQueue.rawValue, in: KeyContexts.technicians)
      let way = key.map { ": \($0) goes to the queue" } ?? ""
      return "\(model.selectedCard.map { "\($0.name) is selected" } ?? "Nobody is selected")\(way)."
    case .queue, .alerts: return "No order is selected."
    }
  }
}

extension Pane {
  /// The keymap's section of its own keys, and what goes to it.
  fileprivate var context: String {
    switch self {
    case .queue: "queue"
    case .technicians: "technicians"
    case .timeline: "timeline"
    case .alerts: "alerts"
    }
  }

  fileprivate var action: Action {
    switch self {
    case .queue: .paneQueue
    case .technicians: .paneTechnicians
    case .timeline: .paneTimeline
    case .alerts: .paneAlerts
    }
  }
}
