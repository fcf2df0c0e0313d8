import Domain
import Verbs

/// An order as the wall tells of it: red while its clock has run out or is about to, green once its work is done and
/// waits to be found right.
struct WallLine: Hashable, Sendable {
  enum State: Hashable, Sendable {
    case breached, atRisk, done
  }

  let order: WorkOrder.ID
  let number: Int
  let priority: Priority
  let state: State
  /// Where and what, with nothing of anybody's number in it.
  let place: String
  /// `response missed by 0:12`, `respond by 11:20, 0:38`, `done 10:40 in time`.
  let clock: String
  /// The same in few letters: `late 0:12`, `by 11:20`, `done 10:40`.
  let brief: String
  /// `nobody`, `on site: Chen, Wei since 08:34`.
  let who: String
  /// `nobody`, `Chen`.
  let name: String
  /// Who has its alert; nil while nobody has, or where there is none.
  let owner: String?
  /// What happens to it next.
  let next: String?

  var isRed: Bool { state != .done }

  var sign: Character { clockState.shape }
  var role: StyleRole { clockState.role }

  /// The state of a clock that it stands for: the same sign and style as in the panes.
  private var clockState: ClockFace.State {
    switch state {
    case .breached: .breached
    case .atRisk: .atRisk
    case .done: .met
    }
  }
}

extension Model {
  /// The red lines, then the green ones.
  func wallLines() -> [WallLine] { redLines() + greenLines() }

  /// Missed clocks before those at risk, the earliest due first; what is done and waits for review stands among the green
  /// lines alone.
  private func redLines() -> [WallLine] {
    let red = board.open.filter { $0.status != .review }.compactMap { row in
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

  private func redLine(_ row: QueueRow, _ clock: ClockFace, _ alert: Alert?) -> WallLine {
    let order = office.order(row.id)
    let due = TimeWords.instant(clock.dueAt, now: now, office.zone)
    let late = TimeWords.missed(clock)
    let words =
      clock.state == .breached
      ? "\(clock.word) missed by \(late)"
      : "\(clock.kind == .response ? "respond" : "fix") by \(due), \(TimeWords.left(clock))"
    let owner = alert.flatMap { $0.standing.owner == nil ? nil : wording.owner(of: $0, you: nil) }
    return WallLine(
      order: row.id, number: row.number, priority: row.priority,
      state: clock.state == .breached ? .breached : .atRisk, place: place(of: row, order),
      clock: words, brief: clock.state == .breached ? "late \(late)" : "by \(due)",
      who: order.flatMap { $0.technician == nil ? nil : stateWords(of: $0) } ?? "nobody",
      name: technicianName(order?.technician).map { Wording.short($0) } ?? "nobody", owner: owner,
      next: alert.map { wording.next(of: $0) })
  }

  /// What was done in this shift day and awaits review, the last done first: what was red a moment ago stands on top.
  private func greenLines() -> [WallLine] {
    let opened = office.lastDayEnd(at: now)
    let done = board.open.compactMap { row -> (row: QueueRow, order: WorkOrder, at: Timestamp)? in
      guard row.status == .review, let order = office.order(row.id), let at = order.doneAt, at >= opened
      else { return nil }
      return (row, order, at)
    }
    return done.sorted { ($1.at, $1.row.number) < ($0.at, $0.row.number) }
      .map { greenLine($0.row, $0.order, doneAt: $0.at) }
  }

  private func greenLine(_ row: QueueRow, _ order: WorkOrder, doneAt: Timestamp) -> WallLine {
    let clocks = office.clocks(of: order, at: now)
    let missed = clocks.filter(\.isMissed).map { "\($0.word) late \(TimeWords.missed($0))" }
    let done = "done \(TimeWords.instant(doneAt, now: now, office.zone))"
    let kept = clocks.isEmpty ? "" : missed.isEmpty ? " in time" : ", \(missed.joined(separator: ", "))"
    let name = technicianName(order.doneBy) ?? ""
    return WallLine(
      order: row.id, number: row.number, priority: row.priority, state: .done, place: place(of: row, order),
      clock: done + kept, brief: done, who: name, name: Wording.short(name), owner: nil,
      next: "awaits review")
  }

  private func place(of row: QueueRow, _ order: WorkOrder?) -> String {
    let place = [row.siteName, row.summary].filter { !$0.isEmpty }.joined(separator: " · ")
    return Masked.numbers(in: place, and: office.site(order?.site)?.details[.accessCode])
  }
}
