import Domain
import Terminal
import Verbs

/// The rows of the focused pane as sentences.
struct PlainRows {
  private let model: Model

  init(_ model: Model) { self.model = model }

  var title: String {
    PaneTitles.of(model.focus, model).filter { !$0.isEmpty }.joined(separator: ", ")
  }

  var count: Int {
    switch model.focus {
    case .queue: model.queue.rows.count
    case .technicians: model.technicians.rows.count
    case .timeline: model.timeline.rows.count
    case .alerts: model.alerts.rows.count
    }
  }

  var selected: Int {
    switch model.focus {
    case .queue: model.queue.cursor.index
    case .technicians: model.technicians.cursor.index
    case .timeline: model.timeline.cursor.index
    case .alerts: model.alerts.cursor.index
    }
  }

  var emptiness: String {
    let kind: ListKind =
      switch model.focus {
      case .queue: .queue
      case .technicians: .technicians
      case .timeline: .timeline
      case .alerts: .alerts
      }
    return model.wording.empty(kind, isFiltered: !model.filter(of: model.focus).isEmpty, of: count)
  }

  func sentence(_ index: Int) -> String {
    switch model.focus {
    case .queue: sentence(model.queue.row(at: index))
    case .technicians: sentence(model.board.technicians[model.technicians.rows[index]])
    case .timeline: sentence(model.timeline.lanes(model.board)[model.timeline.rows[index]], index == selected)
    case .alerts: sentence(model.board.alerts[model.alerts.rows[index]])
    }
  }
}

extension PlainRows {
  private func sentence(_ row: QueueRow) -> String {
    var parts = ["\(row.number)", row.priority.text]
    if model.marks.contains(row.id) { parts.append("marked") }
    parts.append([row.siteName, row.summary].filter { !$0.isEmpty }.joined(separator: ": "))
    if let clock = row.clock {
      parts.append(model.clockWords(clock) + (clock.state == .atRisk ? ", at risk" : ""))
    }
    if let hold = row.hold { parts.append("held for \(hold.rawValue)") }
    parts.append("waiting \(TimeWords.clock(TimeWords.since(row.receivedAt, now: model.now)))")
    parts.append(row.trade.map { model.shown($0) } ?? "no trade")
    parts += [row.zone, row.window.map { model.wording.window($0) }].compactMap(\.self)
    if let claimed = row.claimedBy { parts.append("\(claimed) works on it") }
    if row.furtherCalls > 0 { parts.append("\(row.furtherCalls + 1) calls about it") }
    if row.isFlagged { parts.append("flagged") }
    if row.hasAnomaly { parts.append("its times contradict each other") }
    return parts.joined(separator: ", ") + "."
  }

  private func sentence(_ card: TechnicianCard) -> String {
    var parts = [card.name]
    let order = card.now.map { " \($0)" } ?? ""
    switch card.shown {
    case .available: parts.append("free")
    case .travelling: parts.append("travelling to\(order)")
    case .onSite: parts.append("on site\(order)")
    case .onBreak: parts.append("on a break")
    case .off: parts.append(card.isOnCall ? "off, on call" : "off")
    case .unavailable: parts.append("unavailable")
    }
    if card.overrun >= .minutes(1) { parts.append("\(card.overrun.wholeMinutes) minutes over") }
    if card.isLate { parts.append("late") }
    if let until = card.until { parts.append("until \(model.words(until))") }
    if let next = card.next { parts.append("next \(next)") }
    parts.append("load \(card.utilisationPercent) percent")
    if let seen = card.lastSeenAt {
      parts.append(
        "heard of \(TimeWords.age(TimeWords.since(seen, now: model.now))) ago\(card.isSilent ? ", too long" : "")"
      )
    }
    if let place = card.lastPlace { parts.append("last at \(place)") }
    return parts.joined(separator: ", ") + "."
  }

  /// The visit that is selected before all of the lane.
  private func sentence(_ lane: TimelineLane, _ isSelected: Bool) -> String {
    let visits = lane.bars.map(words(of:))
    let all = visits.isEmpty ? "no visits" : visits.joined(separator: "; ")
    let chosen = isSelected ? lane.bars.first { $0.id == model.timeline.visit } : nil
    return [chosen.map { "selected \(words(of: $0))." }, "\(lane.name): \(all)."].compactMap(\.self)
      .joined(separator: " ")
  }

  private func words(of bar: TimelineBar) -> String {
    var words =
      "\(model.words(bar.range.start)) to \(model.words(bar.range.end)), \(bar.number), \(bar.priority.text)"
    words += bar.isHeld ? ", held" : ", \(bar.status.spoken)"
    if bar.overrun != nil { words += ", over its time" }
    if bar.isConflict { words += ", collides with the one before" }
    if let danger = bar.danger(model.board.dangers) { words += ", \(Wording.danger(danger))" }
    return words
  }

  private func sentence(_ alert: Alert) -> String {
    var parts = [
      [alert.id.order.map(String.init), model.wording.alert(alert)].compactMap(\.self)
        .joined(separator: ", "),
      "since \(TimeWords.clock(model.wording.age(of: alert)))",
      "owner \(model.wording.owner(of: alert, you: model.person))", model.wording.next(of: alert)
    ]
    if let hint = AlertWords.remedy(of: alert, model) { parts.append("\(hint.key) \(hint.words)") }
    return parts.joined(separator: ", ") + "."
  }
}
