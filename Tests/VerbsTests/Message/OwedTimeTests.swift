import Domain
import TestSupport
import Testing

@testable import Verbs

@Suite("A customer who was promised to hear a time")
struct OwedTimeTests {
  /// A desk with a call whose caller has been told: "We call you with the time."
  private func desk() throws -> (Desk, Int) {
    var desk = try ParsingTests.desk()
    for line in ["unassign 20402", "customer edit Mercy phone=0151"] { try desk.say(line) }
    try desk.say(#"log "panel beeps" at "Quay House""#)
    let call = try #require(desk.office.orders.unordered.max { $0.number < $1.number })
    return (desk, call.number)
  }

  private func told(_ desk: Desk, _ number: Int) throws -> [String] {
    try desk.order(number).messages.filter { $0.to.isOutside && $0.state != .recalled }.compactMap(\.template)
  }

  @Test(
    "hears it with the visit that is planned, once, and an undo catches it",
    .verifies("INT-14", "MSG-03", "MSG-02"))
  func planned() throws {
    var (desk, number) = try desk()
    let said = try desk.say("assign \(number) ana 16:00 --yes")
    #expect(try told(desk, number) == ["received", "time"])
    #expect(try desk.order(number).lastTold?.words.words.contains("16:00") == true)
    #expect(said.contains("is told in 30 s"), "\(said)")
    #expect(try desk.order(number).owesTime == false)
    try desk.submit(try #require(desk.entries.last).inverse, verb: "ledger.undo")
    #expect(try told(desk, number) == ["received"] && desk.order(number).owesTime)
  }

  @Test("hears nothing of a visit that is only pencilled in, nor where nothing was promised")
  func silent() throws {
    var (desk, number) = try desk()
    try desk.say("assign \(number) ana 16:00 --tentative --yes")
    #expect(try told(desk, number) == ["received"])
    try desk.logUntold(#"log "panel hums" at "Quay House""#)
    let other = try #require(desk.office.orders.unordered.map(\.number).max())
    try desk.say("assign \(other) ana 17:30 --yes")
    #expect(try told(desk, other) == [])
  }

  @Test("hears it when held work goes on", .verifies("TML-08"))
  func released() throws {
    var (desk, number) = try desk()
    try desk.say("assign \(number) ana 16:00 --yes")
    try desk.say("hold \(number) parts spare --review tomorrow")
    desk.now += .minutes(1)
    var planned = desk
    try desk.say("release \(number)")
    #expect(try told(desk, number).last == "time")
    #expect(try desk.order(number).lastTold?.words.words.contains("16:00") == true)
    // Planned while it is held, he hears it when it is released, and not before.
    try planned.say("assign \(number) ana 16:30 --yes")
    #expect(try told(planned, number).last == "held")
    try planned.say("release \(number)")
    #expect(try told(planned, number).last == "time")
  }
}
