import Domain
import TestSupport
import Testing

@Suite("The code that a customer signs with")
struct SignOffTests {
  private var sample: SampleOffice
  private let order: WorkOrder.ID
  private let id = OutgoingMessage.ID(7_002)

  init() throws {
    sample = try SampleOffice()
    let phone = PersonalText(id: Identifier(70), words: "0151 496 0177")
    try sample.submit(
      .editCustomer(SampleOffice.mercy, EditCustomer([FieldChange(.phone, from: nil, to: .personal(phone))])))
    order = try sample.log("AHU-3 no air")
    try sample.assign(order, at: sample.now + .hours(4))
  }

  private func tell(_ code: String?) -> Command {
    let text = code.map { PersonalText(id: Identifier(72), words: $0) }
    return .sendMessage(order, SendMessage(id: id, to: .customer, .template("time"), code: text))
  }

  private func proof(_ report: SignOffProof?, code: String?) throws -> SignOffProof? {
    var sample = sample
    try sample.submit(tell("482193"))
    let name = Signature.by(PersonalText(id: Identifier(73), words: "Mr Osei"))
    try sample.submit(
      .completeVisit(
        order,
        CompleteVisit(CompletionReport(did: "reset", signature: name, proof: report), code: code)))
    return try #require(try sample.order(order).report).proof
  }

  @Test("SHA-256 is the standard's")
  func digest() {
    let known: [(String, String)] = [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        String(repeating: "a", count: 1_000),
        "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3"
      )
    ]
    for (text, hash) in known { #expect(Digest.sha256(Array(text.utf8)).description == hash) }
  }

  @Test("is in the customer's message and nowhere else but as a hash", .verifies("SGN-02"))
  func told() throws {
    var sample = sample
    try sample.submit(tell("482193"))
    let order = try sample.order(order)
    #expect(order.messages.last?.words.words.hasSuffix("tell our technician the code 482193.") ?? false)
    #expect(order.signOffSeals.count == 1)
    #expect(order.accepts(code: "482193"))
    #expect(!order.accepts(code: "482194") && !order.accepts(code: "") && !order.accepts(code: "48219"))
    let told = try #require(order.messages.last?.words.words)
    #expect(!order.withoutCodes(told).contains("482193"))
    #expect(order.withoutCodes("call 482194 or 0151 482193") == "call 482194 or 0151 ······")
    #expect(throws: Refusal.self) {
      try sample.submit(
        .sendMessage(
          self.order,
          SendMessage(
            id: Identifier(99), to: .customer, .template("time"),
            code: PersonalText(id: Identifier(74), words: "12ab"))))
    }
  }

  @Test("a text without a code stays as it was, and seals nothing")
  func untold() throws {
    var sample = sample
    try sample.submit(tell(nil))
    #expect(try sample.order(order).signOffSeals.isEmpty)
    #expect(try sample.order(order).messages.last?.words.words.contains("{") == false)
  }

  @Test("whoever decides looks at it himself, whatever a console claims", .verifies("SGN-02"))
  func judged() throws {
    #expect(try proof(nil, code: "482193") == .code)
    #expect(try proof(.code, code: "482194") == .wrongCode)
    #expect(try proof(.code, code: nil) == .wrongCode)
    #expect(try proof(.without("phone dead"), code: nil) == .without("phone dead"))
    #expect(try proof(nil, code: nil) == nil)
    #expect(throws: Refusal.self) { try proof(.without(" "), code: nil) }
  }
}

@Suite("The thread of an order")
struct OrderThreadTests {
  private func office() throws -> (SampleOffice, WorkOrder.ID) {
    var sample = try SampleOffice()
    let order = try sample.log("AHU-3 no air")
    try sample.assign(order, at: sample.now + .hours(4))
    return (sample, order)
  }

  @Test(
    "both sides read what the other has said, and only what was on their screen",
    .verifies("MSG-01", "MSG-13"))
  func read() throws {
    var (sample, order) = try office()
    for words in ["one", "two"] { try sample.submit(.useThread(order, UseThread(.say(words)))) }
    #expect(try sample.order(order).thread.unread(by: .technician).map(\.words) == ["one", "two"])
    #expect(try sample.order(order).thread.unread(by: .desk).isEmpty)
    var thread = try sample.order(order).thread
    #expect(thread.said(by: .desk) == 2 && thread.read(by: .technician) == 0)
    // What the desk itself has said is nothing that it has to read.
    try sample.submit(.useThread(order, UseThread(.read(9))))
    thread = try sample.order(order).thread
    #expect(thread.read(by: .desk) == 0 && thread.read(by: .technician) == 0)
  }

  @Test("what one technician has read is new to the one who has the order after him", .verifies("MSG-13"))
  func readAlone() throws {
    var (sample, order) = try office()
    try sample.submit(.useThread(order, UseThread(.say("gate B closes at five"))))
    try sample.submit(.useThread(order, UseThread(.read(9))), by: SampleOffice.person(SampleOffice.ana))
    let thread = try sample.order(order).thread
    #expect(thread.unread(by: .technician, SampleOffice.person(SampleOffice.ana)).isEmpty)
    #expect(thread.unread(by: .technician, Person.ID(high: 9, low: 9)).count == 1)
    #expect(thread.unread(by: .technician).isEmpty, "somebody has")
    var console = ConsoleID(7)
    let scoped = sample.office.scoped(to: Person.ID(high: 9, low: 9), console: console)
    #expect(scoped.order(order)?.thread.readers.isEmpty ?? true)
    console = ConsoleID(8)
    let own = sample.office.scoped(to: SampleOffice.person(SampleOffice.ana), console: console)
    #expect(own.order(order)?.thread.readers.map(\.person) == [SampleOffice.person(SampleOffice.ana)])
  }

  @Test(
    "what a technician wrote to the customer himself is in his part, to be taken back, without the number",
    .verifies("TEC-14"))
  func ownNotice() throws {
    var (sample, order) = try office()
    let phone = PersonalText(id: Identifier(70), words: "0151 496 0177")
    try sample.submit(
      .editCustomer(SampleOffice.mercy, EditCustomer([FieldChange(.phone, from: nil, to: .personal(phone))])))
    let ana = SampleOffice.person(SampleOffice.ana)
    let own = OutgoingMessage.ID(7_010)
    let desks = SendMessage(id: OutgoingMessage.ID(7_002), to: .customer, .template("time"))
    try sample.submit(.sendMessage(order, desks))
    try sample.submit(
      .sendMessage(order, SendMessage(id: own, to: .customer, .words("{technician} is late"))), by: ana)
    let part = sample.office.scoped(to: ana, console: ConsoleID(8))
    let messages = try #require(part.order(order)).messages
    #expect(messages.map(\.id) == [own] && messages[0].words.words.hasSuffix(" is late"))
    #expect(messages[0].address.words == "")
    let back = try part.deciding(
      [.recallMessage(order, RecallMessage(own))], by: ana, at: sample.now, override: nil)
    #expect(back.after.order(order)?.messages.last?.state == .recalled)
  }

  @Test("empty and endless words are refused")
  func refused() throws {
    var (sample, order) = try office()
    #expect(throws: Refusal.self) { try sample.submit(.useThread(order, UseThread(.say("  ")))) }
    #expect(throws: Refusal.self) {
      try sample.submit(.useThread(order, UseThread(.say(String(repeating: "a", count: 2_001)))))
    }
  }
}
