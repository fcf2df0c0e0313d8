import Domain
import Testing

@Suite("Inverse commands")
struct InverseTests {
  /// Stamps of change and the memory of who was told are history, not state.
  private func bare(_ office: Office) -> Office {
    var office = office
    for var order in office.orders.inOrder {
      order.lastChangedAt = .epoch
      order.isWorkedOnHere = false
      order.firstAssignedAt = nil
      order.formerTechnicians = []
      // What was taken back stays on record.
      order.messages = []
      for visit in order.visits.indices {
        for index in order.visits[visit].assignments.indices {
          let old = order.visits[visit].assignments[index]
          let assignment = Assignment(
            technician: old.technician, status: old.status, assignedAt: .epoch, assignedBy: Town.dispatcher)
          order.visits[visit].assignments[index] = assignment
        }
      }
      office.orders[order.id] = order
    }
    for var technician in office.technicians.inOrder {
      technician.presenceSince = nil
      technician.presenceIsOwnReport = false
      office.technicians[technician.id] = technician
    }
    return office
  }

  /// Commands of any kind on an office as it is, good ones and bad ones.
  private func command(_ town: Town, _ orders: [WorkOrder], _ numbers: inout SeededNumbers) throws -> Command
  {
    let order = try town.order(orders[Int.random(in: 0..<orders.count, using: &numbers)])
    let technician = [Town.ana, Town.bo][Int.random(in: 0...1, using: &numbers)]
    let start = Town.at(Int64.random(in: 7...40, using: &numbers))
    let length = [nil, Span.minutes(30), .minutes(90)][Int.random(in: 0...2, using: &numbers)]
    let words = ["a", "b", nil][Int.random(in: 0...2, using: &numbers)]
    let to = words.map { FieldText.plain($0) }
    let site = town.office.site(Town.hospital)
    let unit = town.office.equipment(Town.airHandler)
    let customer = town.office.customer(Town.mercy)
    switch Int.random(in: 0...16, using: &numbers) {
    case 0...2:
      return .assignVisit(
        order.id,
        AssignVisit(
          visit: Visit.ID(high: 63, low: numbers.next()), technician: technician, start: start,
          length: length,
          replacing: order.technician, isTentative: [nil, nil, true][Int.random(in: 0...2, using: &numbers)]))
    case 3: return .unassignVisit(order.id, UnassignVisit(replacing: order.technician))
    case 4, 5:
      let move = MoveVisit(
        start: start, length: length, technician: Bool.random(using: &numbers) ? technician : nil,
        replacingStart: order.openVisit?.start, replacingTechnician: order.technician)
      return .moveVisit(order.id, move)
    case 16:
      let promises = [
        nil, AppointmentWindow.flexible, .exact(start),
        AppointmentWindow(.morning, Town.range(start, start + .hours(2)))
      ]
      let to = promises[Int.random(in: 0...3, using: &numbers)].map { FieldText.plain($0.text) }
      let change = FieldChange(
        WorkOrder.Field.window, from: order.text(of: .window).map { .plain($0) }, to: to)
      return .editWorkOrder(order.id, EditWorkOrder([change]))
    case 14:
      let pin = [nil, Pin.time, .technician, .both, .nothing][Int.random(in: 0...4, using: &numbers)]
      return .pinVisit(order.id, PinVisit(pin, replacing: order.openVisit?.pin))
    case 15:
      let severity = Severity.allCases[Int.random(in: 0...1, using: &numbers)]
      var limits = town.office.limits
      limits.severitiesByRole[.overlap, default: [:]][.dispatcher] = severity
      return .changeOffice(ChangeOffice(limits: limits))
    case 6:
      let turn = OnCallTurn(
        technician: technician, trade: nil, from: start, to: start + (length ?? .hours(8)))
      return .setOnCall(SetOnCall(turn, isRemoved: Bool.random(using: &numbers)))
    case 7:
      let absence = Absence(from: Town.at(100), to: Town.at(101 + start.seconds % 3), reason: words ?? "")
      return .addAbsence(technician, AddAbsence(absence, isRemoved: Bool.random(using: &numbers)))
    case 8:
      let shift = [nil, [], OpenInterval("06:00-23:00").map { [$0] }][Int.random(in: 0...2, using: &numbers)]
      return .setShift(technician, SetShift(day: Town.day, intervals: shift))
    case 9:
      let presence = Presence.allCases[Int.random(in: 0...3, using: &numbers)]
      return .setPresence(
        technician, SetPresence(presence, replacing: try town.technician(technician).presence))
    case 10:
      let hours = [nil, OpeningHours.always][Int.random(in: 0...1, using: &numbers)]
      let zone = FieldChange(
        Technician.Field.zone, from: try town.technician(technician).zone.map { .plain($0) }, to: to)
      return .editTechnician(
        technician,
        EditTechnician(
          [zone], skills: [Skill(trade: Trade("hvac"), level: 4)], hours: hours,
          replacingHours: [nil, try town.technician(technician).hours ?? .never][
            Int.random(in: 0...1, using: &numbers)],
          hasNoWeek: hours == nil))
    case 11:
      let change = FieldChange(Site.Field.parking, from: site?.text(of: .parking).map { .plain($0) }, to: to)
      return .editSite(Town.hospital, EditSite([change]))
    case 12:
      let change = FieldChange(
        Equipment.Field.serial, from: unit?.text(of: .serial).map { .plain($0) }, to: to)
      return .editEquipment(Town.airHandler, EditEquipment([change]))
    default:
      let change = FieldChange(Customer.Field.credit, from: customer?.credit.map { .plain($0) }, to: to)
      return .editCustomer(Town.mercy, EditCustomer([change]))
    }
  }

