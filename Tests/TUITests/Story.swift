import Domain
import Settings
import TUI
import Terminal
import Testing
import Verbs

/// One morning at Riverside: Tuesday 24 November, 10:42; Bea Long dispatches.
enum Story {
  static let day = CivilDate(iso: "2026-11-24") ?? CivilDate(daysSinceEpoch: 0)
  static let now = at(10, 42)
  static let bea = Person.ID(high: 1, low: 1)

  static func at(_ hour: Int, _ minute: Int, day offset: Int = 0) -> Timestamp {
    ZoneRules.utc.timestamp(
      CivilTime(date: day.adding(days: offset), secondOfDay: hour * 3_600 + minute * 60).date,
      TimeOfDay(clamping: hour * 60 + minute))
  }

  static func order(_ number: Int) -> WorkOrder.ID { WorkOrder.ID(high: 2, low: UInt64(number)) }
  static func technician(_ number: Int) -> Technician.ID { Technician.ID(high: 3, low: UInt64(number)) }

  /// The order, with what the detail needs of it.
  static func office() -> Office {
    var office = Office(
      profile: OfficeProfile(name: "Riverside", zone: "UTC", currency: "EUR"), firstNumber: 20_422,
      at: at(6, 0))
    office.people[bea] = Person(
      id: bea, handle: "bea", name: PersonalText(id: .init(high: 9, low: 1), words: "Bea Long"),
      role: .dispatcher)
    for row in queue { office.addOrder(row.number, row.summary, row.siteName, row.priority, row.receivedAt) }
    for number in [20_371, 20_391, 20_404, 20_402, 20_409, 20_388, 20_395, 20_417, 20_413, 20_412, 20_351] {
      office.addOrder(number, "walk-in warm", "Store 112", .p2, at(7, 58))
    }
    for (number, name) in names.enumerated() {
      let id = technician(number)
      office.technicians[id] = Technician(
        id: id, handle: name.handle,
        name: PersonalText(id: .init(high: 8, low: UInt64(number)), words: name.name),
        zone: number.isMultiple(of: 2) ? "north" : "south", team: "day")
    }
    return office
  }

  static func board(alerts: [Alert] = alerts) -> Board {
    var counts = Board.Counts()
    counts.p1Open = 2
    counts.breached = 1
    counts.atRisk = 3
    counts.doneToday = 61
    counts.plannedToday = 90
    counts.unassigned = queue.count
    counts.free = 2
    counts.late = 1
    for (bucket, count) in [
      (QueueBucket.urgent, 3), (.dispatch, 12), (.ageNew, 2), (.ageToday, 7), (.ageOneDay, 3)
    ] {
      counts.queue[bucket] = count
    }
    return Board(queue: queue, technicians: cards, lanes: lanes, alerts: alerts, counts: counts)
  }

  static func model(
    _ width: Int, _ height: Int, office: Office = office(), board: Board = board(), keymap: String = "default"
  ) -> Model {
    Model(
      office: office, board: board, now: now, person: bea, keymap: Keymaps.shipped(keymap),
      identifiers: CountingIdentifiers(), size: Size(width: width, height: height))
  }
}

extension Office {
  fileprivate mutating func addOrder(
    _ number: Int, _ summary: String, _ site: String, _ priority: Priority, _ at: Timestamp
  ) {
    let id = Story.order(number)
    let siteID = Site.ID(high: 5, low: UInt64(number))
    sites[siteID] = Site(id: siteID, name: site, customer: nil)
    var logged = LoggedWork(
      id: id, number: number,
      request: WorkRequest(
        id: .init(high: 4, low: UInt64(number)), words: summary, urgency: .today, source: .phone,
        receivedAt: at),
      receivedAt: at, summary: summary, priority: priority, priorityIsConfirmed: true)
    logged.site = siteID
    orders[id] = WorkOrder(logged, at: at)
    orderIDs[number] = id
  }
}

/// Ids that count up, the same in every run.
struct CountingIdentifiers: IdentifierSource {
  func next() -> (high: UInt64, low: UInt64) { (7, 7) }
}
