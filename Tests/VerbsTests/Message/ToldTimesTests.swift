import DayPlan
import Domain
import TestSupport
import Testing

@testable import Verbs

@Suite("A customer who counts on a time")
struct ToldTimesTests {
  /// A desk where Mercy Hospital has read that Ana comes to 20401 at 16:00.
  private func desk() throws -> Desk {
    var desk = try ParsingTests.desk()
    for line in [
      "unassign 20402", "customer edit Mercy phone=0151", "assign 20401 ana 16:00 --yes", "message 20401 time"
    ] {
      try desk.say(line)
    }
    let order = try desk.order(20_401)
    let sent = order.messages.map { Command.reportMessage(order.id, ReportMessage($0.id, .sent)) }
    try desk.submit(sent, verb: "message.outbox")
    desk.now += .minutes(1)
    return desk
  }

  private func told(_ desk: Desk, _ number: Int) throws -> [String] {
    try desk.order(number).messages.filter { $0.to.isOutside && $0.state != .recalled }.compactMap(\.template)
  }

  @Test(
    "hears the new one from whatever gives the visit another hour, and an undo catches it",
    .verifies("TML-08"))
  func assigned() throws {
    var desk = try desk()
    let said = try desk.say("assign 20401 ana 17:00 --yes")
    #expect(said.hasSuffix("Mercy Hospital is told in 30 s"), "\(said)")
    #expect(try told(desk, 20_401) == ["time", "time"])
    #expect(try desk.order(20_401).lastTold?.words.words.contains("at 17:00") == true)
    try desk.submit(try #require(desk.entries.last).inverse, verb: "ledger.undo")
    #expect(try told(desk, 20_401) == ["time"] && desk.order(20_401).lastTold?.hasLeft == true)
  }

  @Test(
    "hears it also where the visit went back to the queue between, and that it did is said",
    .verifies("TML-08"))
  func queued() throws {
    var desk = try desk()
    let warning = try desk.proposal("unassign 20401").warnings.first
    #expect(
      warning
        == "20401: Mercy Hospital was told 16:00 and counts on it; another time is told when it is planned, "
        + "or message 20401 correction says now that it is off.")
    try desk.say("unassign 20401")
    #expect(try desk.proposal("assign 20401 ana 16:00").commands.count == 1, "it is true again")
    let wording = desk.wording()
    let order = try desk.order(20_401)
    #expect(wording.told(order, ofVisitAt: desk.now + .hours(6)) == "Mercy Hospital is told 16:43")
    #expect(wording.told(order, ofVisitAt: try #require(order.toldTime)) == nil)
    try desk.say("assign 20401 ana 17:00 --yes")
    #expect(try told(desk, 20_401) == ["time", "time"])
  }

  @Test(
    "reads nothing that is untrue before it leaves: neither another hour nor another name",
    .verifies("TML-08"))
  func waiting() throws {
    var desk = try desk()
    for line in ["customer edit FreshCo phone=0152", "assign 20402 brandt 13:00 --yes", "message 20402 time"]
    {
      try desk.say(line)
    }
    var other = desk
    try other.say("assign 20402 ana 13:00 --yes")
    var messages = try other.order(20_402).messages.filter { $0.template == "time" }
    #expect(messages.map(\.state) == [.recalled, .waiting])
    #expect(messages.last?.words.words.contains("Ana Ruiz comes") == true)
    try desk.say("assign 20402 brandt 13:30 --yes")
    messages = try desk.order(20_402).messages.filter { $0.template == "time" }
    #expect(messages.map(\.state) == [.recalled, .waiting])
    #expect(messages.last?.words.words.contains("at 13:30") == true)
  }

  @Test("hears when somebody comes again to what could not be done", .verifies("TML-08"))
  func again() throws {
    var desk = try desk()
    desk.now += .hours(5)
    for line in ["on-site 20401", "hold 20401 parts spare"] { try desk.say(line) }
    try desk.say("release 20401")
    #expect(try told(desk, 20_401) == ["time"], "he has not heard that it was held")
    try desk.say("assign 20401 ana 17:30 --yes")
    #expect(try told(desk, 20_401) == ["time", "time"])
  }

  @Test("hears when somebody comes to what had ended and was taken up again", .verifies("TML-08"))
  func takenUpAgain() throws {
    var desk = try desk()
    desk.now += .hours(5)
    for line in [
      "on-site 20401", "complete 20401 --did reset --yes", "close 20401", "reopen 20401 fell again"
    ] {
      try desk.say(line)
      desk.now += .minutes(1)
    }
    try desk.say("assign 20401 ana 17:30 --yes")
    #expect(try desk.order(20_401).messages.filter { $0.template == "time" }.count == 2)
    #expect(try desk.order(20_401).lastTold?.tells == desk.order(20_401).openVisit?.start)
    #expect(try desk.proposal("assign 20401 ana 17:30 --yes").commands.count <= 1, "he has heard it")
  }

  @Test(
    "hears nothing where the same was wanted already, and neither does the technician", .verifies("TML-08"))
  func same() throws {
    var desk = try desk()
    for line in [
      "technician edit ana toldBy=message", "technician edit ana phone=01514960177", "unassign 20401"
    ] {
      try desk.say(line)
    }
    let proposal = try desk.proposal("assign 20401 ana 17:00 --yes")
    #expect(proposal.commands.count == 3, "\(proposal.commands)")
    try desk.submit(proposal.commands, verb: proposal.verb, accepts: true)
    let count = try desk.order(20_401).messages.count
    let events = try desk.submit(
      proposal.commands.map { command in
        // Somebody else wanted the very same, with words of his own.
        guard case .sendMessage(let id, var message) = command else { return command }
        message.id = OutgoingMessage.ID(high: 77, low: message.id.low)
        return .sendMessage(id, message)
      }, verb: proposal.verb, accepts: true)
    #expect(events.isEmpty)
    #expect(try desk.order(20_401).messages.count == count)
  }

  @Test("is to be phoned where nobody can write to him, which is said")
  func unreachable() throws {
    var desk = try desk()
    for line in [
      "customer edit FreshCo phone=0152", "assign 20402 brandt 15:00 --yes", "message 20402 time",
      "customer edit FreshCo phone="
    ] {
      try desk.say(line)
    }
    let proposal = try desk.proposal("assign 20402 brandt 17:00")
    #expect(proposal.commands.count == 1)
    #expect(proposal.warnings.contains { $0.contains("has to be told by phone") }, "\(proposal.warnings)")
  }

  @Test("hears nothing while a promised window is kept, and the time where it is not", .verifies("TML-08"))
  func window() throws {
    var desk = try desk()
    for line in ["customer edit FreshCo phone=0152", "window 20402 14-16"] { try desk.say(line) }
    #expect(try desk.proposal("assign 20402 brandt 15:00").commands.count == 1)
    #expect(try desk.proposal("assign 20402 brandt 17:00").commands.count == 2)
  }

  @Test("is named when an undo takes away the visit that another message told him", .verifies("UX-05"))
  func undone() throws {
    var desk = try desk()
    let given = try #require(desk.entries.last { $0.commands.contains { $0.verb == AssignVerb.name } })
    let before = desk.office
    let events = try desk.submit(given.inverse, verb: "ledger.undo")
    let sentence = desk.wording().tookBack(
      given, isRedo: false, Proposal(verb: "ledger.undo", takingBack: .last), events: events, before: before)
    #expect(
      sentence.hasSuffix(
        "Mercy Hospital was told 16:00 at 10:42: message 20401 correction sends the correction."),
      "\(sentence)")
  }
}
