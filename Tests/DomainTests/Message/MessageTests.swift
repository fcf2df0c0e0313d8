import Domain
import TestSupport
import Testing

@Suite("Messages to people outside")
struct MessageTests {
  private var sample: SampleOffice
  private let order: WorkOrder.ID
  private let id = OutgoingMessage.ID(7_001)

  init() throws {
    sample = try SampleOffice()
    try sample.submit(
      .editCustomer(
        SampleOffice.mercy,
        EditCustomer([
          FieldChange(
            .phone, from: nil, to: .personal(PersonalText(id: Identifier(70), words: "0151 496 0177"))),
          FieldChange(.contact, from: nil, to: .personal(PersonalText(id: Identifier(71), words: "Osei")))
        ])))
    order = try sample.log("AHU-3 no air")
    try sample.assign(order, at: sample.now + .hours(4))
  }

  private func send(
    _ content: SendMessage.Content, to party: MessageParty = .customer, cause: MessageCause = .byHand
  ) -> Command { .sendMessage(order, SendMessage(id: id, to: party, content, cause: cause)) }

  private func message(_ sample: SampleOffice) throws -> OutgoingMessage {
    try #require(try sample.order(order).message(id))
  }

  private func report(_ outcome: ReportMessage.Outcome) -> Command {
    .reportMessage(order, ReportMessage(id, outcome))
  }

