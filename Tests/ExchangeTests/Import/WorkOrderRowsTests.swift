import Domain
import Exchange
import Settings
import TestSupport
import Testing

@Suite("Work orders from rows")
struct WorkOrderRowsTests {
  /// What became of each row of a file, decided on an office that starts empty.
  struct Imported {
    var office = WorkOrderRowsTests.emptyOffice
    var read = 0
    var created = 0
    var updated = 0
    var skipped = 0
    var refused: [(line: Int, reason: RowRefusal)] = []
    var addsUp: Bool { read == created + updated + skipped + refused.count }

    mutating func decide(_ command: ImportWorkOrder, rows: Int) throws {
      let stamp = Stamp(
        by: WorkOrderRowsTests.owner, at: Timestamp(seconds: 1_800_000_000),
        console: ConsoleID(high: 0, low: 1))
      let decision = try office.decide(
        Submission(
          id: Submission.ID(high: 0, low: UInt64(read)), stamp: stamp, commands: [.importWorkOrder(command)]))
      let isNew = decision.events.contains { if case .workOrder(_, .imported) = $0 { true } else { false } }
      if decision.events.isEmpty {
        skipped += rows
      } else {
        created += isNew ? 1 : 0
        updated += rows - (isNew ? 1 : 0)
      }
      office = decision.after
    }
  }

  static let owner = Person.ID(high: 1, low: 1)

  static var emptyOffice: Office {
    var office = Office(
      profile: OfficeProfile(name: "Test", zone: "UTC", currency: "EUR"), firstNumber: 1,
      at: Timestamp(seconds: 0))
    office.people[owner] = Person(
      id: owner, handle: "owner", name: PersonalText(id: Identifier(high: 2, low: 2), words: "Owner"),
      role: .owner)
    return office
  }

  static func load(_ name: String) throws -> ImportMap {
    let text = try #require(BuiltIn.maps[name])
    let loaded = ImportMap.load(text: text, file: name, kind: .workOrders)
    try #require(loaded.problems.isEmpty)
    return loaded.map
  }

  static func run(_ bytes: [UInt8], _ map: ImportMap, into before: Imported = Imported()) throws -> Imported {
    var result = Imported()
    result.office = before.office
    var reader = try DelimitedReader(delimiter: map.source.delimiter)
    var rows: WorkOrderRows?
    var counter: UInt64 = 0
    var outcomes: [(DelimitedRow, WorkOrderRows.Outcome)] = []
    func take(_ row: DelimitedRow) throws(ExchangeError) {
      guard var known = rows else {
        rows = try WorkOrderRows(map, header: row, office: before.office, zone: .utc) {
          counter += 1
          return (7, counter)
        }
        return
      }
      outcomes.append((row, known.take(row)))
      rows = known
    }
    try reader.feed(bytes) { row throws(ExchangeError) in try take(row) }
    try reader.finish { row throws(ExchangeError) in try take(row) }
    for (row, outcome) in outcomes {
      result.read += 1
      switch outcome {
      case .order(let command, _): try result.decide(command, rows: 1)
      case .joined, .known: break
      case .refused(let reason): result.refused.append((row.line, reason))
      }
    }
    for one in rows?.joined() ?? [] { try result.decide(one.command, rows: one.rows.count) }
    return result
  }

  @Test(
    "the five public files come in with reports that add up, and the second time nothing is created",
    .enabled(if: PublicData.hasWorkOrders, PublicData.absence),
    arguments: [
      ("sf-fire", "sf_fire_calls_2017w1.csv", 7_704, 3_560),
      ("boston-311", "boston311_2011-07a.csv", 4_706, 4_706),
      ("servicenow", "servicenow_incident_events.csv", 5_998, 890),
      ("excavator", "excavator_mwo.csv", 5_485, 5_127), ("nyc-311", "nyc311_2024-05_api.csv", 1_000, 1_000)
    ])
  func publicFiles(map name: String, file: String, rows: Int, orders: Int) throws {
    let map = try Self.load(name)
    let bytes = PublicData.bytes(of: "workorders/" + file)
    let first = try Self.run(bytes, map)
    #expect(first.read == rows)
    #expect(first.addsUp)
    #expect(first.created + first.refused.count >= orders - 2 && first.created <= orders)
    let second = try Self.run(bytes, map, into: first)
    #expect(second.addsUp)
    #expect(second.created == 0 && second.updated == 0)
    #expect(second.skipped + second.refused.count == rows)
  }

  @Test("a row whose cells a comma too many has shifted is refused, with its line and what is odd")
  func shifted() throws {
    let map = try Self.load("excavator")
    let lines = [
      "BscStartDate,Asset,OriginalShorttext,PMType,Cost", "2003-12-31,B,won,t swing,PM01",
      "2003-12-31,B,\"won,t swing\",PM01,12.40", "2004-01-02,B,engine hot,PM99,12.40",
      "2004-01-03,B,track loose,,", "2004-01-04,B,track loose,PM99,"
    ]
    let result = try Self.run(Array(lines.joined(separator: "\n").utf8), map)
    #expect(result.refused.map(\.line) == [2])
    #expect(result.refused.first?.reason == .shifted(columns: ["PMType", "Cost"]))
    #expect(result.created == 4 && result.addsUp)
  }

