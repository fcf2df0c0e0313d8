import Domain
import TestSupport
import Testing
import Verbs

@Suite("Queue filter")
struct QueueFilterTests {
  private static let now = Timestamp(seconds: 1_790_000_000)
  private static let bea = Person.ID(high: 1, low: 1)
  private static let sam = Person.ID(high: 1, low: 2)

  private func row(
    _ number: Int, _ priority: Priority = .p3, trade: String? = nil, zone: String? = nil,
    minutes: Int64? = nil,
    waits: Span = .hours(3), claimed: Person.ID? = nil, followUp: FollowUp? = nil, hold: HoldReason? = nil,
    tier: Tier? = nil, status: WorkOrderStatus = .ready, site: String = "Quay House", isQueued: Bool = true,
    technician: Technician.ID? = nil
  ) -> QueueRow {
    let clock = minutes.map { left in
      ClockFace(
        kind: .response, state: left < 0 ? .breached : .running, dueAt: Self.now + .minutes(left),
        remaining: .minutes(left), paused: .zero, metAt: nil, changesAt: nil)
    }
    return QueueRow(
      id: .init(high: 2, low: UInt64(number)), number: number, status: status, priority: priority,
      clock: clock,
      receivedAt: Self.now - waits, trade: trade.map { Trade($0) }, siteName: site, customerName: "Estates",
      zone: zone, summary: "the door sticks", window: nil, score: Score(terms: []),
      claimedBy: claimed == nil ? nil : "BL", isFlagged: followUp != nil, hold: hold, hasAnomaly: false,
      tier: tier,
      claim: claimed.map { Claim(by: $0, at: Self.now) }, followUp: followUp,
      age: waits < .hours(1) ? .new : .today, isQueued: isQueued, technician: technician)
  }

  private func shows(_ text: String, _ row: QueueRow) throws -> Bool {
    let day = ZoneRules.utc.date(at: Self.now)
    return try QueueFilter(text).matches(row, in: FilterMoment(now: Self.now, today: day, person: Self.bea))
  }

