import Domain
import TestSupport
import Testing

@Suite("Handover")
struct HandoverTests {
  private static let line = HandoverLine.ID(high: 77, low: 1)

  private func change(_ change: ChangeHandover.Change) -> Command { .changeHandover(ChangeHandover(change)) }

  @Test("is taken over by somebody who has read all of it, who keeps the lines by hand", .verifies("MSG-16"))
  func taking() throws {
    var town = try Town()
    try town.submit(change(.add(Self.line, words: "Gate B closes at 17:00")))
    #expect(town.office.handover.lines.map(\.words) == ["Gate B closes at 17:00"])
    #expect(town.refusal(of: change(.take)) == .handoverUnread(HandoverSection.allCases))
    try town.submit(change(.read([.late, .upset])))
    #expect(
      town.refusal(of: change(.take)) == .handoverUnread(Array(HandoverSection.allCases.dropFirst(2))))
    town.now += .minutes(1)
    try town.submit(change(.read(HandoverSection.allCases)))
    try town.submit(change(.take))
    #expect(town.office.handover.lines.count == 1 && town.office.handover.read.isEmpty)
    #expect(town.office.handover.taken == Handover.Taking(by: Town.dispatcher, at: town.now))
    #expect(town.refusal(of: change(.take)) != nil, "who has it does not take it again")
    town.now += .hours(8)
    try town.submit(change(.add(HandoverLine.ID(high: 77, low: 9), words: "lift 2 is off")))
    try town.submit(change(.read(HandoverSection.allCases)))
    try town.submit(change(.take))
    #expect(town.office.handover.lines.map(\.words) == ["lift 2 is off"], "the last but one shift's is gone")
  }

  @Test(
    "of a night tells the whole of it once the office's day has ended, and nothing of it is lost",
    .verifies("MSG-16"))
  func night() throws {
    var town = try Town()
    town.now = Town.at(22)
    try town.submit(change(.read(HandoverSection.allCases)))
    try town.submit(change(.take))
    let window = TimeRange(start: Town.at(23), end: Town.at(24))
    let order = try town.log { $0.window = window }
    try town.submit(Town.assign(order, Town.ana, Town.at(23)), override: "for the test")
    town.now = Town.at(25)
    try town.submit(.arriveOnSite(order.id, ArriveOnSite()))
    town.now = Town.at(27)
    try town.submit(.completeVisit(order.id, CompleteVisit(CompletionReport(did: "freed"))))
    try town.submit(.closeWorkOrder(order.id, CloseWorkOrder()), yes: true)
    func sheet() -> HandoverSheet {
      HandoverSheet(town.office, Board(town.office, now: town.now), at: town.now)
    }
    town.now = Town.at(29)
    let before = sheet()
    #expect(before.since == Town.at(22))
    #expect(before.done == 1 && before.planned == 1 && before.items(.late).count == 1)
    _ = try town.assigned(from: Town.at(34), minutes: 60)
    town.now = Town.at(30, 10)
    try town.submit(.closeDay(CloseDay(due: Town.at(30))))
    let after = sheet()
    #expect(after.since == Town.at(22))
    #expect(after.done == 1 && after.planned == 1, "what is to come in the new day is not of the night")
    #expect(after.items(.late) == before.items(.late))
    #expect(after.met.map(\.value) == before.met.map(\.value))
    town.now = Town.at(54, 10)
    try town.submit(.closeDay(CloseDay(due: Town.at(54))))
    #expect(town.office.order(order.id) == nil, "the next day's end lets it go")
  }

  @Test("is to be read anew where somebody adds a line after it was read", .verifies("MSG-16"))
  func addedLater() throws {
    var town = try Town()
    let kim = Person(
      id: Person.ID(high: 77, low: 5), handle: "kim",
      name: PersonalText(id: .init(high: 77, low: 6), words: "Kim"),
      role: .dispatcher)
    town.office.people[kim.id] = kim
    try town.submit(change(.read(HandoverSection.allCases)), by: kim.id)
    try town.submit(change(.add(Self.line, words: "Gate B closes at 17:00")))
    #expect(town.office.handover.unread(by: kim.id) == [.words])
    #expect(throws: Refusal.self) { try town.submit(change(.take), by: kim.id) }
  }

  @Test("takes no empty line, and each line once", .verifies("MSG-16"))
  func lines() throws {
    var town = try Town()
    #expect(town.refusal(of: change(.add(Self.line, words: "  "))) != nil)
    try town.submit(change(.add(Self.line, words: "phone is broken")))
    try town.submit(change(.add(Self.line, words: "phone is broken")))
    #expect(town.office.handover.lines.count == 1)
    try town.submit(change(.remove(Self.line)))
    #expect(town.office.handover.lines.isEmpty)
  }

  @Test(
    "is put back as it was when an addition, a removal or a taking over is undone", .verifies("UX-05"))
  func undone() throws {
    var town = try Town()
    var undone = 0
    for step in [
      ChangeHandover.Change.add(Self.line, words: "a"), .remove(Self.line),
      .add(HandoverLine.ID(high: 77, low: 2), words: "b"), .read(HandoverSection.allCases), .take
    ] {
      let before = town.office.handover
      let decision = try town.submit(change(step))
      guard !decision.inverse.isEmpty else { continue }
      let back = try town.office.decide(town.submission(decision.inverse))
      #expect(back.after.handover == before, "\(step)")
      undone += 1
    }
    #expect(undone == 4)
  }

  @Test(
    "is made from the record: what is late, waits for parts, has nobody, and who is away",
    .verifies("MSG-16"))
  func sections() throws {
    var town = try Town()
    let window = TimeRange(start: town.now + .minutes(10), end: town.now + .minutes(20))
    let late = try town.log { $0.window = window }
    let held = try town.log()
    try town.submit(.holdWorkOrder(held.id, HoldWorkOrder(reason: .parts, note: "BLT-22")))
    let illness = Absence(from: town.now, to: town.now + .hours(30), reason: "ill")
    try town.submit(.addAbsence(Town.ana, AddAbsence(illness)))
    try town.submit(.setPresence(Town.ana, SetPresence(.unavailable, replacing: nil)))
    town.now = town.now + .hours(2)
    let board = Board(town.office, now: town.now)
    let sheet = HandoverSheet(town.office, board, at: town.now)
    #expect(sheet.items(.late).contains(.lateArrival(order: late.id, promised: window, arrivedAt: nil)))
    guard case .waitingForParts(held.id, _, _, "BLT-22")? = sheet.items(.parts).first else {
      Issue.record("\(sheet.items(.parts))")
      return
    }
    guard case .unassigned(_, _, _, oldest: late.id, _)? = sheet.items(.unassigned).first else {
      Issue.record("\(sheet.items(.unassigned))")
      return
    }
    #expect(sheet.items(.people).contains(.absent(Town.ana, reason: "ill", until: illness.to)))
    let away = sheet.items(.people).filter { if case .unavailable = $0 { true } else { false } }
    #expect(away.isEmpty, "why she is away says more than that she is")
    #expect(sheet.items(.alerts) == board.alerts.map { .alert($0) })
    #expect(sheet.met.map(\.name) == [.responseMet, .fixMet])
  }

  @Test("says many late arrivals in one line, and a few each for itself", .verifies("MSG-16"))
  func lateArrivals() throws {
    var town = try Town()
    let window = TimeRange(start: town.now + .minutes(10), end: town.now + .minutes(20))
    for _ in 0..<3 { _ = try town.log { $0.window = window } }
    var later = town
    later.now = town.now + .hours(2)
    func lines(_ town: Town) -> [HandoverSheet.Line] {
      HandoverSheet(town.office, Board(town.office, now: town.now), at: town.now).lines(.late)
    }
    #expect(lines(later).filter { if case .one(.lateArrival) = $0 { true } else { false } }.count == 3)
    for _ in 0..<2 { _ = try town.log { $0.window = window } }
    town.now = town.now + .hours(2)
    let gathered = lines(town).filter { if case .several(.lateArrivals, _) = $0 { true } else { false } }
    #expect(gathered.count == 1)
    guard case .several(_, let items)? = gathered.first else { return }
    #expect(items.count == 5)
  }
}
