import Domain
import Terminal
import Verbs

/// What stands in the upper edge of a pane: its number and name, its counts, how it is sorted and filtered.
enum PaneTitles {
  static func of(_ pane: Pane, _ model: Model) -> [String] {
    let name = "\(pane.rawValue) \(pane.title)"
    let filter = filterTitle(pane, model)
    // What is being typed has the room of everything else.
    if model.isFiltering, model.focus == pane { return [name, filter] }
    switch pane {
    case .queue:
      let grouped = model.queue.isGrouped ? ", zones together" : ""
      let reversed = model.queue.isReversed ? ", reversed" : ""
      let count =
        model.queue.isOpen ? "\(model.queue.source.count) open" : "\(model.board.queue.count) unassigned"
      let sorted = "by \(model.queue.order.rawValue)\(reversed)\(grouped)"
      // What hides rows is the last thing that may be cut.
      return [name, count, above(model.queue.cursor.top), model.markedTitle ?? ""]
        + (filter == "all" ? [sorted, filter] : [filter, sorted])
    case .technicians:
      let counts = model.board.counts
      let late = counts.late > 0 ? ", \(counts.late) late" : ""
      var titles = [name, "\(counts.free) of \(model.board.technicians.count) free\(late)"]
      let reversed = model.technicians.isReversed ? ", reversed" : ""
      if model.technicians.order != .presence || model.technicians.isReversed {
        titles.append("by \(model.technicians.order.rawValue)\(reversed)")
      }
      if let group = model.technicians.group { titles.append("\(group.rawValue)s together") }
      let cursor = model.technicians.cursor
      return titles + [hidden(pane, cursor.top, cursor.count, model), filter == "all" ? "" : filter]
    case .timeline:
      var titles = [name, TimeWords.day(model.timeline.day)]
      if model.timeline.scale == .week {
        titles.append("week from \(TimeWords.dayAndMonth(model.timeline.monday))")
      } else if let axis = model.timelineAxis {
        titles.append("1 column = \(axis.columnLength)")
      }
      return titles + [filter == "all" ? "" : filter]
    case .alerts:
      let count = model.board.alerts.count
      if count == 0 { return [name, "none", filter == "all" ? "" : filter] }
      let marked = model.focus == .alerts ? model.markedTitle ?? "" : ""
      let nobodys = model.board.alerts.count { $0.standing.owner == nil && $0.standing.level == .desk }
      let owners = nobodys == 0 ? "" : ", \(nobodys) without owner"
      return [
        name, "\(count)\(owners)", hidden(pane, model.alerts.cursor.top, model.alerts.rows.count, model),
        marked, "by next step", filter == "all" ? "" : filter
      ]
    }
  }

  /// How many rows there are beyond the ones in sight: none of them scrolls away unseen.
  private static func hidden(_ pane: Pane, _ top: Int, _ count: Int, _ model: Model) -> String {
    guard let height = model.layout.body(of: pane)?.height, height > 0 else { return "" }
    let below = count - top - height
    if below <= 0 { return above(top) }
    return top == 0 ? "\(below) more" : "\(above(top)), \(below) below"
  }

  /// The worst stands on top: that it is out of sight is said.
  private static func above(_ top: Int) -> String { top == 0 ? "" : "\(top) above" }

  /// `all`, or the filter with how many rows it leaves; while it is typed a cursor stands behind it.
  private static func filterTitle(_ pane: Pane, _ model: Model) -> String {
    let filter = model.filter(of: pane)
    let isTyped = model.isFiltering && model.focus == pane
    guard !filter.isEmpty || isTyped else { return "all" }
    let (shown, all) = counts(pane, model)
    return "/ \(filter.text)\(isTyped ? "▁" : "") · \(shown) of \(all)"
  }

  private static func counts(_ pane: Pane, _ model: Model) -> (Int, Int) {
    switch pane {
    case .queue: (model.queue.rows.count, model.queue.source.count)
    case .technicians: (model.technicians.rows.count, model.board.technicians.count)
    case .timeline: (model.timeline.rows.count, model.timeline.lanes(model.board).count)
    case .alerts: (model.alerts.rows.count, model.board.alerts.count)
    }
  }
}
