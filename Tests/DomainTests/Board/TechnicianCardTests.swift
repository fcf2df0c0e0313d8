import Domain
import TestSupport
import Testing

@Suite("Technician board")
struct TechnicianCardTests {
  @Test("lists every technician with his state, as a letter too", .verifies("BRD-01"))
  func everybody() throws {
    var sample = try SampleOffice()
    let id = try sample.log()
    try sample.assign(id, SampleOffice.ana)
    try sample.submit(.startTravel(id, StartTravel()))
    let other = try sample.log()
    try sample.assign(other, SampleOffice.chen)
    try sample.submit(.arriveOnSite(other, ArriveOnSite()))
    try sample.submit(.setPresence(SampleOffice.brandt, SetPresence(.onBreak, replacing: nil)))
    let cards = Board(sample.office, now: sample.now).technicians
    #expect(cards.map(\.name) == ["Brandt, Jo", "Chen, Wei", "Evans, Rhys", "Ruiz, Ana"])
    #expect(cards.map(\.shown) == [.onBreak, .onSite, .off, .travelling])
    #expect(cards.map(\.shown.letter) == ["B", "O", "X", "T"])
    #expect(cards[2].until == (try instant("2026-11-24T14:00:00Z")))
  }

  @Test("says of who is at something that he goes nowhere after it", .verifies("BRD-01"))
  func after() throws {
    var sample = try SampleOffice()
    let id = try sample.log()
    try sample.assign(id, SampleOffice.ana)
    try sample.submit(.arriveOnSite(id, ArriveOnSite()))
    #expect(try card(SampleOffice.ana, sample).after == nil)
    try sample.submit(.setPresence(SampleOffice.ana, SetPresence(.unavailable, replacing: nil)))
    let card = try card(SampleOffice.ana, sample)
    #expect(card.shown == .onSite && card.after == .unavailable)
  }

  @Test("shows what he is on, what is next, load, last sign and place", .verifies("BRD-02"))
  func card() throws {
    var sample = try SampleOffice()
    let current = try sample.log()
    let next = try sample.log(at: SampleOffice.mall)
    try sample.assign(current, at: sample.now, length: .minutes(60))
    try sample.assign(next, at: sample.now + .hours(3), length: .minutes(120))
    try sample.submit(.arriveOnSite(current, ArriveOnSite()), by: SampleOffice.person(SampleOffice.ana))
    let arrived = sample.now
    sample.now += .minutes(20)
    let card = try card(SampleOffice.ana, sample)
    #expect(card.now == (try sample.order(current).number))
    #expect(card.next == (try sample.order(next).number))
    #expect(card.nextStart == SampleOffice.tuesday + .hours(3))
    #expect(card.until == arrived + .hours(1))
    // Three hours of the eight he is there: 8:30 less a half-hour break.
    #expect(card.utilisationPercent == 38)
    #expect(card.lastSeenAt == arrived)
    #expect((card.lastPlace, card.lastPlaceAt) == ("Mercy Hosp", arrived))
    #expect((card.zone, card.team, card.isOnCall) == ("north", "a", false))
    // The next visit was told and is not seen yet.
    #expect(card.alerts == 1)
  }

