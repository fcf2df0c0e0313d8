import Domain
import TestSupport
import Testing

@testable import Verbs

@Suite("Messages in words")
struct MessageWordsTests {
  private func desk() throws -> Desk {
    var desk = try ParsingTests.desk()
    try desk.say("customer edit Mercy phone=0151")
    try desk.say("unassign 20402")
    try desk.say("assign 20401 ana 16:00")
    return desk
  }

  @Test("a template by its name, words as they are, to whom is said", .verifies("MSG-02"))
  func content() throws {
    let desk = try desk()
    guard case .sendMessage(_, let send) = try desk.command("message 20401 time") else {
      throw Surprise.noProposal
    }
    #expect(send.content == .template("time") && send.to == .customer)
    guard case .sendMessage(_, let way) = try desk.command("message 20401 way") else {
      throw Surprise.noProposal
    }
    #expect(way.to == .technician)
    guard case .sendMessage(_, let free) = try desk.command("message 20401 we are late --to tech") else {
      throw Surprise.noProposal
    }
    #expect(free.content == .words("we are late") && free.to == .technician)
    #expect(desk.fault("message 20401 \"at {tme}\"")?.nearest.first == "time")
    #expect(desk.fault("template set held \"{resaon}\"")?.nearest.first == "reason")
  }

  @Test(
    "moving a visit whose customer knows the time tells him in the same step", .verifies("TML-08", "MSG-03"))
  func move() throws {
    var desk = try desk()
    #expect(try desk.proposal("move 20401 +30m").commands.count == 1, "nobody was told a time")
    try desk.say("message 20401 time")
    let proposal = try desk.proposal("move 20401 +30m")
    #expect(proposal.commands.count == 3, "the time that waits and is untrue by then is taken back")
    guard case .sendMessage(_, let send)? = proposal.commands.last else { throw Surprise.noProposal }
    #expect(send.content == .template("time") && send.cause == .with("work-order.move"))
    let said = try desk.say("move 20401 +30m")
    #expect(
      said.contains("moved to Ruiz 16:30") && said.hasSuffix("Mercy Hospital is told in 30 s"), "\(said)")
    #expect(
      desk.wording().previews(try #require(desk.entries.last).events).first?.contains("at 16:30") == true)
    guard case .addNote(_, let note)? = try desk.proposal("move 20401 +30m --quiet").commands.last else {
      throw Surprise.noProposal
    }
    #expect(note.words == "Mercy Hospital was not told of the new time.")
    #expect(try desk.proposal("move 20401 16:30 --length 2h").commands.count == 1, "the time stays")
    let longer = try desk.say("move 20401 16:30 --length 2h")
    #expect(longer.contains("20401 takes 2 h (was") && longer.contains("), Ruiz 16:30"), "\(longer)")
    let gone = try desk.say("unassign 20401")
    #expect(gone.contains(" · tell Ruiz now: 20401 is gone, no number is on record"), "\(gone)")
  }

  @Test(
    "what is held and let go again before its message left tells the customer nothing", .verifies("MSG-02"))
  func heldForAMoment() throws {
    var desk = try desk()
    try desk.say("hold 20401 parts \"belt torn\"")
    let told = try #require(try desk.order(20_401).messages.last)
    #expect(told.state == .waiting)
    try desk.say("release 20401")
    #expect(try desk.order(20_401).messages.last?.state == .recalled)
    try desk.say("hold 20401 parts \"belt torn\"")
    desk.now += .minutes(1)
    let sent = try #require(try desk.order(20_401).messages.last)
    try desk.submit([.reportMessage(desk.order(20_401).id, ReportMessage(sent.id, .queued))], verb: "message")
    try desk.say("release 20401")
    // He has heard that it waits, so he hears when somebody comes.
    #expect(try desk.order(20_401).hold == nil)
    #expect(try desk.order(20_401).messages.suffix(2).map(\.state) == [.queued, .waiting])
    #expect(try desk.order(20_401).messages.last?.template == "time")
  }

  @Test("a customer without a number is said, and nothing is sent", .verifies("TML-08"))
  func noNumber() throws {
    var desk = try desk()
    try desk.say("customer edit FreshCo phone=0151")
    try desk.say("unassign 20401")
    try desk.say("assign 20402 ana 16:00")
    try desk.say("message 20402 time")
    try desk.say("customer edit FreshCo phone=")
    let proposal = try desk.proposal("move 20402 +30m")
    #expect(proposal.commands.count == 1)
    #expect(proposal.warnings.first?.contains("FreshCo") == true)
  }

  @Test("a hold tells the customer unless it is quiet", .verifies("HLD-06", "MSG-03"))
  func hold() throws {
    var desk = try desk()
    #expect(try desk.proposal("hold 20401 parts \"belt\" --quiet").commands.count == 1)
    let said = try desk.say("hold 20401 parts \"belt\"")
    #expect(said.hasSuffix("Mercy Hospital is told in 30 s"), "\(said)")
    let message = try #require(try desk.order(20_401).messages.last)
    #expect(message.words.words.contains("waits for a part. We call you on Thu 26 November at the latest."))
  }

