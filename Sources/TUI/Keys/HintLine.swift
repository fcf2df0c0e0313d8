import Domain
import Settings
import Terminal
import Verbs

/// The last line: what the keys do in the focused pane, dropping from the right where there is no room.
///
/// The map stays the same while the console runs, so two lines are equal without it.
struct HintLine: Hashable {
  private let contexts: [String]
  private let focus: Pane
  private let isFiltering: Bool
  private let hasMarks: Bool
  private let isPast: Bool
  /// What is offered follows from what whoever acts may do.
  private let role: Role?

  init(_ model: Model) {
    contexts = model.isFiltering ? KeyContexts.filter : model.paneContexts
    focus = model.focus
    isFiltering = model.isFiltering
    hasMarks = !model.marks.isEmpty
    isPast = model.past != nil
    role = model.office.person(model.person)?.role
  }

  func draw(_ model: Model, on canvas: inout Canvas) {
    canvas.fill(canvas.bounds)
    let isWide = canvas.width >= 100
    var column = 1
    if isWide {
      column += canvas.put(focus.title, at: Point(column: 1, row: 0), style: StyleRole.heading.style) + 2
    }
    let tail = tail(model.keymap)
    let tailWidth = tail.isEmpty ? 0 : displayWidth(of: tail) + 2
    for action in Hints.actions(model) where model.mayOffer(action) {
      guard let key = model.keymap.shownKey(for: action, in: contexts) else { continue }
      let words = Hints.word(for: action)
      let needed = displayWidth(of: key) + displayWidth(of: words) + 1
      guard column + needed + tailWidth <= canvas.width else { break }
      column += canvas.put(key, at: Point(column: column, row: 0), style: StyleRole.hintKey.style) + 1
      column += canvas.put(words, at: Point(column: column, row: 0), style: StyleRole.hintText.style)
      column += isWide ? 2 : 1
    }
    canvas.put(tail, at: Point(column: column, row: 0), style: StyleRole.hintKey.style)
  }

  /// The line and the help, which always find room; a function key needs a word beside it.
  private func tail(_ keymap: Keymap) -> String {
    [("line.open", "line"), ("help.open", "help")].compactMap { action, word in
      keymap.shownKey(for: action, in: contexts).map { $0.count == 1 ? $0 : "\($0) \(word)" }
    }.joined(separator: " ")
  }
}

extension Keymap {
  /// The key to show for an action: a letter before a control or function key.
  func shownKey(for action: String, in contexts: [String]) -> String? {
    keys(for: action, in: contexts).first?.map(\.shown).joined(separator: " ")
  }
}

/// Which actions are hinted at where, the most used first, and their words.
enum Hints {
  static func actions(_ model: Model) -> [String] {
    if model.isFiltering { return ["filter.keep", "filter.clear", "move.down", "form.clear-field"] }
    if model.past != nil { return ofPast }
    switch model.focus {
    case .queue:
      return (model.marks.isEmpty ? [] : ["mark.clear"]) + order + [
        "pane.filter", "mark.toggle", "pane.sort", "pane.zoom", "pane.technicians"
      ]
    case .technicians:
      return [
        DayVerb.name, ReplanVerb.name, OptimiseVerb.name, FillVerb.name, "technician.set-presence.available",
        "technician.set-presence.break", "technician.set-presence.off", "technician.set-presence.unavailable",
        "pane.filter", "pane.sort", "pane.zoom", "pane.timeline", LogVerb.name
      ]
    case .timeline:
      return (model.timeline.visit == nil ? lane : order)
        + ["page.next", "timeline.hour-right", "timeline.scale", "timeline.now", "pane.zoom", "pane.filter"]
    case .alerts:
      return [
        OpenVerb.name, AssignVerb.name, ReplanVerb.name, ClaimVerb.name, AlertSnoozeVerb.name,
        AlertResolveVerb.name,
        NoteVerb.name, CustomerShowVerb.name, BreachCauseVerb.name, ChangePriorityVerb.name, HoldVerb.name,
        "pane.zoom", "pane.filter", "pane.queue"
      ]
    }
  }

  /// What can be done where nothing can be changed.
  private static let ofPast = [
    "past.earlier", "past.later", "back", OpenVerb.name, HistoryVerb.name, CustomerShowVerb.name, "explain",
    "pane.filter", "pane.zoom"
  ]

  private static let lane = [
    DayVerb.name, "move.right", ReplanVerb.name, OptimiseVerb.name, FillVerb.name, PlanDayVerb.name
  ]

  private static let order = [
    OpenVerb.name, AssignVerb.name, ReplanVerb.name, FitsVerb.name, PlanDayVerb.name, ChangePriorityVerb.name,
    HoldVerb.name,
    CustomerShowVerb.name, NoteVerb.name, LogVerb.name, FlagVerb.name, ClaimVerb.name, CompleteVerb.name
  ]

  /// One word for an action, as short as a hint needs it.
  static func word(for action: String) -> String {
    switch action {
    case "technician.set-presence.available": return "free"
    case "technician.set-presence.break": return "break"
    case "technician.set-presence.off": return "off"
    case "technician.set-presence.unavailable": return "unavailable"
    case ChangePriorityVerb.name: return "priority"
    case LogVerb.name: return "new"
    case OpenVerb.name: return "open"
    case CustomerShowVerb.name: return "customer"
    case ClaimVerb.name: return "own"
    case BreachCauseVerb.name: return "cause"
    case "past.earlier": return "earlier"
    case "past.later": return "later"
    case "back": return "to now"
    case "filter.keep": return "keep"
    case "filter.clear": return "all"
    case "move.down": return "down"
    case "move.right": return "visits"
    case "form.clear-field": return "empty"
    case "mark.toggle": return "mark"
    case "mark.clear": return "unmark"
    case "pane.queue": return "queue"
    case "pane.technicians": return "technicians"
    case "pane.timeline": return "timeline"
    case "page.next": return "next day"
    case "timeline.hour-right": return "hour"
    case "timeline.scale": return "scale"
    case "timeline.now": return "now"
    default: break
    }
    let last = action.split(separator: ".").last.map(String.init) ?? action
    return last.replacing("-", with: " ")
  }
}
