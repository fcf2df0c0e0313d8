import Domain
import TestSupport
import Testing

@testable import Verbs

@Suite("What lists say to programs")
struct ListingKeysTests {
  /// An office where something of every kind has happened.
  private static func busyDesk(seed: UInt64) throws -> Desk {
    var desk = try ParsingTests.desk()
    var actions = EveryAction(seed: seed)
    let person = desk.person
    for step in 0..<900 {
      desk.now = desk.now + .seconds(.random(in: 0...120, using: &actions.numbers))
      let kinds: [EveryAction.Kind] = step < 60 ? [.log, .newCustomer, .assign] : EveryAction.Kind.allCases
      guard let kind = actions.kind(of: kinds),
        let command = actions.command(kind, in: desk.office, at: desk.now, by: person)
      else { continue }
      // What a rule refuses has not happened, and says nothing here.
      _ = try? desk.submit([command], verb: command.verb, override: "a test", accepts: true)
    }
    return desk
  }

  private static func listings(of desk: Desk) throws -> [(String, Listing)] {
    let office = desk.office
    let board = Board(office, now: desk.now)
    var listings = try ListKind.allCases.map { kind in
      (
        kind.rawValue,
        try Listing.of(
          kind, filter: nil, board: board, in: office, at: desk.now, person: desk.person,
          drafts: [ListedDraft(id: "1", form: "log", title: "x", savedAt: desk.now)],
          sessions: [
            DeskSession(
              id: Identifier(high: 1, low: 1), person: desk.person, terminal: "pts/3", process: 40,
              begunAt: desk.now, seenAt: desk.now)
          ])
      )
    }
    let orders = Array(office.orders.inOrder)
    let lines = orders.flatMap { order in
      History.lines(of: desk.entries, order: order.id, in: office, at: desk.now)
    }
    listings.append(("messages", .messages(of: orders, in: office, at: desk.now)))
    listings.append(("templates", .templates(in: office)))
    listings.append(("history", .history(lines, in: office, at: desk.now)))
    return listings
  }

  @Test("stands under the same names in tabs and as objects, whatever the rows of the moment lack")
  func names() throws {
    var filled: [String: Set<String>] = [:]
    for seed: UInt64 in 1...3 {
      for (name, listing) in try Self.listings(of: Self.busyDesk(seed: seed)) {
        let table = listing.machine
        #expect(table.header == listing.keys, "\(name): \(Set(table.header).subtracting(listing.keys))")
        #expect(Set(listing.keys).count == listing.keys.count, "\(name) names a column twice")
        #expect(table.rows.count == listing.rows.count && listing.tsv.count == listing.rows.count + 1)
        for row in table.rows {
          for (key, cell) in zip(table.header, row) where !cell.isEmpty {
            filled[name, default: []].insert(key)
          }
        }
      }
    }
    #expect(
      filled["work-orders"]?.isSuperset(of: ["number", "clocks", "customer.name", "hold.reason"]) ?? false)
    #expect(filled["technicians"]?.isSuperset(of: ["id", "presence", "utilisationPercent"]) ?? false)
  }

  @Test("has the ids and raw values of the objects")
  func values() throws {
    let desk = try ParsingTests.desk()
    let listing = Listing.technicians(Board(desk.office, now: desk.now), in: desk.office, at: desk.now)
    let table = listing.machine
    let ana = try #require(table.rows.first { $0.contains("ana") })
    let cells = Dictionary(uniqueKeysWithValues: zip(table.header, ana))
    #expect(cells["id"] == (try desk.technician("ana")).id.description)
    #expect(cells["presence"] == "available" && cells["late"] == "false" && cells["next"] == "20402")
    #expect(
      cells["nextStart"] == "2026-11-24T15:00:00Z" && cells["utilisationPercent"].flatMap { Int($0) } != nil)
  }

  @Test(
    "is narrowed by words and by the values of its columns; a name that none has is refused with the nearest")
  func narrowed() throws {
    var desk = try ParsingTests.desk()
    try desk.say("technician edit brandt zone=south")
    func listed(_ kind: ListKind, _ filter: String) throws -> [String] {
      try Listing.of(
        kind, filter: filter, board: Board(desk.office, now: desk.now), in: desk.office, at: desk.now,
        person: desk.person
      ).rows.compactMap { $0.json["handle"]?.text ?? $0.json["name"]?.text }
    }
    #expect(try listed(.technicians, "zone:south") == ["\"brandt\""])
    #expect(try listed(.technicians, "-zone:south lift") == ["\"ana\""])
    #expect(try listed(.technicians, "trade:hvac").count == 2 && listed(.technicians, "nobody").isEmpty)
    #expect(try listed(.people, "role:supervisor") == ["\"sam\""])
    #expect(try listed(.customers, "fresh") == ["\"FreshCo\""])
    for kind in ListKind.allCases {
      let fault = #expect(throws: UsageFault.self, "\(kind)") { try listed(kind, "colour:red") }
      #expect(fault?.message.contains("\"colour:\" is no") ?? false)
    }
    let fault = #expect(throws: UsageFault.self) { try listed(.alerts, "kinds:x") }
    #expect(fault?.nearest.first == "kind")
  }

  @Test(
    "says a site by its name where a call names the beginning of one, and takes no number for the beginning of another"
  )
  func places() throws {
    var desk = try ParsingTests.desk()
    try desk.say(#"site add "Store 112" --customer FreshCo"#)
    func logged(_ site: String) throws -> (LogWorkOrder, [String]) {
      let proposal = try desk.proposal("log \"lamp out\" at \"\(site)\" P4")
      guard case .logWorkOrder(let log)? = proposal.commands.first else { throw Surprise.noProposal }
      return (log, proposal.warnings)
    }
    #expect(try logged("Store 1").0.provisionalSite?.name == "Store 1")
    #expect(try logged("store 112").1.isEmpty)
    #expect(try logged("Quay").1 == ["\"Quay\" is taken for Quay House."])
  }

  @Test("lists the views with their digits, counts and filters")
  func views() throws {
    let listing = Listing.views(SavedView.list(.queue, saved: []), counts: Array(0..<8))
    #expect(listing.machine.header == listing.keys && listing.rows.count == 8)
    #expect(listing.ndjson[1].contains("\"digit\":2,\"name\":\"P1 and breached\",\"rows\":1"))
  }

  @Test("says of each visit whether it is pinned")
  func pinned() throws {
    var desk = try ParsingTests.desk()
    func isPinned() throws -> Bool {
      Objects.workOrder(try desk.order(20_402), in: desk.office, at: desk.now).text.contains(
        "\"pinned\":true")
    }
    #expect(try !isPinned())
    try desk.say("pin 20402 time")
    #expect(try isPinned())
  }
}
