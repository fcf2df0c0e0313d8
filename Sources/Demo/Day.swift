import Domain

/// The day that is being made up: the calls that came in and what became of each.
///
/// Its times are minutes from `grid`, the quarter of an hour that began last, so that the day looks alike at
/// whatever instant it is opened.
struct Day {
  let staff: Staff
  let crew: Crew
  let town: Town
  let zone: ZoneRules
  let now: Timestamp
  let grid: Timestamp
  var numbers: SeededNumbers
  private(set) var calls: [Call] = []
  private(set) var script: Script
  /// Those that have ended by now.
  private(set) var endedCount = 0

  init(staff: Staff, crew: Crew, town: Town, zone: ZoneRules, now: Timestamp, grid: Timestamp, seed: UInt64) {
    self.staff = staff
    self.crew = crew
    self.town = town
    self.zone = zone
    self.now = now
    self.grid = grid
    numbers = SeededNumbers(seed: seed)
    script = Script(now: now)
  }

  var openCount: Int { calls.count - endedCount }

  func minutes(_ count: Int64) -> Timestamp { grid + .minutes(count) }

  mutating func add(_ command: Command, by person: Person.ID, at instant: Timestamp) {
    script.add(command, by: person, at: instant)
  }

  /// Takes a call; the order it makes is logged with its number when the day is told.
  mutating func take(
    _ fault: Fault, at place: Place, _ priority: Priority, received: Timestamp, number: Int? = nil,
    summary: String? = nil, words: String? = nil, isTriaged: Bool = true, window: TimeRange? = nil
  ) -> Call {
    let thing = place.thing(fault.trade)?.name ?? fault.thing
    let request = WorkRequest(
      id: numbers.id(), words: words ?? fault.words, urgency: Day.urgency(priority),
      source: numbers.pick([.phone, .phone, .phone, .mail, .portal]), receivedAt: received,
      caller: place.site.contact, phone: place.site.phone)
    var call = Call(
      id: numbers.id(), request: request, fault: fault, place: place, priority: priority,
      receivedAt: received,
      number: number, summary: summary ?? "\(thing) \(fault.symptom)")
    call.isTriaged = isTriaged
    call.window = window
    calls.append(call)
    return call
  }

  mutating func close(_ call: Call, at instant: Timestamp) {
    add(
      .closeWorkOrder(call.id, CloseWorkOrder(resolution: "checked with \(call.place.site.name)")),
      by: staff.bea.id,
      at: instant)
    endedCount += 1
  }

  /// The end of the office's last day: what had ended by then has left the running day.
  mutating func endYesterday() {
    let today = dayEnd(on: zone.date(at: now))
    let due = today <= now ? today : dayEnd(on: zone.date(at: now).adding(days: -1))
    add(.closeDay(CloseDay(due: due)), by: staff.bea.id, at: due)
  }

  /// When the office's day ends that is running at an instant.
  func dayEnd(after instant: Timestamp) -> Timestamp {
    let today = dayEnd(on: zone.date(at: instant))
    return instant < today ? today : dayEnd(on: zone.date(at: instant).adding(days: 1))
  }

  private func dayEnd(on date: CivilDate) -> Timestamp {
    let ends = OfficeProfile(name: "", zone: zone.name, currency: "").dayEnds.minutes * 60
    return zone.timestamp(of: CivilTime(date: date, secondOfDay: ends))
  }

  /// Every submission of the day, its calls first at their own instants, with numbers up to `lastNumber`.
  func told(lastNumber: Int, console: ConsoleID) -> [Submission] {
    var whole = Script(now: now)
    for (call, number) in zip(calls, callNumbers(lastNumber)) {
      let isBeas = number % 3 == 0
      let work = call.work(number: number, isConfirmed: isBeas)
      whole.add(
        .logWorkOrder(LogWorkOrder(work)), by: isBeas ? staff.bea.id : staff.nia.id, at: call.receivedAt)
      if call.isTriaged, !isBeas {
        whole.add(.triageWorkOrder(call.id, call.triage), by: staff.bea.id, at: call.receivedAt + .minutes(1))
      }
    }
    whole.append(script)
    var numbers = numbers
    return whole.told(console: console, &numbers)
  }
}

extension Day {
  /// The story's own numbers, and for the others what is left, in the order in which they called.
  private func callNumbers(_ lastNumber: Int) -> [Int] {
    let own = Set(calls.compactMap(\.number).map { lastNumber - Story.lastNumber + $0 })
    var free = ((lastNumber - calls.count + 1)...lastNumber).filter { !own.contains($0) }[...]
    var result = calls.map { $0.number.map { lastNumber - Story.lastNumber + $0 } ?? 0 }
    let others = calls.indices.filter { calls[$0].number == nil }
    for index in others.sorted(by: { (calls[$0].receivedAt, $0) < (calls[$1].receivedAt, $1) }) {
      result[index] = free.popFirst() ?? 0
    }
    return result
  }

  private static func urgency(_ priority: Priority) -> Urgency {
    switch priority {
    case .p1: .now
    case .p2: .today
    case .p3: .soon
    case .p4: .whenever
    }
  }
}
