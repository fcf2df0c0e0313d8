import Domain
import TestSupport
import Testing

@testable import Verbs

@Suite("Work that is called off")
struct CallingOffTests {
  private func desk() throws -> Desk {
    var desk = try ParsingTests.desk()
    for line in ["unassign 20402", "assign 20401 ana 16:00", "customer edit Mercy phone=0151"] {
      try desk.say(line)
    }
    return desk
  }

  @Test("takes back what waits with its time and tells the customer", .verifies("MSG-02", "MSG-03", "UX-05"))
  func customer() throws {
    var desk = try desk()
    try desk.say("message 20401 time")
    let said = try desk.say("cancel 20401 customer no need")
    let messages = try desk.order(20_401).messages
    #expect(messages.map(\.state) == [.recalled, .waiting] && messages.last?.template == "cancelled")
    #expect(messages.last?.words.words.contains("is called off and nobody comes") == true)
    #expect(said.contains("cancelled") && said.contains("taken back") && said.hasSuffix("is told in 30 s"))
    let action = try #require(desk.entries.last)
    #expect(desk.wording().action(action) == "cancel 20401")
    try desk.submit(action.inverse, verb: "ledger.undo")
    #expect(try desk.order(20_401).messages.map(\.state) == [.waiting, .recalled])
  }