  @Test("an undo that comes too late says who was told what, and what corrects it", .verifies("UX-05"))
  func correction() throws {
    var desk = try desk()
    try desk.say("message 20401 time")
    try desk.say("move 20401 +30m")
    let action = try #require(desk.entries.last)
    let order = try desk.order(20_401)
    let sent = order.messages.map { Command.reportMessage(order.id, ReportMessage($0.id, .sent)) }
    try desk.submit(sent, verb: "message.outbox")
    let before = desk.office
    let events = try desk.submit(action.inverse, verb: "ledger.undo")
    let sentence = desk.wording().tookBack(
      action, isRedo: false, Proposal(verb: "ledger.undo", takingBack: .last), events: events,
      before: before)
    #expect(
      sentence.hasSuffix(
        "Mercy Hospital was told 16:30 at 10:42: message 20401 correction sends the correction."),
      "\(sentence)")
    let keyed = Wording(office: desk.office, now: desk.now) { $0 == "work-order.message" ? "m" : $0 }
    #expect(keyed.uncaught(action)?.hasSuffix(": m 4 sends the correction.") == true)
  }

  @Test("the log says to whom, when, by what and how it fared", .verifies("MSG-08"))
  func log() throws {
    var desk = try desk()
    try desk.say("message 20401 time")
    let order = try desk.order(20_401)
    let listing = Listing.messages(of: [order], in: desk.office, at: desk.now)
    let cells = try #require(listing.rows.first?.cells)
    #expect(
      Array(cells[1...6]) == ["10:42", "20401", "Mercy Hospital", "waits 30 s", "by hand, time", "Bea Long"])
    let late = desk.now + .minutes(3)
    let due = Listing.messages(of: [order], in: desk.office, at: late)
    #expect(due.rows.first?.cells[4] == "due since 10:42")
    let wording = Wording(office: desk.office, now: late)
    #expect(wording.handedOver(of: order.messages, isJoined: false)?.contains("nobody hands over") == true)
    #expect(
      wording.handedOver(of: order.messages, isJoined: true)?.contains("when the office has it") == true)
    #expect(
      Wording(office: desk.office, now: desk.now).handedOver(of: order.messages, isJoined: false) == nil)
    var waiting = Wording(office: desk.office, now: desk.now)
    let message = try #require(order.messages.first)
    let written = WorkOrderEvent.message(message.id, .written(message))
    #expect(waiting.messages([written]) == "Mercy Hospital is told in 30 s")
    waiting.waitsForOffice = true
    #expect(waiting.messages([written]) == "Mercy Hospital is told when the office has it")
    let id = cells[0]
    guard case .recallMessage? = try? desk.command("message recall \(id)") else { throw Surprise.noProposal }
    #expect(desk.fault("message recall ffff") != nil)
    #expect(try desk.command("message delivered \(id)").verb == "message.delivered")
    try desk.say("message failed \(id) \"number is not in use\"")
    #expect(
      Listing.messages(of: [try desk.order(20_401)], in: desk.office, at: desk.now).rows[0].cells[4]
        == "not sent: number is not in use")
  }

  @Test(
    "who hears of his visits by message gets one with the visit, in the same step",
    .verifies("MSG-03", "MSG-02", "EXC-01"))
  func toldByMessage() throws {
    var desk = try Desk()
    try desk.say(#"log "no air" at "Quay House" P2 --trade hvac"#)
    #expect(
      try desk.proposal("assign 20401 ana 15:00").commands.count == 1, "the phone is for the dispatcher")
    try desk.say("technician edit ana toldBy=message")
    let unknown = try desk.proposal("assign 20401 ana 15:00")
    #expect(
      unknown.commands.count == 1
        && unknown.warnings.last == "20401: no number of Ruiz or no site is known; call him about it.",
      "\(unknown.warnings)")
    try desk.say("technician edit ana phone=01514960177")
    #expect(
      try desk.proposal("assign 20401 ana tomorrow 9:00").commands.count == 1, "told when it is dispatched")
    try desk.say("assign 20401 ana 15:00 --yes")
    let message = try #require(try desk.order(20_401).messages.last)
    let ana = try desk.technician("ana").id
    #expect(message.template == "visit" && message.to == .technician(ana))
    #expect(try desk.order(20_401).openVisit?.assignment?.toldBy == .message)
    let written = try desk.proposal("move 20401 15:30 --yes").commands.compactMap { command in
      if case .sendMessage(_, let message) = command { message.to } else { nil }
    }
    #expect(written == [.technician], "he knows the time that it was to be")
    #expect(throws: (any Error).self) { try desk.act("technician edit ana toldBy=pigeon") }
    try desk.say("dispatch 20401 --by phone")
    #expect(try desk.order(20_401).openVisit?.assignment?.status == .seen)
    try desk.say(#"log "no heat" at "Quay House" P3 --trade hvac"#)
    try desk.say("assign 20402 ana tomorrow 9:00 --yes")
    try desk.say("dispatch 20402")
    #expect(try desk.order(20_402).messages.last?.template == "visit")
  }

  @Test("what asks a technician to accept does not leave once he has", .verifies("MSG-02"))
  func accepted() throws {
    var desk = try Desk()
    try desk.say(#"log "no air" at "Quay House" P2 --trade hvac"#)
    try desk.say("technician edit ana toldBy=message phone=01514960177")
    try desk.say("assign 20401 ana 15:00 --yes")
    #expect(try desk.order(20_401).messages.last?.state == .waiting)
    try desk.say("accept 20401")
    #expect(try desk.order(20_401).messages.last?.state == .recalled)
    #expect(try desk.order(20_401).openVisit?.assignment?.status == .accepted)
  }
}
