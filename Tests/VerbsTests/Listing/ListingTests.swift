import Domain
import TestSupport
import Testing

@testable import Verbs

@Suite("Lists and sheets")
struct ListingTests {
  @Test("hides telephone numbers in lists, not where one record is asked for")
  func phones() throws {
    var desk = try Desk()
    try desk.say(#"customer edit FreshCo phone="0151 496 0155""#)
    try desk.say(#"site edit "Store 9" phone="0151 496 0177""#)
    let listed = Listing.customers(in: desk.office).ndjson + Listing.sites(in: desk.office).ndjson
    let text = listed.joined(separator: "\n")
    #expect(!text.contains("0155") && !text.contains("0177"))
    #expect(text.contains("••••55") && text.contains("••••77"))
    let customer = try #require(desk.office.customers.inOrder.first { $0.name == "FreshCo" })
    #expect(Objects.record(customer, in: desk.office).text.contains("0151 496 0155"))
    #expect(Listing.customers(in: desk.office, hidesPhones: false).ndjson.joined().contains("0151 496 0155"))
  }

  @Test("lists who is at a console here, and the joined consoles with their clocks and what ends them")
  func consoles() throws {
    let desk = try Desk()
    let session = DeskSession(
      id: Identifier(high: 1, low: 1), person: desk.person, terminal: "pts/3", process: 40,
      begunAt: desk.now - .hours(2), seenAt: desk.now)
    let joined = [Span.minutes(7), -.minutes(3), .seconds(60)].enumerated().map { number, skew in
      JoinedConsole(
        id: ConsoleID(high: 0x3f2a_91c0_0000_0000, low: UInt64(number)), person: desk.person,
        joinedAt: desk.now - .days(3), invitedBy: desk.person,
        revokedAt: number == 1 ? desk.now - .hours(1) : nil, revokedBy: number == 1 ? desk.person : nil,
        seenAt: number == 2 ? nil : desk.now - .minutes(4), clockSkew: skew,
        version: number == 2 ? nil : "0.1.0", lacks: [12, 0, nil][number],
        copyOf: number == 2 ? ConsoleID(high: 0x9910_0000_0000_0000, low: 1) : nil)
    }
    let listing = Listing.consoles([session], joined, in: desk.office, at: desk.now)
    let joins = ["joined 3f2a91c0", "joined 3f2a91c0", "joined 3f2a91c0, copy of 99100000"]
    #expect(listing.rows.map { $0.cells[4] } == ["pts/3"] + joins)
    #expect(listing.rows.map { $0.cells[7] } == ["", "0.1.0", "0.1.0", ""])
    #expect(listing.rows.map { $0.cells[8] } == ["", "12 behind", "", ""])
    #expect(
      listing.rows.map { $0.cells[6] } == ["", "7 min behind this one", "3 min ahead of this one", ""])
    #expect(listing.rows[1].cells[3].hasPrefix("4 min ago"))
    let who = Wording(office: desk.office, now: desk.now).person(desk.person)
    #expect(
      listing.rows[1].cells[2].hasSuffix("by \(who)") && listing.rows[2].cells[3].hasSuffix("by \(who)"))
    #expect(listing.rows[2].cells[3].hasPrefix("revoked") && listing.rows[3].cells[3] == "not yet")
    #expect(listing.ndjson[1].contains("\"clockSkewSeconds\":420"))
    #expect(listing.ndjson[1].contains("\"version\":\"0.1.0\"") && listing.ndjson[1].contains("\"lacks\":12"))
  }

  func listing(_ kind: ListKind, filter: String? = nil, _ desk: Desk) throws -> Listing {
    try Listing.of(
      kind, filter: filter, board: Board(desk.office, now: desk.now), in: desk.office, at: desk.now,
      person: desk.person)
  }

  @Test("people are found by the words in handle, name and role", .verifies("USR-01"))
  func people() throws {
    let desk = try ParsingTests.desk()
    let all = try listing(.people, desk).rows.count
    let technicians = try listing(.people, filter: "Technician", desk).rows
    #expect(!technicians.isEmpty && technicians.count < all)
    #expect(technicians.allSatisfy { $0.cells[2] == "technician" })
    #expect(try listing(.people, filter: "zzzz", desk).rows.isEmpty)
  }

