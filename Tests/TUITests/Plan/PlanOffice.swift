import Demo
import Domain
import TUI

/// A made-up office in the middle of its day, at the desk of Bea Long.
enum PlanOffice {
  static let office: Office = {
    var office = Office.unfounded
    for submission in DemoDay(seed: 1, now: Story.now, zone: .utc).submissions {
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
  }()

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

  /// Who has most before him.
  static var busiest: Technician.ID? {
    office.technicians.inOrder.filter { $0.presence == .available && $0.isActive }
      .max { ahead($0.id, in: office).count < ahead($1.id, in: office).count }?.id
  }
}

extension FormDesk {
  /// A desk on the made-up day with a technician under the cursor; the keys that went there are not counted.
  static func at(_ technician: Technician.ID) -> FormDesk {
    var desk = FormDesk(120, 40, office: PlanOffice.office)
    desk.type("2")
    for _ in 0..<60 where desk.model.selectedTechnician != technician { desk.type("j") }
    return desk
  }

  /// A desk on the made-up day with an order of the queue under the cursor.
  static func at(order number: Int) -> FormDesk {
    var desk = FormDesk(120, 40, office: PlanOffice.office)
    for _ in 0..<80 where desk.model.selectedOrder.flatMap({ desk.office.order($0)?.number }) != number {
      desk.type("j")
    }
    return desk
  }
}