  @Test("a template is filled for the order and waits, so that undo catches it", .verifies("MSG-02"))
  func merged() throws {
    var sample = sample
    try sample.submit(send(.template("time")))
    let message = try message(sample)
    let number = try sample.order(order).number
    #expect(
      message.words.words
        == "Riverside: Ana Ruiz comes to Mercy Hosp on Tue 24 November at 14:42 for \"AHU-3 no air\". "
        + "Your order is \(number); call us if that does not suit you.")
    #expect(message.address.words == "0151 496 0177" && message.channel == .text)
    #expect(message.to == .customer(SampleOffice.mercy) && message.cause == .byHand)
    #expect(message.tells == sample.now + .hours(4))
    #expect(message.state == .waiting && sample.office.outbox(at: sample.now).isEmpty)
    #expect(sample.office.outboxDue == sample.now + .seconds(30))
    #expect(sample.office.outbox(at: sample.now + .seconds(30)).map(\.message.id) == [id])
    #expect(try sample.order(order).customerKnowsTime)
  }

  @Test("a late notice tells when he comes as things stand, not what was planned", .verifies("MSG-02"))
  func late() throws {
    var sample = sample
    try sample.submit(send(.template("late")))
    #expect(try message(sample).words.words.contains("at Mercy Hosp on Tue 24 November at 14:42."))
    sample = self.sample
    let first = try sample.log("pump leaks")
    try sample.assign(first, at: sample.now)
    for step in [
      Command.acceptVisit(first, AcceptVisit()), .startTravel(first, StartTravel()),
      .arriveOnSite(first, ArriveOnSite())
    ] { try sample.submit(step) }
    try sample.submit(send(.template("late")), after: .hours(4) + .minutes(7))
    let message = try message(sample)
    #expect(message.words.words.contains("at Mercy Hosp on Tue 24 November at 15:50."), "\(message.words)")
    // Nobody knows how long he still stays: an hour at most, as every plan takes it.
    #expect(message.tells == sample.now + .minutes(61))
  }

  @Test("fields are filled in free words, too, and the technician gets his own")
  func ownWords() throws {
    var sample = sample
    try sample.submit(send(.words("{contact}: {technician} needs the plan {")))
    #expect(try message(sample).words.words == "Osei: Ana Ruiz needs the plan {")
    // Erasing the contact erases what was written to him.
    #expect(try message(sample).words.id == sample.office.customer(SampleOffice.mercy)?.contact?.id)
    #expect(throws: Refusal.missing(.technician("ana"), fields: ["phone"])) {
      try sample.submit(
        .sendMessage(order, SendMessage(id: Identifier(9), to: .technician, .template("way"))))
    }
  }

  @Test("what cannot be filled, sent or found is refused", .verifies("MSG-02"))
  func refused() throws {
    var sample = sample
    let number = try sample.order(order).number
    let stranger = try sample.log("door", at: SampleOffice.mall)
    #expect(throws: Refusal.missing(.customer("Arcade"), fields: ["phone"])) {
      try sample.submit(
        .sendMessage(stranger, SendMessage(id: Identifier(8), to: .customer, .template("assigned"))))
    }
    let unknown = #expect(throws: Refusal.self) { try sample.submit(send(.words("{sit} is closed"))) }
    if case .fault(let fault) = unknown { #expect(fault.word == "{sit}") } else { Issue.record("no fault") }
    let noTemplate = #expect(throws: Refusal.self) { try sample.submit(send(.template("tmie"))) }
    if case .fault(let fault) = noTemplate { #expect(fault.field == "template") }
    #expect(throws: Refusal.missing(.order(number), fields: ["reason", "review"])) {
      try sample.submit(send(.template("held")))
    }
  }

  @Test(
    "one of the usual texts that would tell what is not so is refused", .verifies("MSG-02"),
    arguments: ["postponed", "cancelled"])
  func untrue(_ template: String) throws {
    var sample = sample
    #expect(throws: Refusal.self) { try sample.submit(send(.template(template))) }
    #expect(try sample.order(order).messages.isEmpty)
  }

  @Test("messages of one second leave in the order in which they were written", .verifies("MSG-08"))
  func inOrder() throws {
    var sample = sample
    let written = ([4, 2, 9, 3] as [UInt64]).map { OutgoingMessage.ID($0) }
    for id in written {
      try sample.submit(.sendMessage(order, SendMessage(id: id, to: .customer, .words("as it was said"))))
    }
    #expect(sample.office.outbox(at: sample.now + .minutes(1)).map(\.message.id) == written)
  }

  @Test("the word that a call is on record keeps no call from going there", .verifies("INT-14"))
  func receipt() throws {
    var sample = sample
    let number = try sample.order(order).number
    func receipt(_ cause: MessageCause, of call: WorkOrder.ID) -> Command {
      let message = SendMessage(id: Identifier(21), to: .customer, .template("received"), cause: cause)
      return .sendMessage(call, message)
    }
    let log = MessageCause.with("work-order.log")
    let long = try sample.log(String(repeating: "x", count: 1_990))
    #expect(try sample.submit(receipt(log, of: long)).events.isEmpty)
    #expect(throws: Refusal.self) { try sample.submit(receipt(.byHand, of: long)) }
    let own = MessageTemplate("received", to: .customer, "Since {was}")
    try sample.submit(.setTemplate(SetTemplate(own, replacing: nil)))
    #expect(try sample.submit(receipt(log, of: order)).events.isEmpty)
    #expect(throws: Refusal.missing(.order(number), fields: ["was"])) {
      try sample.submit(receipt(.byHand, of: order))
    }
    sample.office.customers.change(SampleOffice.mercy) {
      $0.phone = PersonalText(id: Identifier(70), words: PersonalText.erased)
    }
    let known = try sample.order(order)
    #expect(!sample.office.canBeTold(.customer, of: known))
    #expect(throws: Refusal.missing(.customer("Mercy Hospital"), fields: ["phone"])) {
      try sample.submit(receipt(.byHand, of: order))
    }
    #expect(try sample.submit(receipt(log, of: order)).events.isEmpty)
  }

  @Test("an undo recalls what waits in one step with the action", .verifies("UX-05"))
  func caught() throws {
    var sample = sample
    let before = try #require(try sample.order(order).openVisit?.start)
    let move = MoveVisit(
      start: before + .hours(1), replacingStart: before, replacingTechnician: SampleOffice.ana)
    let told = try sample.submit(
      .moveVisit(order, move), send(.template("time"), cause: .with("work-order.move")))
    let undone = try sample.submit(group: told.inverse)
    #expect(try message(sample).state == .recalled)
    #expect(try sample.order(order).openVisit?.start == before)
    let again = try sample.submit(group: undone.inverse)
    #expect(try message(sample).state == .waiting)
    #expect(try sample.order(order).openVisit?.start == before + .hours(1))

    sample.now += .seconds(30)
    try sample.submit(report(.queued))
    try sample.submit(report(.sent))
    let late = try sample.submit(group: again.inverse)
    #expect(try sample.order(order).openVisit?.start == before, "the action is undone all the same")
    #expect(try message(sample).state == .sent)
    #expect(!late.events.contains { if case .workOrder(_, .message) = $0 { true } else { false } })
    #expect(try message(sample).hasLeft)
    #expect(throws: Refusal.messageLeft(try sample.order(order).number, try message(sample))) {
      try sample.submit(.recallMessage(order, RecallMessage(id)))
    }
    try sample.submit(
      .sendMessage(order, SendMessage(id: Identifier(9), to: .customer, .template("correction"))))
    let correction = try #require(try sample.order(order).messages.last)
    #expect(correction.words.words.contains("Tue 24 November at 15:42, no longer holds. Ana Ruiz comes on"))
  }

  @Test("each step is an event, once, and a failure is tried again and an alert", .verifies("MSG-08"))
  func states() throws {
    var sample = sample
    let written = try sample.submit(send(.template("time")))
    #expect(try sample.submit(report(.queued)).events.isEmpty, "it is not due yet")
    sample.now += .seconds(31)
    #expect(try sample.submit(report(.queued)).events == [.workOrder(order, .message(id, .queued))])
    #expect(try sample.submit(report(.queued)).events.isEmpty)
    try sample.submit(report(.failed("no such folder: /x")))
    #expect(try message(sample).why == "no such folder: /x")
    var alerts = Board(sample.office, now: sample.now).alerts.filter { $0.id.kind == .messageFailed }
    #expect(alerts.map(\.orderID) == [order])
    #expect(sample.office.outbox(at: sample.now).isEmpty)
    #expect(sample.office.outbox(at: sample.now + .minutes(1)).map(\.message.id) == [id])
    try sample.submit(report(.failed("no such folder: /x")))
    #expect(sample.office.outboxDue == sample.now + .minutes(2))
    try sample.submit(report(.sent))
    #expect(try sample.submit(report(.sent)).events.isEmpty)
    alerts = Board(sample.office, now: sample.now).alerts.filter { $0.id.kind == .messageFailed }
    #expect(alerts.isEmpty && sample.office.outboxDue == nil)
    #expect(throws: Refusal.self, "u must not pass over it to the action before") {
      try sample.submit(group: written.inverse)
    }
    try sample.submit(report(.delivered))
    #expect(try message(sample).state == .delivered)
    try sample.submit(report(.failed("number is not in use")))
    #expect(try message(sample).state == .delivered)
  }

  @Test("work that has ended stays of the day until its messages are out")
  func ended() throws {
    var sample = sample
    try sample.submit(send(.template("time")))
    try sample.submit(.cancelWorkOrder(order, CancelWorkOrder(reason: .customer, words: "")))
    sample.now += .hours(30)
    try sample.submit(.closeDay(CloseDay(due: sample.office.lastDayEnd(at: sample.now))))
    #expect(sample.office.order(order) != nil)
    try sample.submit(report(.sent))
    #expect(try sample.order(order).messages.map(\.state) == [.sent])
    #expect(!sample.office.isOfRunningDay(try sample.order(order)))
  }

  @Test("what told no time is corrected by when it was said", .verifies("MSG-02", "UX-05"))
  func corrected() throws {
    var sample = sample
    let correction = Command.sendMessage(
      order, SendMessage(id: Identifier(9), to: .customer, .template("correction")))
    let number = try sample.order(order).number
    #expect(throws: Refusal.missing(.order(number), fields: ["was"])) { try sample.submit(correction) }
    let held = try sample.submit(.holdWorkOrder(order, HoldWorkOrder(reason: .parts, note: "belt")))
    try sample.submit(send(.template("held")))
    sample.now += .seconds(31)
    try sample.submit(report(.queued))
    try sample.submit(report(.sent))
    try sample.submit(group: held.inverse)
    try sample.submit(correction)
    let words = try #require(try sample.order(order).messages.last).words.words
    #expect(
      words.contains("told you about order \(number), Tue 24 November at 10:42, no longer holds. Ana"),
      "\(words)")
  }
}

extension SampleOffice {
  /// A group of commands that was made by an inverse.
  @discardableResult
  mutating func submit(group commands: [Command]) throws(Refusal) -> Decision {
    now += .seconds(1)
    let decision = try office.deciding(commands, at: now, override: "a test")
    office = decision.after
    return decision
  }
}