  @Test(
    "every list has a header, cells for each column and an object for each row", arguments: ListKind.allCases)
  func shapes(kind: ListKind) throws {
    let desk = try ParsingTests.desk()
    let listing = try listing(kind, desk)
    let mayBeEmpty: [ListKind] = [
      .drafts, .alerts, .holds, .followUps, .consoles, .conflicts, .sendingRules, .review
    ]
    #expect(mayBeEmpty.contains(kind) || !listing.rows.isEmpty)
    for row in listing.rows { #expect(row.cells.count == listing.columns.count && row.json.keys.count > 2) }
    #expect(listing.tsv.first?.split(separator: "\t").map(String.init) == listing.keys)
    #expect(listing.ndjson.allSatisfy { !$0.contains("\n") })
  }

  @Test(
    "the queue lists the unassigned, filtered by trade, zone, time left, marks and words", .verifies("QUE-03")
  )
  func queue() throws {
    let desk = try ParsingTests.desk()
    #expect(try listing(.queue, desk).rows.map { $0.cells[1] } == ["20401"])
    #expect(try listing(.workOrders, filter: "trade:lift,doors", desk).rows.map { $0.cells[1] } == ["20401"])
    #expect(try listing(.workOrders, filter: "zone:south -p1", desk).rows.map { $0.cells[1] } == ["20402"])
    #expect(try listing(.workOrders, filter: "due<2h", desk).rows.map { $0.cells[1] } == ["20401"])
    #expect(try listing(.workOrders, filter: "-held \"lift\"", desk).rows.map { $0.cells[1] } == ["20401"])
    #expect(try listing(.workOrders, filter: "mine", desk).rows.isEmpty)
    #expect(throws: UsageFault.self) { try listing(.queue, filter: "colour:red", desk) }
    #expect(throws: UsageFault.self) { try listing(.queue, filter: "due<soon", desk) }
  }

  @Test("marks follow the order: claimed is mine, flagged is flagged")
  func marks() throws {
    var desk = try ParsingTests.desk()
    try desk.say("claim 20401")
    try desk.say("flag 20402")
    #expect(try listing(.workOrders, filter: "mine", desk).rows.map { $0.cells[1] } == ["20401"])
    #expect(try listing(.workOrders, filter: "-claimed flagged", desk).rows.map { $0.cells[1] } == ["20402"])
  }

  @Test("tabs and line ends inside a value are escaped, columns line up")
  func forms() {
    let listing = Listing(
      columns: ["A", .right("B")], keys: "a b.c",
      rows: [
        .init(["x\ty\nz\\", "1"], .object([.init("a", "x\ty\nz\\"), .init("b", .object([.init("c", 1)]))])),
        .init(["q", "1000"], .object([.init("d", .array([1, 2])), .init("a", "q")]))
      ])
    #expect(listing.tsv == ["a\tb.c\td", "x\\ty\\nz\\\\\t1\t", "q\t\t1 2"])
    let cleaned = listing.table(clean: { String($0.map { $0.isWhitespace ? "?" : $0 }) })
    #expect(cleaned == ["A          B", "x?y?z\\     1", "q       1000"])
    let long = Listing(
      columns: ["A"], keys: "a", rows: [.init([String(repeating: "x", count: 60)], .object([]))])
    #expect(long.table()[1].hasSuffix("…") && long.table(isWhole: true)[1].count == 60)
  }

  @Test(
    "show has every term of the score, the clocks' arithmetic and the steps of the priority",
    .verifies("TRI-02", "TRI-03", "SLA-01"))
  func show() throws {
    let desk = try ParsingTests.desk()
    let order = try desk.order(20_401)
    let text = Sheets.workOrder(order, in: desk.office, at: desk.now).joined(separator: "\n")
    let score = desk.office.score(of: order, at: desk.now)
    for term in score.terms { #expect(text.contains("\(term.kind.rawValue) \(term.points)")) }
    #expect(text.contains("respond by 11:42") && text.contains("contract Gold P1") && text.contains("24x7"))
    for step in desk.office.proposedPriority(of: order).steps { #expect(text.contains(Wording.step(step))) }
    #expect(text.contains("hot surfaces") && !text.contains("4711"))
  }

  @Test("show says what was done to the equipment before, and not the order itself")
  func before() throws {
    var desk = try ParsingTests.desk()
    let logged = { (words: String) in
      try desk.say("log \"\(words)\" at \"Store 9\" --equipment \"AHU-9\"")
      return try #require(desk.office.orders.unordered.first { $0.summary == words }).number
    }
    let number = try logged("no air")
    try desk.say("assign \(number) ana 11:00 --yes")
    try desk.say("complete \(number) \"filter changed\" --cause dirt --work 30m")
    try desk.say("close \(number)")
    let later = try logged("no air again")
    let (closed, next) = (try desk.order(number), try desk.order(later))
    #expect(next.equipment != nil && next.equipment == closed.equipment && closed.isEnded)
    let lines = { (order: WorkOrder) in
      Sheets.workOrder(order, in: desk.office, at: desk.now).filter { $0.hasPrefix("  before") }
    }
    #expect(lines(next).count == 1 && lines(next).allSatisfy { $0.contains("\(number) filter changed") })
    #expect(lines(closed).isEmpty, "\(lines(closed))")
  }

  @Test("show says that a newer console has changed an order")
  func newer() throws {
    let desk = try ParsingTests.desk()
    var order = try desk.order(20_401)
    #expect(!Sheets.workOrder(order, in: desk.office, at: desk.now).contains { $0.hasPrefix("Newer") })
    order.needsNewerConsole = true
    let lines = Sheets.workOrder(order, in: desk.office, at: desk.now)
    #expect(lines[1].hasPrefix("Newer") && lines[1].contains("a newer console has changed it"))
  }

  @Test("a day sheet tells a technician where, when, whom to ask and what to beware of", .verifies("TML-16"))
  func daySheet() throws {
    var desk = try ParsingTests.desk()
    try desk.say("assign 20401 ana 11:00 --yes")
    let sheet = desk.office.daySheet(
      of: try desk.technician("ana"), on: desk.office.today(at: desk.now), at: desk.now)
    let text = Sheets.day(sheet, in: desk.office, at: desk.now).joined(separator: "\n")
    #expect(text.contains("Ana Ruiz · Tue 24 Nov 2026 · 07:00–19:00"))
    #expect(text.contains("11:00–12:30  20401") && text.contains("15:00–16:30  20402"))
    #expect(text.contains("hot surfaces") && text.contains("Mercy Hospital") && !text.contains("4711"))
    #expect(Objects.day(sheet, in: desk.office)["technician"] == "ana")
  }

  @Test(
    "the attachments of an order are shown with name, type and hash, who put them there and when",
    .verifies("DOC-04"))
  func attachments() throws {
    var desk = try ParsingTests.desk()
    let digest = try #require(Digest(rawBytes: [UInt8](repeating: 0xAB, count: 32)))
    let order = try desk.order(20_401)
    try desk.submit(
      [.attachFile(order.id, AttachFile(sha256: digest, name: "door.jpg", type: "image/jpeg", bytes: 12))],
      verb: "work-order.attach")
    let attachedAt = desk.now
    desk.now += .hours(3)
    let after = try desk.order(20_401)
    let wording = desk.wording()
    let file = Sheets.workOrder(after, in: desk.office, at: desk.now).first { $0.hasPrefix("File") } ?? ""
    #expect(file.contains("door.jpg, image/jpeg, 12 bytes, abab"), "\(file)")
    #expect(
      file.hasSuffix("attached \(wording.time(attachedAt)) by \(wording.person(desk.person))"), "\(file)")
    let json = Objects.workOrder(after, in: desk.office, at: desk.now)["attachments"]
    let members = try #require(json?.text)
    let handle = try #require(desk.office.person(desk.person)?.handle)
    for part in [digest.description, "\"by\":\"\(handle)\"", "\"at\":\"\(attachedAt.rfc3339)\""] {
      #expect(members.contains(part), "\(members)")
    }
    guard
      case .chore(.attach(order.id, number: 20_401, path: "door.jpg")) = try desk.act("attach 20401 door.jpg")
    else {
      Issue.record("attach is no chore")
      return
    }
  }
}
