import DayPlan
import Demo
import Domain
import TUI
import Verbs

/// A made-up office in the middle of its day, at the desk of Bea Long.
enum PlanOffice {
  static let office = made(seed: 1)
  static let several = [office, made(seed: 5), made(seed: 9)]

  private static func made(seed: UInt64) -> Office {
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

  /// Somebody who has three ways out when his visits are late.
  static var lateOne: Technician.ID? {
    office.technicians.inOrder.filter { $0.presence == .available && $0.isActive }.map(\.id).first { id in
      let answer = late(id).answer(.late(id), at: Story.now, for: .supervisor, rules: FormDesk.quickRules)
      return answer?.options.count == 3
    }
  }

  /// The hours of somebody's visits dealt out so that he drives to and fro.
  static var madeWorse: (Office, Technician.ID)? {
    for technician in office.technicians.inOrder where technician.presence == .available {
      let own = ahead(technician.id, in: office).filter { order in
        order.window == nil && order.openVisit?.pin == nil && order.priority >= .p3
          && office.site(order.site)?.coordinates != nil
      }
      guard own.count >= 3, own.count == ahead(technician.id, in: office).count else { continue }
      var worse = office
      var left = own
      var place = technician.home
      var start = Story.now + .hours(1)
      while !left.isEmpty {
        func way(_ order: WorkOrder) -> Span {
          office.travelTime(from: place, to: office.site(order.site)?.coordinates)
        }
        guard let farthest = left.max(by: { (way($0), $0.number) < (way($1), $1.number) }) else { break }
        left.removeAll { $0.id == farthest.id }
        worse.orders.change(farthest.id) { $0.visits[$0.visits.count - 1].start = start }
        start = start + .minutes(100)
        place = office.site(farthest.site)?.coordinates
      }
      let answer = worse.answer(.route(technician.id), at: Story.now, rules: FormDesk.quickRules)
      if answer?.options.isEmpty == false { return (worse, technician.id) }
    }
    return nil
  }

  /// Who has most before him.
  static var busiest: Technician.ID? {
    office.technicians.inOrder.filter { $0.presence == .available && $0.isActive }
      .max { ahead($0.id, in: office).count < ahead($1.id, in: office).count }?.id
  }
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