  @Test("is the helpdesk's to call off where nobody has taken it up", .verifies("INT-24"))
  func helpdesk() throws {
    var desk = try desk()
    let boss = desk.person
    desk.person = try #require(desk.office.people.unordered.first { $0.handle == "hel" }?.id)
    for ends in [true, false] {
      try desk.say(#"log "panel beeps" at "Quay House""#)
      let call = try #require(desk.office.orders.unordered.max { $0.number < $1.number })
      #expect(call.messages.map(\.template) == [MessageTemplate.receipt])
      if ends {
        try desk.say("cancel \(call.number) wrongNumber")
        let order = try desk.order(call.number)
        #expect(order.status == .cancelled && order.messages.map(\.state) == [.recalled, .waiting])
      } else {
        let helpdesk = desk.person
        desk.person = boss
        try desk.say("claim \(call.number)")
        desk.person = helpdesk
        #expect(throws: Refusal.self) { try desk.say("cancel \(call.number) wrongNumber") }
      }
    }
  }

  @Test(
    "a receipt goes with its call, and is no message by hand for who only logs calls", .verifies("USR-02"))
  func receipt() throws {
    var desk = try desk()
    desk.person = try #require(desk.office.people.unordered.first { $0.handle == "hel" }?.id)
    try desk.say(#"log "panel beeps" at "Quay House""#)
    let call = try #require(desk.office.orders.unordered.max { $0.number < $1.number })
    #expect(throws: Refusal.self) { try desk.say("message \(call.number) received") }
    let late = SendMessage(
      id: OutgoingMessage.ID(high: 21, low: 9), to: .customer, .template("received"),
      cause: .with("work-order.log"))
    let taken = try desk.order(20_401).id
    #expect(throws: Refusal.self) {
      try desk.submit([.sendMessage(taken, late)], verb: "work-order.log")
    }
    #expect(call.messages.map(\.template) == [MessageTemplate.receipt])
  }

  @Test(
    "a call that is logged in a line tells the caller that it is on record, and the code to sign with",
    .verifies("INT-14", "MSG-03"))
  func lineReceipt() throws {
    var desk = try desk()
    try desk.say(#"log "panel beeps" at "Quay House""#)
    let call = try #require(desk.office.orders.unordered.max { $0.number < $1.number })
    let message = try #require(call.messages.last)
    #expect(call.messages.count == 1 && message.template == "received" && message.state == .waiting)
    #expect(message.words.words.contains(String(call.number)) && call.signOffSeals.count == 1)
    let action = try #require(desk.entries.last)
    try desk.submit(action.inverse, verb: "ledger.undo")
    #expect(try desk.order(call.number).messages.map(\.state) == [.recalled])
    // Whoever cannot be written hears nothing, and a call that needs no visit has had its answer.
    try desk.say(#"log "door sticks" at "Store 9""#)
    try desk.say(#"log "wrong number" at "Quay House" --ended wrongNumber"#)
    let later = desk.office.orders.unordered.filter { $0.number > call.number }
    #expect(later.count == 2 && later.allSatisfy { $0.messages.isEmpty })
  }

  @Test("a visit that is taken back tells nobody any more of its time", .verifies("MSG-02"))
  func takenBack() throws {
    var desk = try desk()
    try desk.written()
    try desk.say("message 20401 time")
    let said = try desk.say("unassign 20401")
    #expect(!said.contains("phone Ruiz") && !said.contains("is gone"), "\(said)")
    #expect(try desk.order(20_401).messages.map(\.state) == [.recalled, .recalled])
    let action = try #require(desk.entries.last)
    #expect(desk.wording().action(action).hasPrefix("unassign 20401"))
    try desk.submit(action.inverse, verb: "ledger.undo")
    #expect(try desk.order(20_401).messages.map(\.state) == [.waiting, .waiting])
  }

  @Test("keeps it from the customer where that is said, and notes it", .verifies("MSG-02"))
  func quiet() throws {
    var desk = try desk()
    try desk.say("message 20401 time")
    try desk.say("cancel 20401 customer no need --quiet")
    let order = try desk.order(20_401)
    #expect(order.messages.map(\.state) == [.recalled])
    #expect(order.notes.last?.words == "Mercy Hospital was not told of the end of it.")
  }

  @Test("tells whoever was told of the visit, by his road", .verifies("MSG-03", "MSG-02", "TML-08"))
  func technician() throws {
    var desk = try desk()
    #expect(
      try desk.proposal("cancel 20401 customer").warnings
        == ["20401: Ruiz was told of the visit and does not know that it is off; call him."])
    try desk.written()
    desk.now += .minutes(1)
    let sent = try desk.order(20_401).messages.map {
      Command.reportMessage(try desk.order(20_401).id, ReportMessage($0.id, .sent))
    }
    try desk.submit(sent, verb: "message.outbox")
    try desk.say("cancel 20401 customer")
    let off = try desk.order(20_401).messages.first { $0.template == "off" }
    let ana = try desk.technician("ana").id
    #expect(off?.to == .technician(ana) && off?.words.words.contains("20401 is called off") == true)
  }

  @Test("tells nobody of a visit that he has not heard of yet", .verifies("MSG-02"))
  func unheard() throws {
    var desk = try desk()
    try desk.written()
    try desk.say("cancel 20401 customer")
    let messages = try desk.order(20_401).messages
    #expect(messages.first { $0.template == "visit" }?.state == .recalled)
    #expect(!messages.contains { $0.template == "off" })
  }

  @Test(
    "a wish that the office had refused, done all the same, tells whoever has the visit by now",
    .verifies("MSG-03", "UX-06"))
  func redone() throws {
    var desk = try desk()
    try desk.say(
      #"technician add "Kim Low" --handle kim --skill lift:3 --skill hvac:3 --zone north --shift "Mon-Fri 07:00-19:00" --home 53.41,-2.98"#
    )
    try desk.say("unassign 20401")
    let wish = try desk.proposal("assign 20401 kim 15:00").commands
    let conflict = try desk.refused(wish)
    try desk.written()
    desk.now += .minutes(1)
    let id = try desk.order(20_401).id
    let sent = try desk.order(20_401).messages.filter { $0.state == .waiting }.map {
      Command.reportMessage(id, ReportMessage($0.id, .sent))
    }
    try desk.submit(sent, verb: "message.outbox")
    #expect(conflict.canBeRedone(on: desk.office))
    try desk.say("settle \(conflict.id) redo")
    let order = try desk.order(20_401)
    let (ana, kim) = (try desk.technician("ana").id, try desk.technician("kim").id)
    #expect(order.technician == kim)
    let gone = order.messages.filter { $0.template == "gone" }
    #expect(gone.map(\.to) == [.technician(ana)] && gone.first?.state == .waiting)
  }

  @Test("a wish for other words says which, and what stands there by now")
  func edited() throws {
    var desk = try desk()
    let conflict = try desk.refused(desk.proposal(#"edit 20401 summary="lamp out over door A""#).commands)
    try desk.say(#"edit 20401 summary="lamp out in stairwell""#)
    let (wording, quoted) = (desk.wording(), "summary \"lamp out in stairwell\"")
    #expect(wording.choice(.redo, of: conflict).contains("summary=\"lamp out over door A\""))
    #expect(wording.choice(.keep, of: conflict).contains(quoted))
  }

  @Test("a wish about work that has ended since can only be left, and the words say how it ended")
  func ended() throws {
    var desk = try desk()
    let conflict = try desk.refused(desk.proposal("hold 20401 parts belt --part-due thu").commands)
    #expect(conflict.canBeRedone(on: desk.office))
    try desk.say("cancel 20401 customer rang off")
    #expect(!conflict.canBeRedone(on: desk.office))
    let words = desk.wording().choice(.keep, of: conflict)
    #expect(words.contains("20401 is cancelled (customer)") && words.contains("rang off"), "\(words)")
  }
}

extension Desk {
  /// Has the office refuse a wish that somebody had at another console.
  fileprivate mutating func refused(_ wish: [Command]) throws -> Conflict {
    let stamp = Stamp(by: person, at: now, console: console)
    let submission = Submission(id: Conflict.ID(high: 62, low: 1), stamp: stamp, commands: wish)
    let conflict = Conflict(
      submission, count: 1, refusal: .changedSince(.order(20_401), field: "technician", now: "ana"), at: now,
      theirs: nil)
    office.apply(.office(.conflict(.arose(conflict))), stamp)
    return conflict
  }

  /// Gives the visit anew to whoever hears of it by message.
  fileprivate mutating func written() throws {
    try say("technician edit ana phone=01514960177 toldBy=message")
    try say("unassign 20401")
    try say("assign 20401 ana 16:00")
  }
}