  @Test("decided, applied, taken back and applied again leave the office as it was", arguments: [1, 2, 3, 4])
  func inverse(seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    var town = try Town()
    var orders: [WorkOrder] = []
    for _ in 0..<4 { orders.append(try town.log()) }
    let reopened = orders[3]
    try town.submit(.cancelWorkOrder(reopened.id, CancelWorkOrder(reason: .customer, words: "")))
    let again = ReopenWorkOrder(reason: "again", visit: Visit.ID(high: 64, low: 1))
    try town.submit(.reopenWorkOrder(reopened.id, again))
    var undone = 0
    for _ in 0..<200 {
      let wanted = try command(town, orders, &numbers)
      let before = bare(town.office)
      guard let decision = try? town.submit(wanted, by: Town.owner, override: "any"), !decision.events.isEmpty
      else {
        #expect(bare(town.office) == before)
        continue
      }
      let after = town.office
      #expect(!decision.inverse.isEmpty, "\(wanted)")
      for command in decision.inverse { try town.submit(command, by: Town.owner, override: "undo") }
      #expect(bare(town.office) == before, "seed \(seed): \(wanted)")
      undone += 1
      town.office = after
    }
    #expect(undone > 80)
  }

  @Test("a push is taken back whole, also by what it pushed over", arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func push(seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    var town = try Town()
    for hour in 8...14 where Bool.random(using: &numbers) || hour == 11 {
      let order = try town.assigned(from: Town.at(Int64(hour)), minutes: 45)
      if Int.random(in: 0...3, using: &numbers) == 0 {
        try town.submit(.pinVisit(order.id, PinVisit(.time, replacing: nil)))
      }
    }
    let by = Span.minutes(Int64.random(in: -120...120, using: &numbers) * 2 + 1)
    let plan = town.office.pushPlan(of: Town.ana, by: by, from: Town.at(10), for: .owner, at: town.now)
    let before = bare(town.office)
    let submission = town.submission(plan.commands, by: Town.owner, override: "any")
    let decision = try town.office.decide(submission)
    town.office = decision.after
    for move in plan.moves {
      #expect(town.office.order(move.order)?.openVisit?.start == move.to.start)
    }
    let back = try town.office.decide(
      town.submission(decision.inverse, by: Town.owner, override: "undo"))
    #expect(bare(back.after) == before, "seed \(seed)")
  }

  @Test("what a technician reports of himself is corrected, not undone")
  func facts() throws {
    var town = try Town()
    let decision = try town.submit(
      .setPresence(Town.ana, SetPresence(.off, replacing: nil)), by: Town.anaPerson)
    #expect(decision.inverse.isEmpty)
  }
}
