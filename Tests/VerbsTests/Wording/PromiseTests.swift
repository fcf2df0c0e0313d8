import Domain
import TestSupport
import Testing
import Verbs

@Suite("Promises, as they are typed and said")
struct PromiseTests {
  private static func desk() throws -> Desk {
    var desk = try Desk()
    try desk.say(#"log "no air" at "Quay House" P2 --trade hvac"#)
    return desk
  }

  private func at(_ hour: Int64, _ minute: Int64 = 0, days: Int64 = 0) -> Timestamp {
    Desk.morning - .minutes(642) + .days(days) + .minutes(hour * 60 + minute)
  }

  @Test("five kinds and the day before them are understood", .verifies("TML-07"))
  func typed() throws {
    var desk = try Self.desk()
    for (words, kind, start, end) in [
      ("9-11", AppointmentWindow.Kind.hours, at(9), at(11)), ("13:30-15:30", .hours, at(13, 30), at(15, 30)),
      ("am", .morning, at(8), at(12)), ("tomorrow pm", .afternoon, at(12, days: 1), at(18, days: 1)),
      ("after hours", .afterHours, at(18), at(24)), ("14:00", .exact, at(14), at(14, 15)),
      ("wed 10:00", .exact, at(10, days: 1), at(10, 15, days: 1))
    ] {
      try desk.say("window 20401 \(words)")
      let promise = try desk.order(20_401).appointment
      #expect(promise?.kind == kind && promise?.range == TimeRange(start: start, end: end), "\(words)")
    }
    try desk.say("window 20401 flexible")
    #expect(try desk.order(20_401).appointment == .flexible)
    try desk.say("edit 20401 window=am")
    #expect(try desk.order(20_401).appointment?.kind == .morning)
    try desk.say("window 20401 none")
    #expect(try desk.order(20_401).appointment == nil)
    try desk.say(#"log "cold" at "Quay House" --window "tomorrow am""#)
    #expect(try desk.order(20_402).appointment?.kind == .morning)
  }

  @Test(
    "what is no window is told with what is", .verifies("TML-07"),
    arguments: ["window 20401 soonish", "window 20401 11-9", "window 20401 25:00", "edit 20401 window=ever"])
  func refused(line: String) throws {
    let desk = try Self.desk()
    #expect(throws: UsageFault.self) { _ = try desk.act(line) }
  }

  @Test("a pin that is taken back is gone, and is said to be", .verifies("TML-14"))
  func unpinned() throws {
    var desk = try Self.desk()
    try desk.say("assign 20401 ana 15:00 --length 30m")
    #expect(try desk.say("pin 20401 time").contains("pinned: time"))
    let pin = try #require(desk.entries.last)
    let before = desk.office
    let events = try desk.submit(pin.inverse, verb: "ledger.undo")
    let said = desk.wording().done(
      Proposal(verb: "ledger.undo", takingBack: .last), events: events, before: before)
    #expect(said.contains("20401 not pinned any more"), "\(said)")
    #expect(try desk.say("pin 20401 none").contains("not pinned, by a promise neither"))
  }

  @Test("a promise that begins after a clock has run out says so", .verifies("TML-07"))
  func late() throws {
    var desk = try Self.desk()
    func warnings(_ line: String) throws -> [String] {
      guard case .submit(let proposal) = try desk.act(line) else { return [] }
      return proposal.warnings
    }
    let due = try #require(
      desk.office.clocks(of: try desk.order(20_401), at: desk.now).first { $0.kind == .response }?.dueAt)
    let time = desk.wording().time(due)
    #expect(try warnings("window 20401 tomorrow pm").contains { $0.contains("response \(time) missed by") })
    #expect(try warnings("window 20401 10:45").isEmpty)
    try desk.say("window 20401 tomorrow pm")
  }

  @Test("promise, estimate and service level are three lines", .verifies("SLA-14"))
  func threeThings() throws {
    var desk = try Self.desk()
    try desk.say("window 20401 11-13")
    try desk.say("assign 20401 ana 11:30 --length 90m")
    func lines() throws -> [String] {
      Sheets.workOrder(try desk.order(20_401), in: desk.office, at: desk.now)
    }
    func line(_ name: String) throws -> String { try lines().first { $0.hasPrefix(name) } ?? "" }
    #expect(try line("Promise").hasSuffix("customer was promised 11:00–13:00 · planned 11:30: kept"))
    #expect(try line("Estimate").hasSuffix("1 h 30, done about 13:00"))
    #expect(try line("Pinned").hasSuffix("time, the time by the promise"))
    #expect(try lines().contains { $0.hasPrefix("Clock") && $0.contains("respond by") })
    try desk.say("move 20401 13:10 --yes")
    #expect(try line("Promise").hasSuffix("planned 13:10: 10 min late"))
    desk.now = desk.now + .minutes(200)
    try desk.say("on-site 20401")
    desk.now = desk.now + .minutes(100)
    #expect(try line("Estimate").hasSuffix("1 h 30, running 1 h 40, 10 min over"))
    #expect(try line("  actual").contains("began 14:02, 52 min late · running 1 h 40 of 1 h 30, 10 min over"))
  }

  @Test("who has time and who has too much is listed", .verifies("TML-05"))
  func gaps() throws {
    var desk = try Self.desk()
    try desk.say("assign 20401 ana 13:00 --length 90m")
    guard case .ask(.gaps(let day)) = try desk.act("gaps") else {
      Issue.record("gaps asks nothing")
      return
    }
    var lines = Wording(office: desk.office, now: desk.now).gaps(day)
    #expect(lines.first == "Too much today: nothing")
    #expect(lines.contains { $0.contains("Ana Ruiz") && $0.contains("14:30–19:00 (4 h 30)") })
    try desk.say(#"log "no heat" at "Quay House" P2 --trade hvac"#)
    try desk.say("assign 20402 ana tomorrow 18:00 --length 3h --yes")
    lines = Wording(office: desk.office, now: desk.now).gaps(day.adding(days: 1))
    #expect(lines.contains { $0.contains("20402 is outside working hours Wed 19:00–21:00") })
  }

  @Test("a typed time that comes too late for the contract is said with its figure", .verifies("SLA-14"))
  func tooLate() throws {
    let desk = try Self.desk()
    let due = try #require(
      desk.office.clocks(of: try desk.order(20_401), at: desk.now).first { $0.kind == .response }?.dueAt)
    let late = try desk.proposal("assign 20401 ana 16:00")
    let missed = TimeWords.lateness(at(16) - due)
    #expect(
      late.warnings.first
        == "✗ 20401 at that time: response \(desk.wording().time(due)) missed by \(missed).",
      "\(late.warnings)")
    #expect(try desk.proposal("assign 20401 ana 11:00").warnings.isEmpty)
  }
}