  @Test("his own report of his state stands against a dispatcher's older view", .verifies("BRD-03"))
  func ownReport() throws {
    var sample = try SampleOffice()
    try sample.submit(
      .setPresence(SampleOffice.ana, SetPresence(.onBreak, replacing: nil)),
      by: SampleOffice.person(SampleOffice.ana))
    #expect(throws: Refusal.changedSince(.technician("ana"), field: "presence", now: "break")) {
      try sample.submit(.setPresence(SampleOffice.ana, SetPresence(.off, replacing: .available)))
    }
    try sample.submit(.setPresence(SampleOffice.ana, SetPresence(.unavailable, replacing: .onBreak)))
    #expect(try card(SampleOffice.ana, sample).shown == .unavailable)
  }

  @Test("out of hours he shows as off, unless he says that he is there", .verifies("BRD-01", "BRD-03"))
  func outOfHours() throws {
    var sample = try SampleOffice(now: try instant("2026-11-24T18:00:00Z"))
    #expect(try card(SampleOffice.ana, sample).shown == .off)
    #expect(try card(SampleOffice.ana, sample).until == instant("2026-11-25T07:00:00Z"))
    try sample.submit(
      .setPresence(SampleOffice.ana, SetPresence(.available, replacing: nil)),
      by: SampleOffice.person(SampleOffice.ana))
    #expect(try card(SampleOffice.ana, sample).shown == .available)
    sample.now = try instant("2026-11-25T18:00:00Z")
    #expect(try card(SampleOffice.ana, sample).shown == .off)
  }

  @Test("an absence shows as unavailable until it ends")
  func absent() throws {
    var sample = try SampleOffice()
    let absence = Absence(from: sample.now - .hours(1), to: sample.now + .hours(1), reason: "dentist")
    try sample.submit(.addAbsence(SampleOffice.ana, AddAbsence(absence)))
    #expect(try card(SampleOffice.ana, sample).shown == .unavailable)
    #expect(try card(SampleOffice.ana, sample).until == absence.to)
  }

  @Test("late is computed: over the estimate", .verifies("BRD-04"))
  func overEstimate() throws {
    var sample = try SampleOffice()
    let id = try sample.log(priority: .p4)
    try sample.assign(id, length: .minutes(60))
    try sample.submit(.arriveOnSite(id, ArriveOnSite()))
    sample.now += .minutes(60)
    #expect(try !card(SampleOffice.ana, sample).isLate)
    sample.now += .minutes(27)
    let late = try card(SampleOffice.ana, sample)
    #expect(late.isLate)
    #expect(late.overrun == .minutes(27))
    #expect(late.until == nil)
    #expect(Board(sample.office, now: sample.now).counts.late == 1)
  }

  @Test("late is computed: the next window is in danger", .verifies("BRD-04"))
  func nextInDanger() throws {
    var sample = try SampleOffice()
    let current = try sample.log(priority: .p4)
    let next = try sample.log(at: SampleOffice.mall, priority: .p4) {
      $0.window = TimeRange(start: SampleOffice.tuesday, end: SampleOffice.tuesday + .minutes(68))
    }
    try sample.assign(current, length: .minutes(60))
    try sample.assign(next, at: sample.now + .minutes(65))
    try sample.submit(.arriveOnSite(current, ArriveOnSite()))
    // Done at 11:42 and on the way until after 11:52.
    let way = sample.office.travelTime(
      from: sample.office.site(SampleOffice.hospital)?.coordinates,
      to: sample.office.site(SampleOffice.mall)?.coordinates)
    #expect(way == .minutes(10))
    #expect(try card(SampleOffice.ana, sample).isLate)
    #expect(try card(SampleOffice.ana, sample).overrun == .zero)
    try sample.submit(
      .moveVisit(
        next,
        MoveVisit(
          start: sample.now + .minutes(65), technician: SampleOffice.chen,
          replacingStart: sample.now + .minutes(65),
          replacingTechnician: SampleOffice.ana)))
    #expect(try !card(SampleOffice.ana, sample).isLate)
  }

  @Test("one who has not set off in time for his next visit is late")
  func notSetOff() throws {
    var sample = try SampleOffice()
    let id = try sample.log(priority: .p4)
    try sample.assign(id, at: sample.now + .minutes(30))
    #expect(try !card(SampleOffice.ana, sample).isLate)
    sample.now += .minutes(46)
    #expect(try card(SampleOffice.ana, sample).isLate)
  }

  @Test("no word for half an hour while at work is silence", .verifies("BRD-05"))
  func silent() throws {
    var sample = try SampleOffice()
    let id = try sample.log(priority: .p4)
    try sample.assign(id, length: .hours(3))
    try sample.submit(.startTravel(id, StartTravel()))
    sample.now += .minutes(30) - .seconds(1)
    #expect(try !card(SampleOffice.ana, sample).isSilent)
    sample.now += .seconds(1)
    #expect(try card(SampleOffice.ana, sample).isSilent)
    let alert = try #require(Board(sample.office, now: sample.now).alerts.first { $0.id.kind == .noCheckIn })
    #expect(alert.since == SampleOffice.tuesday + .minutes(30))
    #expect(alert.technicianID == SampleOffice.ana)
    var limits = sample.office.limits
    limits.checkInWithin = .minutes(45)
    try sample.submit(.changeOffice(ChangeOffice(limits: limits)))
    #expect(try !card(SampleOffice.ana, sample).isSilent, "how long is the office's to say")
    sample.now += .minutes(15)
    #expect(try card(SampleOffice.ana, sample).isSilent)
    try sample.submit(.arriveOnSite(id, ArriveOnSite()))
    #expect(Board(sample.office, now: sample.now).alerts.filter { $0.id.kind == .noCheckIn }.isEmpty)
  }

  @Test("one who is free is asked for no sign of life")
  func freeIsNotSilent() throws {
    let sample = try SampleOffice()
    #expect(try !card(SampleOffice.ana, sample).isSilent)
    #expect(Board(sample.office, now: sample.now).alerts.isEmpty)
  }

  private func card(_ id: Technician.ID, _ sample: SampleOffice) throws -> TechnicianCard {
    try #require(Board(sample.office, now: sample.now).technicians.first { $0.id == id })
  }
}
