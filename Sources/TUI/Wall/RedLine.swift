import Domain
import Verbs

/// An order whose clock has run out or is about to, as the wall tells of it.
struct RedLine: Hashable, Sendable {
  let order: WorkOrder.ID
  let number: Int
  let priority: Priority
  let isBreached: Bool
  /// Where and what, with nothing of anybody's number in it.
  let place: String
  /// `response missed by 0:12`, `respond by 11:20, 0:38`.
  let clock: String
  /// The same in few letters: `late 0:12`, `by 11:20`.
  let brief: String
  /// `nobody`, `on site: Chen, Wei since 08:34`.
  let who: String
  /// `nobody`, `Chen`.
  let name: String
  /// Who has its alert; nil while nobody has, or where there is none.
  let owner: String?
  /// What happens to the alert next.
  let next: String?

  var sign: String { isBreached ? "✗" : "▲" }
  var role: StyleRole { isBreached ? .slaBreached : .slaAtRisk }
}

extension Model {
  /// The red lines: missed clocks before those at risk, the earliest due first.
  func redLines() -> [RedLine] {
    let red = board.open.compactMap { row in
      row.clock.flatMap { $0.state == .breached || $0.state == .atRisk ? (row, $0) : nil }
    }
    let alerts = Dictionary(
      board.alerts.compactMap { alert in alert.orderID.map { ($0, alert) } },
      uniquingKeysWith: { $0.severity >= $1.severity ? $0 : $1 })
    return red.sorted { first, second in
      let isBreached = (first.1.state == .breached, second.1.state == .breached)
      if isBreached.0 != isBreached.1 { return isBreached.0 }
      return (first.1.dueAt, first.0.number) < (second.1.dueAt, second.0.number)
    }.map { row, clock in redLine(row, clock, alerts[row.id]) }
  }

  private func redLine(_ row: QueueRow, _ clock: ClockFace, _ alert: Alert?) -> RedLine {
    let order = office.order(row.id)
    let place = [row.siteName, row.summary].filter { !$0.isEmpty }.joined(separator: " · ")
    let due = TimeWords.instant(clock.dueAt, now: now, office.zone)
    let late = TimeWords.missed(clock)
    let words =
      clock.state == .breached
      ? "\(clock.word) missed by \(late)"
      : "\(clock.kind == .response ? "respond" : "fix") by \(due), \(TimeWords.left(clock))"
    let owner = alert.flatMap { $0.standing.owner == nil ? nil : wording.owner(of: $0, you: nil) }
    return RedLine(
      order: row.id, number: row.number, priority: row.priority, isBreached: clock.state == .breached,
      place: Masked.numbers(in: place, and: office.site(order?.site)?.details[.accessCode]),
      clock: words, brief: clock.state == .breached ? "late \(late)" : "by \(due)",
      who: order.flatMap { $0.technician == nil ? nil : stateWords(of: $0) } ?? "nobody",
      name: technicianName(order?.technician).map { Wording.short($0) } ?? "nobody", owner: owner,
      next: alert.map { wording.next(of: $0) })
  }
}
