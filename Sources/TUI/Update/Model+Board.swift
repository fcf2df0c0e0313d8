import Domain
import Terminal
import Verbs

extension Model {
  /// Takes over a new board; what is selected stays selected, wherever it went.
  mutating func boardChanged() {
    guard face.isConsole else { return refreshFace() }
    pruneMarks(afterAction: false)
    refreshQueue()
    refreshTechnicians()
    refreshTimeline()
    refreshAlerts()
    versions.header &+= 1
  }

  mutating func refresh(_ pane: Pane) {
    switch pane {
    case .queue: refreshQueue()
    case .technicians: refreshTechnicians()
    case .timeline: refreshTimeline()
    case .alerts: refreshAlerts()
    }
  }

  mutating func refreshQueue() {
    var filter: QueueFilter?
    do throws(UsageFault) {
      queue.fault = nil
      if !queue.filter.isEmpty { filter = try QueueFilter(queue.filter.text) }
    } catch {
      queue.fault = error.message
      say(.warning, error.message)
    }
    queue.isOpen = filter?.isOpen ?? false
    queue.source = queue.isOpen ? board.open : board.queue
    queue.rows = Self.rows(of: queue, filter, in: FilterMoment(office, at: now, person: person))
    if focus == .queue {
      queue.cursor.rowsChanged(queue.ids)
    } else {
      queue.cursor.rowsChangedAside(queue.ids)
    }
    versions.queue &+= 1
  }

  mutating func refreshTechnicians() {
    technicians.rows = Self.technicianRows(of: board, technicians)
    let ids = technicians.ids(in: board)
    if focus == .technicians {
      technicians.cursor.rowsChanged(ids)
    } else {
      technicians.cursor.rowsChangedAside(ids)
    }
    versions.technicians &+= 1
  }

  mutating func refreshTimeline() {
    if timeline.day == office.today(at: now) {
      timeline.otherLanes = nil
    } else {
      timeline.otherLanes = office.lanes(on: timeline.day, at: now)
    }
    timeline.week = timeline.scale == .week ? weekOfBalances() : [:]
    let lanes = timeline.lanes(board)
    let filter = WordFilter(timeline.filter.text)
    timeline.rows = lanes.indices.filter { number in
      filter.isEmpty
        || filter.passes(lanes[number].name) { field in
          let technician = office.technician(lanes[number].id)
          return field == "zone" ? technician?.zone : field == "team" ? technician?.team : lanes[number].name
        }
    }
    timeline.cursor.rowsChanged(timeline.rows.map { lanes[$0].id })
    if let visit = timeline.visit, !(selectedLane?.bars.contains { $0.id == visit } ?? false) {
      follow(visit, lanes)
    }
    versions.timeline &+= 1
  }

  /// Keeps the cursor on a visit that somebody else has now; on the name where nobody shown has it.
  private mutating func follow(_ visit: Visit.ID, _ lanes: [TimelineLane]) {
    let line = timeline.rows.firstIndex { number in lanes[number].bars.contains { $0.id == visit } }
    guard let line else {
      timeline.visit = nil
      return
    }
    timeline.cursor.move(to: line, in: timeline.rows.map { lanes[$0].id })
  }

  /// How full each day of the shown week is, by technician.
  private func weekOfBalances() -> [Technician.ID: [DayBalance]] {
    let index = office.scheduleIndex(at: now)
    var week: [Technician.ID: [DayBalance]] = [:]
    for lane in timeline.lanes(board) {
      guard let technician = office.technician(lane.id) else { continue }
      week[lane.id] = (0..<7).map {
        office.balance(of: technician, on: timeline.monday.adding(days: $0), in: index)
      }
    }
    return week
  }

  mutating func refreshAlerts() {
    let filter = WordFilter(alerts.filter.text)
    // Without a filter nobody needs the words of thousands of alerts at each commit.
    alerts.rows =
      filter.isEmpty
      ? Array(board.alerts.indices)
      : board.alerts.indices.filter { number in
        let alert = board.alerts[number]
        let order = alert.id.order.map { "\($0) " } ?? ""
        return filter.passes(order + wording.alert(alert)) {
          $0 == "kind" ? alert.id.kind.rawValue : nil
        }
      }
    let ids = alerts.ids(in: board)
    if focus == .alerts { alerts.cursor.rowsChanged(ids) } else { alerts.cursor.rowsChangedAside(ids) }
    showAlertsFromTop()
    if let place = alerts.leaving, alertInPane?.standing.isSnoozed ?? false {
      alerts.cursor.move(to: place, in: ids)
      alerts.leaving = nil
    }
    versions.alerts &+= 1
  }

  /// Alerts are by the instant of their next step: away from them the first ones count, not the one last looked at.
  mutating func showAlertsFromTop() {
    if focus != .alerts { alerts.cursor.showTop() }
  }

  /// Past midnight a timeline that showed today goes on showing today.
  mutating func dayMayHaveTurned(from day: CivilDate) {
    let today = office.today(at: now)
    if day != today, timeline.day == day { timeline.day = today }
  }
}

extension Model {
  /// The rows of the queue that are shown, in order; without a filter that can be meant all of them.
  private static func rows(of state: QueueState, _ filter: QueueFilter?, in moment: FilterMoment) -> [Int] {
    let source = state.source
    var rows = Array(source.indices)
    if let filter { rows = rows.filter { filter.matches(source[$0], in: moment) } }
    // The board comes sorted by score with P1 on top.
    if state.order != .score || state.isReversed || state.isGrouped {
      rows.sort { left, right in
        let (first, second) = (source[left], source[right])
        if state.isGrouped, first.zone != second.zone, (first.priority == .p1) == (second.priority == .p1) {
          return (first.zone == nil ? 1 : 0, first.zone ?? "") < (
            second.zone == nil ? 1 : 0, second.zone ?? ""
          )
        }
        return first.comesBefore(second, by: state.order, isReversed: state.isReversed)
      }
    }
    return rows
  }

  static func technicianRows(of board: Board, _ state: TechniciansState) -> [Int] {
    let filter = WordFilter(state.filter.text)
    var rows = board.technicians.indices.filter { number in
      let card = board.technicians[number]
      return filter.isEmpty || filter.passes(card.searchText) { card.text(ofField: $0) }
    }
    rows.sort { left, right in
      let (first, second) = (board.technicians[left], board.technicians[right])
      if let group = state.group {
        let values = (group.value(of: first), group.value(of: second))
        if values.0 != values.1 {
          return (values.0 == nil ? 1 : 0, values.0 ?? "") < (values.1 == nil ? 1 : 0, values.1 ?? "")
        }
      }
      let isBefore =
        state.isReversed
        ? second.comesBefore(first, by: state.order) : first.comesBefore(second, by: state.order)
      return isBefore ?? (left < right)
    }
    return rows
  }
}
