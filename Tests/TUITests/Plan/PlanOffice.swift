import DayPlan
import Demo
import Domain
import TUI
import Verbs

/// A made-up office in the middle of its day, at the desk of Bea Long.
enum PlanOffice {
  static let office = made(seed: 1)
  static let several = [office, made(seed: 5), made(seed: 9)]

  /// The same of any seed.
  static func made(seed: UInt64) -> Office {
    var office = Office.unfounded
    for submission in DemoDay(seed: seed, now: Story.now, zone: .utc).submissions {
      guard let decision = try? office.decide(submission) else { continue }
      office = decision.after
      office.letGo(submission.commands.flatMap(\.orders))
    }
    office.people[Story.bea] = FormOffice.person(Story.bea, "bea-long", "Bea Long", .supervisor)
    // Whoever sits here is nobody of the made-up office, and would be warned of what others have claimed.
    for order in office.orders.unordered where order.claim != nil {
      office.orders.change(order.id) { $0.claim = nil }
    }
    return office
  }

  /// What nobody has, the most urgent first.
  static func waiting(in office: Office) -> [WorkOrder] {
    office.orders.unordered.filter { $0.isUnassigned && $0.hold == nil }
      .sorted { ($0.priority, $0.number) < ($1.priority, $1.number) }
  }

  /// Another person of the office than the one at the desk.
  static func somebody(in office: Office) -> Person.ID {
    office.people.inOrder.first { $0.id != Story.bea }?.id ?? Story.bea
  }

  static func context(_ office: Office, at now: Timestamp = Story.now, isScript: Bool = true) -> VerbContext {
    VerbContext(
      office: office, now: now, person: Story.bea, identifiers: RunningIdentifiers(), isScript: isScript)
  }

  /// The same office where a technician's next visits begin so early that he is late to them.
  static func late(_ technician: Technician.ID) -> Office {
    var late = office
    let visits = ahead(technician, in: office)
    let first = visits.compactMap { $0.openVisit?.start }.min() ?? Story.now
    let by = max(.zero, first - (Story.now + .minutes(5)))
    for order in visits {
      late.orders.change(order.id) { order in
        let last = order.visits.count - 1
        if let start = order.visits[last].start { order.visits[last].start = start - by }
      }
    }
    return late
  }

  /// What a technician has before him today and has not set out to.
  static func ahead(_ technician: Technician.ID, in office: Office) -> [WorkOrder] {
    let today = office.today(at: Story.now)
    return office.orders.unordered.filter { order in
      guard order.technician == technician, let visit = order.openVisit, let start = visit.start,
        office.zone.date(at: start) == today
      else { return false }
      switch visit.activeAssignment?.status {
      case .scheduled, .dispatched, .seen, .accepted, .tentative: return true
      case .travelling, .onSite, .done, .notDone, .declined, nil: return false
      }
    }.sorted { $0.number < $1.number }
  }

  /// Somebody with several visits who has three ways out when they are late.
  static var lateOne: Technician.ID? {
    office.technicians.inOrder.filter { $0.presence == .available && $0.isActive }.map(\.id).first { id in
      guard ahead(id, in: office).count > 1 else { return false }
      let answer = late(id).answer(.late(id), at: Story.now, for: .supervisor, rules: FormDesk.quickRules)
      return answer?.options.count == 3
    }
  }

  /// Somebody who was given four visits that send him to and fro, and nothing else.
  static var zigzag: (Office, Technician.ID)? {
    for technician in office.technicians.inOrder where technician.presence == .available {
      guard let home = technician.home, let made = zigzag(technician.id, from: home),
        ahead(technician.id, in: made).count == 4
      else { continue }
      let answer = made.answer(.route(technician.id), at: Story.now, rules: FormDesk.quickRules)
      if answer?.options.isEmpty == false { return (made, technician.id) }
    }
    return nil
  }

  private static func zigzag(_ technician: Technician.ID, from home: Coordinates) -> Office? {
    func place(_ order: WorkOrder) -> Coordinates { office.site(order.site)?.coordinates ?? home }
    var made = office
    for order in ahead(technician, in: office) {
      let taken = Command.unassignVisit(order.id, UnassignVisit(replacing: technician))
      guard let after = decided(taken, in: made) else { return nil }
      made = after
    }
    let waiting = waiting(in: office).filter {
      $0.priority >= .p3 && $0.window == nil && office.site($0.site)?.coordinates != nil
    }
    let byWay = waiting.sorted { ($0.number) < ($1.number) }
      .sorted { home.metres(to: place($0)) < home.metres(to: place($1)) }
    let chosen = [byWay.dropLast().last, byWay.first, byWay.last, byWay.dropFirst().first].compactMap(\.self)
    guard Set(chosen.map(\.id)).count == 4 else { return nil }
    var start = Story.now + .minutes(48)
    for order in chosen {
      let given = AssignVisit(
        visit: .init(high: 0x5a, low: UInt64(order.number)), technician: technician, start: start,
        length: .minutes(40), replacing: nil)
      guard let after = decided(.assignVisit(order.id, given), in: made) else { return nil }
      made = after
      start = start + .minutes(80)
    }
    return made
  }

  /// The office after a command that is let through whatever it breaks.
  private static func decided(_ command: Command, in office: Office) -> Office? {
    let stamp = Stamp(by: Story.bea, at: Story.now, console: ConsoleID(high: 1, low: 1))
    let submission = Submission(
      id: .init(high: 1, low: 9), stamp: stamp, commands: [command], override: "as it is told",
      acceptsWarnings: true)
    return (try? office.decide(submission))?.after
  }

  /// Who has most before him.
  static var busiest: Technician.ID? {
    office.technicians.inOrder.filter { $0.presence == .available && $0.isActive }
      .max { ahead($0.id, in: office).count < ahead($1.id, in: office).count }?.id
  }
}

extension PlanOption.Kind {
  /// The work that it fits into free time, where that is what it is.
  var fit: GapFit? {
    if case .fills(let fit) = self { return fit }
    return nil
  }
}

extension WorkOrder {
  /// Whether its time is promised or pinned.
  var holdsItsTime: Bool { window != nil || openVisit?.pin?.holdsTime ?? false }
}

extension FormDesk {
  /// A desk on the made-up day with a technician under the cursor; the keys that went there are not counted.
  static func at(_ technician: Technician.ID, in office: Office = PlanOffice.office) -> FormDesk {
    var desk = FormDesk(120, 40, office: office)
    desk.type("2")
    for _ in 0..<60 where desk.model.selectedTechnician != technician { desk.type("j") }
    return desk
  }

  /// A desk on the made-up day with an order of the queue under the cursor.
  static func at(
    order number: Int, in office: Office = PlanOffice.office, _ width: Int = 120, _ height: Int = 40
  ) -> FormDesk {
    var desk = FormDesk(width, height, office: office)
    for _ in 0..<80 where desk.model.selectedOrder.flatMap({ desk.office.order($0)?.number }) != number {
      desk.type("j")
    }
    return desk
  }
}
