import Domain

/// Years of closed work, as the office took it over from what it used before: an entry for each order.
///
/// Every one of them had ended before the office's first day, so none belongs to the running day.
struct History: Sequence, Sendable {
  let count: Int
  let firstNumber: Int
  let crew: Crew
  let town: Town
  let owner: Person.ID
  let console: ConsoleID
  /// When the import began; every order in it had ended by then.
  let at: Timestamp
  let seed: UInt64

  func makeIterator() -> Iterator { Iterator(self) }

  /// How often an order names the equipment: no piece has more than some forty visits behind it.
  fileprivate var equipmentPerMille: Int {
    let pieces = town.places.reduce(0) { $0 + $1.equipment.count }
    return Swift.min(1_000, 80_000 * pieces / Swift.max(count, 1))
  }

  private static let years: Int64 = 5
  fileprivate static let hundredthsPerMinute: Int64 = 75

  struct Iterator: IteratorProtocol {
    private let history: History
    private var numbers: SeededNumbers
    private var index = 0
    private let byTrade: [Trade: [Technician.ID]]
    private let everybody: [Technician.ID]

    init(_ history: History) {
      self.history = history
      numbers = SeededNumbers(seed: history.seed)
      everybody = history.crew.members.map(\.id)
      byTrade = history.crew.members.reduce(into: [:]) { byTrade, member in
        for skill in member.technician.skills { byTrade[skill.trade, default: []].append(member.id) }
      }
    }

    mutating func next() -> Submission? {
      guard index < history.count else { return nil }
      let work = work()
      index += 1
      return submission(.importWorkOrder(ImportWorkOrder(work)))
    }
  }
}

extension History.Iterator {
  private mutating func submission(_ command: Command) -> Submission {
    Submission(
      id: numbers.id(), stamp: Stamp(by: history.owner, at: history.at, console: history.console),
      commands: [command])
  }

  private mutating func work() -> ImportedWork {
    let place = history.town.anyPlace(&numbers)
    let fault =
      place.trades.isEmpty || numbers.chance(percent: 40)
      ? numbers.pick(Fault.all) : Fault.of(numbers.pick(place.trades), &numbers)
    let received = receivedAt()
    let thing = numbers.below(1_000) < history.equipmentPerMille ? place.thing(fault.trade) : nil
    let request = WorkRequest(
      id: numbers.id(), words: fault.words, urgency: numbers.pick([.now, .today, .soon, .whenever]),
      source: .import,
      receivedAt: received, caller: numbers.chance(percent: 20) ? place.site.contact : nil)
    var logged = LoggedWork(
      id: numbers.id(), number: history.firstNumber + index, request: request, receivedAt: received,
      summary: "\(thing?.name ?? fault.thing) \(fault.symptom)", priority: numbers.pick(History.priorities),
      priorityIsConfirmed: true, estimate: .minutes(fault.minutes))
    logged.trade = fault.trade
    logged.customer = place.customer.id
    logged.site = place.site.id
    logged.equipment = thing?.id
    logged.reference = "OLD-\(history.firstNumber + index)"
    var work = ImportedWork(logged: logged)
    end(&work, fault)
    return work
  }

  /// Evenly over the years before, the oldest first.
  private mutating func receivedAt() -> Timestamp {
    let span = History.years * 365 * 86_400
    let step = Swift.max(span / Int64(Swift.max(history.count, 1)), 1)
    let back = span - Int64(index) * span / Int64(Swift.max(history.count, 1))
    return history.at - .days(3) - .seconds(back) + .seconds(Int64(numbers.below(Int(step))))
  }

  private mutating func end(_ work: inout ImportedWork, _ fault: Fault) {
    let received = work.logged.receivedAt
    if numbers.chance(percent: 5) {
      work.endedAs = .cancelled
      work.closedAt = received + .minutes(Int64(numbers.within(10...600)))
      return
    }
    let assigned = received + .minutes(Int64(numbers.within(3...240)))
    let arrived = assigned + .minutes(Int64(numbers.within(20...900)))
    let done = arrived + .minutes(fault.minutes + Int64(numbers.within(-20...40)))
    var visit = ImportedVisit(id: numbers.id(), technician: numbers.pick(technicians(fault.trade)))
    visit.assignedAt = assigned
    visit.acceptedAt = assigned + .minutes(2)
    visit.travellingAt = arrived - .minutes(Int64(numbers.within(6...19)))
    visit.onSiteAt = arrived
    visit.doneAt = done
    work.visits = [visit]
    if numbers.chance(percent: 4) {
      work.notes = ["Could not finish: no access to \(fault.thing)"]
    } else {
      work.report = report(fault, took: done - arrived)
    }
    work.endedAs = numbers.chance(percent: 3) ? .notDone : .closed
    work.closedAt = done + .minutes(Int64(numbers.within(1...180)))
  }

  private func report(_ fault: Fault, took work: Span) -> CompletionReport {
    CompletionReport(
      did: fault.did, cause: fault.cause, work: work, parts: fault.part.map { [$0] } ?? [],
      cost: Money(hundredths: work.wholeMinutes * History.hundredthsPerMinute))
  }

  private func technicians(_ trade: Trade) -> [Technician.ID] { byTrade[trade] ?? everybody }
}

extension History {
  fileprivate static let priorities: [Priority] = [.p1, .p2, .p2, .p3, .p3, .p3, .p3, .p4, .p4, .p4]
}
