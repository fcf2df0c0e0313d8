import Domain

/// The part of the day that is the same in every office that is made up: the orders and people that a tour, a
/// picture or a talk can point at.
enum Story {
  /// The highest number that it uses; a larger history moves them all by the same amount.
  static let lastNumber = 20_421

  static func play(in day: inout Day) {
    queue(&day)
    held(&day)
    ruiz(&day)
    flores(&day)
    chen(&day)
    diallo(&day)
    brandt(&day)
    hughes(&day)
    evans(&day)
  }
}

extension Story {
  /// What nobody has yet.
  private static func queue(_ day: inout Day) {
    let now = day.now
    _ = day.take(
      fault("hvac", "no air"), at: day.town.place(named: "Mercy Hosp"), .p1, received: now - .minutes(22),
      number: 20_418, words: "No air since 20 minutes ago, BMS alarm.")
    _ = day.take(
      fault("lift", "doors reopen"), at: day.town.place(named: "Quay House"), .p1,
      received: now - .minutes(4),
      number: 20_421, summary: "lift 2 dead", words: "Lift 2 does not answer, nobody inside.")
    _ = day.take(
      fault("hvac", "drips on desks"), at: day.town.place(named: "Kwan Dental"), .p2,
      received: now - .minutes(103))
    let burst = day.take(
      fault("plumbing", "pump alarm"), at: day.town.place(named: "Elm Court 4B"), .p2,
      received: now - .minutes(132),
      number: 20_396, summary: "burst pipe", words: "Water through the kitchen ceiling, we closed the main.")
    let claim = ClaimWorkOrder(true, replacing: nil)
    day.add(.claimWorkOrder(burst.id, claim), by: day.staff.bea.id, at: now - .minutes(9))
    decline(burst, in: &day)
    _ = day.take(
      fault("refrigeration", "warm"), at: day.town.place(named: "Store 112"), .p2,
      received: now - .minutes(140),
      number: 20_399, summary: "walk-in warm")
    let boiler = day.take(
      fault("hvac", "lockout"), at: day.town.place(named: "Library"), .p2, received: now - .minutes(62),
      number: 20_407, summary: "boiler lockout")
    day.add(.flagWorkOrder(boiler.id, FlagWorkOrder(true)), by: day.staff.sam.id, at: now - .minutes(20))
    let printer = day.take(
      fault("print", "jam, noise"), at: day.town.place(named: "City Hall 2"), .p3,
      received: now - .minutes(250),
      number: 20_380, summary: "jam, noise")
    day.add(
      .addNote(printer.id, AddNote("Third time this quarter, ask about the lease.")), by: day.staff.nia.id,
      at: now - .minutes(180))
    _ = day.take(
      fault("it", "no network"), at: day.town.place(named: "Kwan Dental"), .p3, received: now - .minutes(48),
      number: 20_411, summary: "no network", isTriaged: false)
    _ = day.take(
      fault("doors", "closer broken"), at: day.town.place(named: "Arcade"), .p4,
      received: now - .minutes(560),
      number: 20_366, summary: "closer broken")
    _ = day.take(
      fault("lighting", "3 lamps out"), at: day.town.place(named: "Car park C"), .p4,
      received: now - .days(1),
      number: 20_370, summary: "3 lamps out")
  }

  /// Somebody had it and gave it back.
  private static func decline(_ call: Call, in day: inout Day) {
    guard let plumber = day.crew.others.first(where: { $0.can(call.fault.trade) && $0.stance == .free })
    else { return }
    let rule = AssignVisit(
      visit: day.numbers.id(), technician: plumber.id, start: day.minutes(20), length: .minutes(60),
      replacing: nil)
    day.add(.assignVisit(call.id, rule), by: day.staff.bea.id, at: day.now - .minutes(30))
    day.add(
      .declineVisit(call.id, DeclineVisit(reason: "van is at the garage until noon")), by: plumber.person,
      at: day.now - .minutes(11))
  }

  private static func held(_ day: inout Day) {
    let approval = day.take(
      fault("doors", "closer broken"), at: day.town.place(named: "Arcade"), .p3, received: day.now - .days(1),
      number: 20_405, summary: "new door operator, awaits approval")
    let hold = HoldWorkOrder(
      reason: .approval, note: "Quote 1,140.00 sent to the owner", nextStep: "order the operator",
      owner: day.staff.bea.id,
      reviewAt: day.now + .hours(5))
    day.add(.holdWorkOrder(approval.id, hold), by: day.staff.bea.id, at: day.now - .hours(19))
    let parts = day.take(
      fault("refrigeration", "door heater"), at: day.town.place(named: "Store 31"), .p4,
      received: day.now - .days(7),
      number: 20_351, summary: "freezer door heater")
    let visit = PlannedVisit(
      -6 * 1_440 - 60, 60,
      .held(
        .parts, at: -6 * 1_440, note: "Heater 1.9 m not on any van", next: "fit it when it comes",
        reviewAt: -1_440))
    day.plan(visit, of: parts, to: day.crew.member("ines"))
  }

  static func fault(_ trade: String, _ symptom: String) -> Fault {
    Fault.all.first { $0.trade.name == trade && $0.symptom == symptom } ?? Fault.all[0]
  }
}