  @Test("narrows by every field that orders have", .verifies("QUE-02"))
  func fields() throws {
    let lift = row(1, .p2, trade: "lift", zone: "north", minutes: 30, tier: .gold)
    for text in [
      "trade:lift,doors", "zone:north", "territory:nor", "region:north", "p:2", "p:1,2", "priority:P2", "P2",
      "site:quay", "customer:estates", "client:est", "status:ready", "tier:gold", "due<2h", "due>10m",
      "age>2h",
      "age<4h", "age:today", "waiting:dispatch", "-held", "-trade:hvac", "unclaimed", "-others", "\"door\"",
      "sticks",
      "trade:lift,doors zone:north due<2h -held \"door\"", ""
    ] { #expect(try shows(text, lift), "\(text)") }
    for text in [
      "trade:hvac", "zone:south", "p:1,3", "site:library", "status:held", "tier:silver", "due>2h", "due<10m",
      "age>2d", "age:new", "held", "-trade:lift", "claimed", "mine", "flagged", "breached", "urgent",
      "held:parts"
    ] { #expect(try !shows(text, lift), "\(text)") }
  }

  @Test("finds whose work it is by handle and by name, among all open orders", .verifies("QUE-02"))
  func technicians() throws {
    let office = Self.office
    let moment = FilterMoment(office, at: Self.now, person: nil)
    let (anas, nobodys) = (row(1, isQueued: false, technician: Self.ana), row(2))
    for text in ["technician:ana", "tech:an", "technician:ruiz", "technician:jo,ana", "technician:"] {
      #expect(try QueueFilter(text).matches(anas, in: moment), "\(text)")
      #expect(try !QueueFilter(text).matches(nobodys, in: moment), "\(text)")
      #expect(try QueueFilter(text).isOpen, "\(text): what somebody has is not among the unassigned")
    }
    #expect(try !QueueFilter("technician:jo").matches(anas, in: moment))
    #expect(try QueueFilter("-technician:ana").matches(nobodys, in: moment))
    #expect(try !QueueFilter("-technician:ana").matches(anas, in: moment))
    #expect(try !QueueFilter("-technician:ana").isOpen)
    let board = Board(queue: [nobodys])
    let offered = QueueFilter.completions(of: "technician:a", at: 12, board: board, office: office)
    #expect(offered.map(\.text) == ["technician:ana"])
    #expect(
      try QueueFilter("technician:anna").slip(board: board, office: office)?.contains("ana is near") == true)
    #expect(try QueueFilter("technician:ruiz").slip(board: board, office: office) == nil)
  }

  private static let ana = Technician.ID(high: 3, low: 1)

  private static var office: Office {
    var office = Office(
      profile: OfficeProfile(name: "Riverside", zone: "UTC", currency: "EUR"), firstNumber: 1, at: now)
    office.technicians[ana] = Technician(
      id: ana, handle: "ana", name: PersonalText(id: .init(high: 9, low: 1), words: "Ana Ruiz"), skills: [],
      hours: nil)
    return office
  }

  @Test("tells mine from others by the person, not by initials", .verifies("QUE-02"))
  func claims() throws {
    #expect(try shows("mine", row(1, claimed: Self.bea)) && shows("-others", row(1, claimed: Self.bea)))
    #expect(try !shows("mine", row(1, claimed: Self.sam)) && !shows("-others", row(1, claimed: Self.sam)))
  }

  @Test("knows what is to be followed up by today", .verifies("TRI-13"))
  func due() throws {
    let day = ZoneRules.utc.date(at: Self.now)
    let flags = [-1, 0, 1].map { FollowUp(until: day.adding(days: $0), by: Self.bea, at: Self.now) }
    #expect(try flags.map { try shows("due", row(1, followUp: $0)) } == [true, true, false])
    #expect(try shows("flagged", row(1, followUp: flags[2])))
    #expect(try shows("due", row(1, followUp: FollowUp(until: nil, by: Self.bea, at: Self.now))))
  }

  @Test("each count's filter shows what it counts", .verifies("QUE-07"))
  func buckets() throws {
    let parts = row(1, hold: .parts, status: .held, isQueued: false)
    #expect(try shows(QueueBucket.parts.filter, parts) && QueueFilter(QueueBucket.parts.filter).isOpen)
    #expect(try shows(QueueBucket.urgent.filter, row(1, minutes: -5)) && shows("urgent", row(1, .p1)))
    #expect(try shows(QueueBucket.new.filter, row(1, status: .new)) && !shows("waiting:new", row(1)))
    #expect(try shows(QueueBucket.ageNew.filter, row(1, waits: .minutes(4))))
  }

  @Test(
    "says what a word is not and which one is near",
    arguments: [
      ("trde:lift", "trade"), ("waiting:prts", "parts"), ("age:tody", "today"), ("held:part5", "parts")
    ])
  func slips(_ text: String, _ near: String) {
    do throws(UsageFault) {
      _ = try QueueFilter(text)
      Issue.record("\(text) was understood")
    } catch {
      #expect(error.nearest.first == near && error.message.contains("\(near)"), "\(error.message)")
    }
  }

  @Test("completes fields, marks and values")
  func completion() {
    let office = Office(
      profile: OfficeProfile(name: "Riverside", zone: "UTC", currency: "EUR"), firstNumber: 1, at: Self.now)
    let board = Board(queue: [row(1, site: "Mercy")])
    func words(_ text: String) -> [String] {
      QueueFilter.completions(of: text, at: text.count, board: board, office: office).map(\.text)
    }
    #expect(words("tra") == ["trade:"])
    #expect(words("-hel").contains("-held"))
    #expect(words("p2 site:m") == ["site:Mercy"])
    #expect(words("waiting:parts,app") == ["waiting:parts,approval"])
    #expect(words("\"door").isEmpty)
  }

  @Test("filters ten thousand rows while a key is pressed", .verifies("QUE-02"))
  func many() throws {
    let rows = (0..<10_000).map {
      row($0, trade: $0.isMultiple(of: 7) ? "lift" : "hvac", zone: "north", minutes: 90)
    }
    let filter = try QueueFilter("trade:lift zone:north due<2h -held \"door\"")
    let moment = FilterMoment(now: Self.now, today: ZoneRules.utc.date(at: Self.now), person: nil)
    #expect(rows.count { filter.matches($0, in: moment) } == 1_429)
  }

  @Test("a word means a status by its name, too", .verifies("QUE-02"))
  func statusWords() throws {
    let done = row(1, status: .review)
    #expect(try shows("review", done) && shows("rev", done) && shows("done", done) && !shows("-review", done))
    #expect(try shows("site", row(2, status: .onSite, site: "Elm")) == false)
    #expect(try shows("onsite", row(2, status: .onSite)) && shows("travelling", row(3, status: .travelling)))
    #expect(try !shows("review", row(4)) && !shows("re", row(5, status: .review, site: "Elm")))
  }
}
