import Domain
import Terminal
import Verbs

extension Model {
  /// Takes over a new board; what is selected stays selected, wherever it went.
  mutating func boardChanged() {
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
    do throws(UsageFault) {
      queue.rows = try Self.queueRows(of: board, queue, now: now, initials: initials)
    } catch {
      queue.rows = Array(board.queue.indices)
      say(.warning, error.message)
    }
    queue.cursor.rowsChanged(queue.ids(in: board))
    versions.queue &+= 1
  }

  /// The letters that claims of the acting person show.
  private var initials: String? {
    office.person(person).map { String($0.name.words.split(separator: " ").compactMap(\.first).prefix(3)) }
  }

  mutating func refreshTechnicians() {
    technicians.rows = Self.technicianRows(of: board, technicians)
    technicians.cursor.rowsChanged(technicians.ids(in: board))
    versions.technicians &+= 1
  }

  mutating func refreshTimeline() {
    if timeline.day == office.today(at: now) {
      timeline.otherLanes = nil
    } else {
      timeline.otherLanes = office.lanes(on: timeline.day, at: now)
    }
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
      timeline.visit = nil
    }
    versions.timeline &+= 1
  }

  mutating func refreshAlerts() {
    let filter = WordFilter(alerts.filter.text)
    alerts.rows = board.alerts.indices.filter { number in
      let alert = board.alerts[number]
      let order = alert.id.order.map { "\($0) " } ?? ""
      return filter.isEmpty
        || filter.passes(order + AlertWords.sentence(of: alert, self)) {
          $0 == "kind" ? alert.id.kind.rawValue : nil
        }
    }
    alerts.cursor.rowsChanged(alerts.ids(in: board))
    versions.alerts &+= 1
  }

  /// Past midnight a timeline that showed today goes on showing today.
  mutating func dayMayHaveTurned(from day: CivilDate) {
    let today = office.today(at: now)
    if day != today, timeline.day == day { timeline.day = today }
  }
}

extension Model {
  /// The rows of the queue that are shown, in order; a filter that cannot be meant leaves them all and says why.
  static func queueRows(
    of board: Board, _ state: QueueState, now: Timestamp, initials: String?
  )
    throws(UsageFault) -> [Int]
  {
    var rows = Array(board.queue.indices)
    if !state.filter.isEmpty {
      let filter = try QueueFilter(state.filter.text)
      rows = rows.filter { filter.matches(board.queue[$0], at: now, initials: initials) }
    }
    // The board comes sorted by score with P1 on top.
    if state.order != .score || state.isGrouped {
      rows.sort { left, right in
        let (first, second) = (board.queue[left], board.queue[right])
        if state.isGrouped, first.zone != second.zone, (first.priority == .p1) == (second.priority == .p1) {
          return (first.zone == nil ? 1 : 0, first.zone ?? "") < (
            second.zone == nil ? 1 : 0, second.zone ?? ""
          )
        }
        return first.comesBefore(second, by: state.order)
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
      if state.isGrouped, first.zone != second.zone {
        return (first.zone == nil ? 1 : 0, first.zone ?? "") < (second.zone == nil ? 1 : 0, second.zone ?? "")
      }
      return first.comesBefore(second, by: state.order) ?? (left < right)
    }
    return rows
  }
}
