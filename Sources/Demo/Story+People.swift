import Domain

/// What each of the known technicians has behind and before him.
extension Story {
  static func ruiz(_ day: inout Day) {
    let ana = day.crew.member("ana")
    day.routine(
      PlannedVisit(-165, 60, .done(from: -165, to: -107, isClosed: true)), ana, "hvac", number: 20_371)
    day.routine(PlannedVisit(-75, 60, .done(from: -76, to: -18, isClosed: true)), ana, "hvac", number: 20_377)
    day.routine(PlannedVisit(135, 60, .accepted), ana, "hvac", number: 20_417)
    day.routine(PlannedVisit(225, 60, .untold), ana, "plumbing", number: 20_420)
  }

  static func flores(_ day: inout Day) {
    let ines = day.crew.member("ines")
    day.routine(
      PlannedVisit(-190, 45, .done(from: -190, to: -150, isClosed: true)), ines, "hvac", number: 20_360)
    day.routine(
      PlannedVisit(-130, 45, .done(from: -128, to: -90, isClosed: true)), ines, "refrigeration",
      number: 20_362)
    day.routine(
      PlannedVisit(-70, 45, .done(from: -69, to: -34, isClosed: false)), ines, "hvac", number: 20_365)
    day.routine(PlannedVisit(210, 60, .untold), ines, "refrigeration", number: 20_412)
  }

  /// Over his estimate, with the next customer waiting.
  static func chen(_ day: inout Day) {
    let wei = day.crew.member("wei")
    let store = day.take(
      fault("refrigeration", "warm"), at: day.town.place(named: "Store 112"), .p2,
      received: day.minutes(-165),
      number: 20_391, summary: "walk-in at 9 C", words: "Walk-in at 9 C and climbing.")
    day.plan(PlannedVisit(-135, 105, .onSite(since: -134)), of: store, to: wei)
    day.add(
      .addNote(store.id, AddNote("Compressor contactor burnt, fitting spare")), by: wei.person,
      at: day.minutes(-11))
    let promise = TimeRange(start: day.minutes(15), end: day.minutes(45))
    let freezer = day.take(
      fault("refrigeration", "door heater"), at: day.town.place(named: "Store 9"), .p2,
      received: day.minutes(-150),
      number: 20_404, summary: "freezer door", window: promise)
    day.plan(PlannedVisit(30, 60, .told), of: freezer, to: wei)
    let later = day.routineCall(wei, "hvac", start: 180, number: 20_410)
    day.plan(PlannedVisit(180, 60, .told), of: later, to: wei)
    day.acceptNext(later, wei, at: -9)
  }

  /// On site, and nothing heard of her for three quarters of an hour.
  static func diallo(_ day: inout Day) {
    let amara = day.crew.member("amara")
    day.routine(PlannedVisit(-45, 120, .onSite(since: -45)), amara, "plumbing", number: 20_388)
    day.routine(PlannedVisit(135, 60, .told), amara, "electrical", number: 20_395)
  }

  static func brandt(_ day: inout Day) {
    let jo = day.crew.member("jo")
    day.routine(
      PlannedVisit(-165, 120, .done(from: -164, to: -49, isClosed: true)), jo, "hvac", number: 20_369)
    day.routine(PlannedVisit(15, 60, .travelling(since: -3)), jo, "doors", number: 20_402)
    day.routine(PlannedVisit(150, 60, .told), jo, "hvac", number: 20_409)
  }

  static func hughes(_ day: inout Day) {
    let tom = day.crew.member("tom")
    day.routine(
      PlannedVisit(-150, 120, .done(from: -150, to: -33, isClosed: true)), tom, "lift", number: 20_384)
    day.routine(PlannedVisit(45, 90, .accepted), tom, "lift", number: 20_398)
  }

  /// His shift begins later; what he has to do then he has been told.
  static func evans(_ day: inout Day) {
    day.routine(PlannedVisit(225, 60, .told), day.crew.member("rhys"), "it", number: 20_413)
  }
}
