import Domain
import Terminal
import Verbs

extension DetailLine {
  /// The panes that are not drawn, one line each, with what matters most in them.
  static func strip(_ model: Model) -> [DetailLine] {
    Pane.allCases.filter { $0 != model.focus }.map { pane in
      let key =
        model.key(for: "pane.\(pane.title.lowercased())", in: model.paneContexts) ?? String(pane.rawValue)
      let name = "\(key) \(pane.title)"
      let padded = name + String(repeating: " ", count: max(1, 15 - name.count))
      return DetailLine([Part(text: padded, role: .heading)] + said(of: pane, model))
    }
  }

  private static func said(of pane: Pane, _ model: Model) -> [Part] {
    switch pane {
    case .queue: queue(model)
    case .technicians: technicians(model)
    case .timeline: timeline(model)
    case .alerts: alerts(model)
    }
  }

  private static func queue(_ model: Model) -> [Part] {
    guard let first = model.board.queue.first else { return [Part(text: "nothing unassigned", role: .dim)] }
    let clock = first.clock.map { " \($0.text(model))" } ?? ""
    return [
      Part(text: "\(model.board.queue.count) unassigned · ", role: .plain),
      Part(text: "\(first.number) \(first.priority.text)", role: first.priority.role),
      Part(text: clock, role: first.clock?.role ?? .plain), Part(text: "  \(first.siteName)", role: .plain)
    ]
  }

  private static func technicians(_ model: Model) -> [Part] {
    var parts = [Part(text: "\(model.board.counts.free) free", role: .plain)]
    let late = model.board.technicians.filter(\.isLate)
    if !late.isEmpty { parts.append(Part(text: " · late: \(names(late))", role: .late)) }
    let silent = model.board.technicians.filter(\.isSilent)
    if let first = silent.first {
      let seen = first.lastSeenAt.map { " \(TimeWords.age(TimeWords.since($0, now: model.now)))" } ?? ""
      parts.append(Part(text: " · silent: \(names(silent))\(silent.count == 1 ? seen : "")", role: .late))
    }
    return parts
  }

  private static func names(_ cards: [TechnicianCard]) -> String {
    let shown = cards.prefix(2).map { surname($0.name) }.joined(separator: ", ")
    return cards.count > 2 ? "\(shown) and \(cards.count - 2) more" : shown
  }

  private static func surname(_ name: String) -> String {
    name.split(separator: ",").first.map(String.init) ?? name
  }

  private static func timeline(_ model: Model) -> [Part] {
    var parts: [Part] = []
    let conflicts = model.board.lanes.flatMap { lane in lane.bars.filter(\.isConflict) }
    if let bar = conflicts.first {
      let at = model.office.zone.clock(at: bar.range.start)
      parts.append(Part(text: "\(bar.number) conflict \(at) · ", role: .visitConflict))
    }
    let free = model.board.technicians.filter { $0.shown == .available }
    let text = free.isEmpty ? "nobody is free now" : "free now: \(names(free))"
    return parts + [Part(text: text, role: .plain)]
  }

  private static func alerts(_ model: Model) -> [Part] {
    let alerts = model.board.alerts
    guard let first = alerts.worst.map({ alerts[$0] }) ?? alerts.first else {
      return [Part(text: "none", role: .dim)]
    }
    let sign = "\(model.wording.mark(first)) \(first.id.order.map(String.init) ?? "") "
    return [
      Part(text: "\(model.board.alerts.count) · ", role: .plain),
      Part(text: sign, role: AlertWords.role(of: first)),
      Part(text: model.wording.alert(first), role: .plain)
    ]
  }
}