  @Test(
    "the excavators' file gives each machine its history: what was wrong and what it cost",
    .verifies("AST-03"),
    .enabled(if: PublicData.hasWorkOrders, PublicData.absence))
  func history() throws {
    let bytes = PublicData.bytes(of: "workorders/excavator_mwo.csv")
    let result = try Self.run(bytes, try Self.load("excavator"))
    let machines = result.office.equipment.inOrder
    #expect(machines.count == 5)
    for machine in machines {
      #expect(machine.history.count == Equipment.historyLimit)
      #expect(machine.history.allSatisfy { $0.cost != nil }, "\(machine.name)")
    }
  }

  @Test("what came of the work comes along: report, parts, times and cost", .verifies("AST-03"))
  func reports() throws {
    let map = ImportMap.load(
      text: """
        [fields]
        reference = "id"
        createdAt = { column = "opened", format = "dd/MM/yyyy HH:mm" }
        closedAt = { column = "opened", format = "dd/MM/yyyy HH:mm" }
        summary = "kind"
        site = "where"
        equipment = "what"
        note = "said"
        did = "did"
        cause = "why"
        parts = "parts"
        workMinutes = "minutes"
        cost = "cost"
        """, file: "test", kind: .workOrders
    ).map
    let rows = """
      id,opened,kind,where,what,said,did,why,parts,minutes,cost
      A1,01/07/2024 09:30,dead,Quay House,Lift 2,,new belt,wear,BLT-22 x 1; grease,70,12.5
      A2,02/07/2024 09:30,noise,Quay House,Lift 2,looked at,,,,,
      A3,03/07/2024 09:30,dead,Quay House,Lift 2,,,,,soon,
      A4,03/07/2024 09:30,dead,Quay House,Lift 2,,,,,,much

      """
    let result = try Self.run(Array(rows.utf8), map)
    #expect(
      result.refused.map(\.1) == [
        .badNumber(field: "workMinutes", text: "soon"), .badNumber(field: "cost", text: "much")
      ])
    #expect(result.office.equipment.inOrder.first?.history.map(\.did) == ["new belt", ""])
    let history = result.office.orders.inOrder.compactMap(\.serviceRecord).sorted {
      $0.closedAt < $1.closedAt
    }
    #expect(history.map(\.summary) == ["dead", "noise"] && history.map(\.did) == ["new belt", "looked at"])
    let first = try #require(history.first)
    #expect((first.cause, first.parts) == ("wear", ["BLT-22 x 1", "grease"]))
    #expect((first.work, first.cost) == (.minutes(70), Money(hundredths: 1_250)))
    let header = rows.prefix { $0 != "\n" }
    let later = "\(header)\nA1,01/07/2024 09:30,dead again,Quay House,Lift 2,,,,,,\n"
    let again = try Self.run(Array(later.utf8), map, into: result).office.orders.inOrder
    #expect(
      again.first { $0.summary == "dead again" }?.sourceReport?.did == "new belt", "nothing was said of it")
  }

  private static let map = ImportMap.load(
    text: """
      [source]
      zone = "Europe/London"
      missing = ["", "NULL"]
      one-row-per = "order"
      [fields]
      reference = "id"
      createdAt = { column = "opened", format = ["dd/MM/yyyy HH:mm", "yyyy-MM-dd"] }
      summary = { columns = ["kind", "detail"], join = " · " }
      priority = { column = "p", values = { "3" = "P1" }, default = "P4" }
      site = "where"
      lat = { column = "loc", pattern = '\\(([-0-9.]+), ([-0-9.]+)\\)', group = 1 }
      lon = { column = "loc", pattern = '\\(([-0-9.]+), ([-0-9.]+)\\)', group = 2 }
      technician = "who"
      onSiteAt = { column = "there", format = "dd/MM/yyyy HH:mm" }
      closedAt = { column = "closed", format = "dd/MM/yyyy HH:mm" }
      """, file: "test", kind: .workOrders
  ).map
  private static let header = "id,opened,kind,detail,p,where,loc,who,there,closed\n"

  @Test("leaves nobody on his way whom the source does not name any more")
  func changedTechnician() throws {
    func text(_ who: String) -> [UInt8] {
      Array((Self.header + "A1,01/07/2024 09:30,lift,dead,3,Quay House,NULL,\(who),NULL,NULL\n").utf8)
    }
    var result = try Self.run(text("Bob"), Self.map)
    for who in ["Carl", "Dora"] { result = try Self.run(text(who), Self.map, into: result) }
    let order = try #require(result.office.orders.unordered.first { _ in true })
    #expect(order.visits.count == 1)
    let technician = order.visits.first?.assignment.flatMap { result.office.technician($0.technician) }
    #expect(technician?.name.words == "Dora")
  }

  @Test("joins, translates, defaults and reads places and times by the map")
  func mapping() throws {
    let text =
      Self.header
      + "A1,01/07/2024 09:30,lift, stuck ,3,Quay House,\"(53.4, -2.99)\",E39,01/07/2024 10:00,NULL\n"
    let result = try Self.run(Array(text.utf8), Self.map)
    let order = try #require(result.office.orders.unordered.first { _ in true })
    #expect(order.summary == "lift ·  stuck ")
    #expect(order.priority == .p1 && order.priorityIsConfirmed)
    #expect(order.receivedAt.rfc3339 == "2024-07-01T09:30:00Z")
    #expect(result.office.site(order.site)?.coordinates == Coordinates(latitude: 53.4, longitude: -2.99))
    #expect(result.office.site(order.site)?.isProvisional == true)
    let technician = try #require(result.office.technician(order.technician))
    #expect(technician.handle == "e39" && technician.isProvisional)
    #expect(order.status == .onSite)
  }

  @Test("says nothing for the caller that the file does not say, and keeps its letters", .verifies("TRI-02"))
  func unsaid() throws {
    let map = ImportMap.load(
      text: """
        [fields]
        reference = "id"
        createdAt = "at"
        summary = "what"
        trade = "agency"
        """, file: "test", kind: .workOrders
    ).map
    let text = "id,at,what,agency\nA1,2024-05-01,hole,DOT\nA2,2024-05-01,noise,dot\nA3,2024-05-01,cold,HVAC\n"
    let result = try Self.run(Array(text.utf8), map)
    let orders = result.office.orders.inOrder
    #expect(orders.allSatisfy { $0.saidUrgency == nil && $0.requests.first?.saidUrgency == nil })
    #expect(orders.filter { $0.trade == Trade("dot") }.count == 2, "letters do not tell trades apart")
    let trades = result.office.trades
    #expect(trades.spelled(Trade("dot")) == "DOT" && trades.spelled(Trade("hvac")) == "hvac")
    #expect(trades.entries == Taxonomy.usual.entries, "how one is written makes it no trade of the list")
    #expect(try Self.run(Array(text.utf8), map, into: result).skipped == 3)
  }

  @Test("refuses a row with its reason and goes on with the others")
  func refusals() throws {
    let text =
      Self.header + "A1,99/99/2024 09:30,x,,3,,,,,\nA2,,x,,3,,,,,\nA3,2024-05-01,,,3,,,,,\nA4,2024-05-01,ok\n"
      + "A5,2024-05-01,fine,,3,,,,,\n"
    let result = try Self.run(Array(text.utf8), Self.map)
    #expect(result.refused.map(\.line) == [2, 3, 4, 5])
    #expect(
      result.refused.map(\.reason.code) == ["badDate", "missing createdAt", "missing summary", "ragged"])
    #expect(result.created == 1 && result.addsUp)
  }

  @Test("refuses an estimate that no order may have")
  func estimates() throws {
    let wrong = ["0", "-5", "43201", "527040", "an hour"]
    let text =
      "createdAt,summary,estimateMinutes\n"
      + (wrong + ["43200"]).map { "2026-11-24T08:00:00Z,lift,\($0)\n" }.joined()
    let result = try Self.run(Array(text.utf8), try Self.load("callout"))
    #expect(
      result.refused.map(\.reason)
        == wrong.map { RowRefusal.badNumber(field: "estimateMinutes", text: $0) })
    #expect(result.office.orders.inOrder.map(\.estimate) == [.days(30)])
    #expect(result.addsUp)
  }

  @Test("accepts times that contradict each other and flags them")
  func contradictions() throws {
    let text = Self.header + "A1,01/07/2024 09:30,x,,3,Here,,E1,01/07/2024 09:00,01/07/2024 08:00\n"
    let result = try Self.run(Array(text.utf8), Self.map)
    let order = try #require(result.office.orders.unordered.first { _ in true })
    #expect(
      order.anomalies.map(\.kind)
        == [.contradictoryTimes, .contradictoryTimes, .contradictoryTimes].prefix(order.anomalies.count).map {
          $0
        })
    #expect(order.anomalies.contains { $0.detail == "onSiteAt before createdAt" })
    #expect(order.status == .closed)
  }

  @Test("knows a row without a number by what it says")
  func withoutReference() throws {
    let text = Self.header + ",2024-05-01,same,,3,,,,,\n,2024-05-01,same,,3,,,,,\n,2024-05-01,other,,3,,,,,\n"
    let result = try Self.run(Array(text.utf8), Self.map)
    #expect(result.created == 2 && result.skipped == 1 && result.addsUp)
  }

  @Test("names the column that the header lacks, with the nearest")
  func missingColumn() throws {
    #expect(throws: ExchangeError.noColumn("opened", nearest: ["open"])) {
      try Self.run(
        Array("id,open,kind,detail,p,where,loc,who,there,closed\n1,2,3,4,5,6,7,8,9,10".utf8), Self.map)
    }
  }
}
