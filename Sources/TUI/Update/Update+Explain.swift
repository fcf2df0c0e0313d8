import Domain
import Terminal
import Verbs

extension Model {
  /// Where the number under the cursor comes from: the score's terms, the clocks with their pauses, a load.
  mutating func explain() -> [Effect] {
    switch focus {
    case .alerts where alertInPane?.orderID == nil:
      guard let alert = alertInPane else {
        say(.note, "No alert is selected.")
        return []
      }
      return open(TextPopup("How this alert stands", lines: standing(of: alert)))
    case .queue, .alerts, .timeline:
      guard let id = selectedOrder, let order = office.order(id) else {
        say(.note, "No order is selected.")
        return []
      }
      let alert = focus == .alerts ? alertInPane.map { standing(of: $0) + [""] } ?? [] : []
      return open(
        TextPopup("\(order.number) · how its numbers come about", lines: alert + numbers(of: order)))
    case .technicians:
      guard let card = selectedCard else { return [] }
      return open(TextPopup("\(card.name) · how these numbers come about", lines: numbers(of: card)))
    }
  }

  /// Since when it is, who has it, what happens to it next, and from when that counts.
  private func standing(of alert: Alert) -> [String] {
    [
      wording.alert(alert).prefix(1).uppercased() + wording.alert(alert).dropFirst(),
      "  since \(TimeWords.instant(alert.since, now: now, office.zone)), "
        + "\(wording.owner(of: alert, you: person)) has it, next: \(wording.next(of: alert))",
      wording.countsFrom(alert).map { "  " + $0 }
    ].compactMap(\.self)
  }

  private func numbers(of order: WorkOrder) -> [String] {
    var lines: [String] = []
    if let row = board.queue.first(where: { $0.id == order.id }) {
      lines.append("Score \(row.score.total), which places it in the queue:")
      let terms = row.score.terms.map { ($0.kind.words, String($0.points)) }
      for (words, points) in terms + [("together".padded(to: 18), String(row.score.total))] {
        lines.append("  \(words)  \(String(repeating: " ", count: max(0, 4 - points.count)))\(points)")
      }
      lines.append("")
    }
    for mark in QueueMark.allCases {
      guard let row = board.queue.first(where: { $0.id == order.id }), let sign = mark.text(row, on: board)
      else { continue }
      lines.append("\(sign) behind it: \(mark.words).")
    }
    for clock in office.clocks(of: order, at: now) {
      let due = TimeWords.instant(clock.dueAt, now: now, office.zone)
      let met = clock.metAt.map { ", met \(TimeWords.instant($0, now: now, office.zone))" } ?? ""
      let paused = clock.paused > .zero ? ", \(TimeWords.clock(clock.paused)) paused" : ""
      lines.append("\(clock.kind == .response ? "Response" : "Fix") due \(due)\(met)\(paused)")
      lines.append(
        "  \(clock.isMissed ? "missed by \(TimeWords.missed(clock))" : "\(TimeWords.left(clock)) left")")
    }
    if let contract = office.contract(of: order) {
      let tier = office.customer(of: order)?.tier ?? .standard
      lines.append("By contract \(contract.name), tier \(tier.rawValue), \(order.priority.text).")
    }
    return lines
  }

  private func numbers(of card: TechnicianCard) -> [String] {
    let zone = office.zone
    var lines = [
      "Load \(card.utilisationPercent)%: work of the shift day, done and planned, by the time spent there."
    ]
    if card.canTakeMore {
      lines.append("  + behind it: the rest of the shift has a gap in which another visit fits.")
    }
    guard let technician = office.technician(card.id) else { return lines }
    let load = office.load(
      of: technician, on: office.shiftDate(at: now), in: ScheduleIndex(office, at: now, only: card.id))
    func add(_ what: String, _ part: TimeRange, takesOut: Bool = false) {
      let length = "\(takesOut ? "-" : "")\(TimeWords.clock(part.length))"
      lines.append("  \(what) \(TimeWords.range(part, now: now, zone))  \(length)")
    }
    for range in load.duty.working { add("works", range) }
    for away in load.duty.away { add(away.reason ?? "break", away.range, takesOut: true) }
    for work in load.work { add(String(work.number), work.time) }
    return lines
  }
}

extension Score.Term.Kind {
  /// The term in words, padded so that figures stand in a column.
  fileprivate var words: String {
    let word: String =
      switch self {
      case .waiting: "time waiting"
      case .clock: "clock running out"
      case .urgency: "caller's urgency"
      case .tier: "customer's tier"
      case .history: "visits before"
      case .priority: "priority"
      }
    return word + String(repeating: " ", count: max(0, 18 - word.count))
  }
}
