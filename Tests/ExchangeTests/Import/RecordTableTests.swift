import Domain
import Exchange
import Settings
import TestSupport
import Testing

@Suite("Records that are exported and imported")
struct RecordTableTests {
  /// What an import map calls what a verb sets by its own means.
  private static let besides: [ImportKind: Set<String>] = [.technicians: ["skill", "shift"]]

  private static func fields(of kind: ImportKind) -> Set<String> {
    switch kind {
    case .customers: Set(Customer.Field.allCases.map(\.rawValue))
    case .sites: Set(Site.Field.allCases.map(\.rawValue))
    case .equipment: Set(Equipment.Field.allCases.map(\.rawValue))
    case .technicians: Set(Technician.Field.allCases.map(\.rawValue))
    case .workOrders: []
    }
  }

  @Test(
    "have a name in a map for every field that a verb sets", .verifies("AST-01", "AST-03"),
    arguments: ImportKind.allCases)
  func everyField(kind: ImportKind) {
    let wanted = Self.fields(of: kind).union(Self.besides[kind] ?? [])
    #expect(wanted.subtracting(kind.fields).isEmpty, "no map can fill them")
    let other = kind.fields.subtracting(wanted).subtracting(["lat", "lon", "reference"])
    #expect(kind == .workOrders || other.isEmpty, "no verb sets them")
  }

  /// Words that a spreadsheet would compute, that end a field, and plain ones.
  private static let words = [
    "", "Quay House", "=1+1", "'=1+1", "''-x", "-5", "'-5", "+44 151", "@home", "a, b; c", "say \"so\"",
    "two\nlines", "tab\there", "Zoë ✓", "'", "O'Hara"
  ]

  private static func office(seed: UInt64) throws -> Office {
    var numbers = RepeatableNumbers(seed: seed)
    func pick<Value>(_ values: [Value]) -> Value { values[Int(numbers.next() % UInt64(values.count))] }
    func id<Subject>() -> Identifier<Subject> {
      Identifier(high: numbers.next() | 1 << 63, low: numbers.next())
    }
    func fill<R: Record>(_ record: inout R, except: Set<R.Field>, _ texts: [R.Field: [String]]) throws {
      for field in R.Field.allCases where !except.contains(field) {
        let text = pick(texts[field] ?? words)
        try record.set(field, to: text.trimmed.isEmpty ? nil : text)
      }
    }
    var office = WorkOrderRowsTests.emptyOffice
    var technicians: [Technician.ID] = []
    for number in 0..<6 {
      var one = Technician(
        id: id(), handle: "t\(number)",
        name: PersonalText(id: id(), words: "Tech \(number) \(pick(words))".trimmed),
        hours: pick([nil, OpeningHours.always]))
      try fill(
        &one, except: [.name, .handle],
        [
          .home: ["", "53.4,-2.99"], .breaks: ["", "12:00-12:30"], .toldBy: ["", "message"],
          .rate: ["", "65.00"],
          .callOut: ["", "40.00"], .insured: ["", "2027-01-31"]
        ])
      one.skills = pick([[], [Skill(trade: Trade("lift"), level: 2, expiresOn: CivilDate(iso: "2027-01-31"))]]
      )
      office.technicians[one.id] = one
      technicians.append(one.id)
    }
    let wishes = ["", technicians[1].description, "\(technicians[0]) \(technicians[2])"]
    var customers: [Customer] = []
    for number in 0..<8 {
      var one = Customer(id: id(), name: "C\(number) \(pick(words))".trimmed, tier: pick(Tier.allCases))
      try fill(
        &one, except: [.name, .tier, .contract],
        [
          .parent: [""] + customers.map(\.id.description), .language: ["", "de"], .prefers: wishes,
          .refuses: wishes
        ])
      customers.append(one)
      office.customers[one.id] = one
    }
    var sites: [Site.ID] = []
    for number in 0..<8 {
      var one = Site(id: id(), name: "S\(number) \(pick(words))".trimmed, customer: pick(customers).id)
      try fill(
        &one, except: [.name, .customer, .accessCode, .timeZone],
        [.at: ["", "53.408,-2.991"], .hours: ["", "Mon-Fri 08:00-18:00"]])
      office.sites[one.id] = one
      sites.append(one.id)
    }
    for number in 0..<8 {
      var one = Equipment(id: id(), name: "E\(number) \(pick(words))".trimmed, site: pick(sites))
      try fill(
        &one, except: [.name, .site, .parent],
        [
          .purchased: ["", "2014-02-28"], .warranty: ["", "2027-01-12"], .status: ["inService", "retired"],
          .criticality: ["normal", "critical"]
        ])
      office.equipment[one.id] = one
    }
    return office
  }

  private static let stamp = Stamp(
    by: WorkOrderRowsTests.owner, at: Timestamp(seconds: 1), console: ConsoleID(high: 7, low: 1))

  /// Reads the table as the file that it becomes; what was refused is said.
  private static func take(_ table: RecordTable, _ kind: ImportKind, into office: inout Office) throws -> Int
  {
    let map = try #require(BuiltIn.maps["callout"])
    let loaded = ImportMap.load(text: map, file: "callout", kind: kind)
    try #require(loaded.problems.isEmpty, "\(loaded.problems)")
    let file = ([table.header] + table.rows).map { DelimitedWriter.line($0) }.joined()
    var reader = try DelimitedReader(delimiter: ",")
    var rows: RecordRows?
    var changed = 0
    var counter = 0 as UInt64
    var all: [DelimitedRow] = []
    try reader.feed(Array(file.utf8)) { row throws(ExchangeError) in all.append(row) }
    try reader.finish { row throws(ExchangeError) in all.append(row) }
    for row in all {
      guard var known = rows else {
        rows = try RecordRows(loaded.map, kind: kind, header: row, office: office, zone: .utc) {
          counter += 1
          return (11, counter)
        }
        continue
      }
      let commands = try known.commands(for: row, in: office)
      rows = known
      if commands.isEmpty { continue }
      changed += 1
      counter += 1
      let stamp = Self.stamp
      office = try office.decide(
        Submission(
          id: Submission.ID(high: 3, low: counter),
          stamp: stamp,
          commands: commands)
      ).after
    }
    return changed
  }

  @Test(
    "come back as they were: nothing changes where they are, and another office gets the same",
    .verifies("AST-01", "AST-03"), arguments: 1...30 as ClosedRange<UInt64>)
  func roundTrip(seed: UInt64) throws {
    var office = try Self.office(seed: seed)
    var other = WorkOrderRowsTests.emptyOffice
    for kind in [ImportKind.technicians, .customers, .sites, .equipment] {
      let table = RecordTable(kind, in: office, hasPhones: true)
      #expect(table.rows.count >= 6)
      #expect(try Self.take(table, kind, into: &office) == 0, "\(kind) of seed \(seed)")
      _ = try Self.take(table, kind, into: &other)
      let back = RecordTable(kind, in: other, hasPhones: true)
      #expect(back.header == table.header)
      for (was, now) in zip(table.rows, back.rows) { #expect(was == now, "\(kind) of seed \(seed)") }
      #expect(back.rows.count == table.rows.count)
    }
  }

  @Test(
    "leave telephone numbers and access codes out unless numbers are asked for, and take none away",
    arguments: [ImportKind.technicians, .customers, .sites])
  func phones(kind: ImportKind) throws {
    var office = try Self.office(seed: 1)
    let numbers = RecordTable(kind, in: office, hasPhones: true)
    let place = try #require(numbers.header.firstIndex(of: "phone"))
    #expect(numbers.rows.contains { !$0[place].isEmpty } && !numbers.header.contains("accessCode"))
    let plain = RecordTable(kind, in: office)
    #expect(!plain.header.contains("phone") && !plain.header.contains("accessCode"))
    #expect(plain.header.count == numbers.header.count - 1)
    #expect(try Self.take(plain, kind, into: &office) == 0)
    #expect(RecordTable(kind, in: office, hasPhones: true).rows == numbers.rows)
  }

  /// Reads a file of work orders as an export of ours; how many rows the office knew.
  private static func take(_ file: String, into office: inout Office) throws -> Int {
    let text = try #require(BuiltIn.maps["callout"])
    let map = ImportMap.load(text: text, file: "callout", kind: .workOrders).map
    var reader = try DelimitedReader(delimiter: ",")
    var all: [DelimitedRow] = []
    try reader.feed(Array(file.utf8)) { row throws(ExchangeError) in all.append(row) }
    try reader.finish { row throws(ExchangeError) in all.append(row) }
    var counter = 0 as UInt64
    let header = try #require(all.first)
    var rows = try WorkOrderRows(map, header: header, office: office, zone: .utc) {
      counter += 1
      return (12, counter)
    }
    var known = 0
    for row in all.dropFirst() {
      switch rows.take(row) {
      case .known: known += 1
      case .order(let command, _):
        counter += 1
        let stamp = Self.stamp
        let submission = Submission(
          id: Submission.ID(high: 3, low: counter), stamp: stamp, commands: [.importWorkOrder(command)])
        office = try office.decide(submission).after
      case .joined, .refused: Issue.record("\(row)")
      }
    }
    return known
  }

  @Test("take work orders back by their own ids, and leave those alone that are there")
  func orders() throws {
    var office = WorkOrderRowsTests.emptyOffice
    let first = """
      reference,createdAt,summary,description,priority,trade,site,technician,assignedAt,onSiteAt,closedAt,status,estimateMinutes,did,parts,cost\r
      A1,2026-11-24T08:00:00Z,=lift dead,two people,P1,lift,Quay House,ana,,,,,45,,,\r
      A2,2026-11-23T08:00:00Z,boiler,,P3,hvac,Mill,jo,2026-11-23T09:00:00Z,2026-11-23T10:00:00Z,2026-11-23T11:00:00Z,closed,,new pump,P-3 x 1; seal,90.00\r

      """
    #expect(try Self.take(first, into: &office) == 0)
    #expect(office.orders.inOrder.map(\.estimate).contains(.minutes(45)))
    let rows = office.orders.inOrder.map { OrderRow.cells($0, in: office) }
    let file = ([OrderRow.header] + rows).map { DelimitedWriter.line($0) }.joined()
    #expect(try Self.take(file, into: &office) == 2)
    var other = WorkOrderRowsTests.emptyOffice
    #expect(try Self.take(file, into: &other) == 0)
    // For when Ana was sent to the lift no row says: it waits for somebody. Who was at the boiler is told.
    let columns = try ["status", "technician", "assignedAt"].map {
      try #require(OrderRow.header.firstIndex(of: $0))
    }
    var expected = rows
    for row in rows.indices where rows[row][columns[0]] == "dispatched" {
      for (column, cell) in zip(columns, ["ready", "", ""]) { expected[row][column] = cell }
    }
    #expect(expected != rows)
    #expect(rows.contains { $0.suffix(7) == ["new pump", "", "", "P-3 x 1; seal", "", "", "90.00"] })
    #expect(other.orders.inOrder.map { OrderRow.cells($0, in: other) } == expected)
  }

  @Test(
    "send nobody again for whom no row says when, and keep who had set out",
    arguments: WorkOrderStatus.allCases)
  func sent(status: WorkOrderStatus) throws {
    let id = WorkOrder.ID(high: 1 << 63 | 5, low: 4)
    let file = """
      id,createdAt,summary,technician,assignedAt,status\r
      \(id),2026-11-24T08:00:00Z,lift dead,ana,2026-11-24T09:12:00Z,\(status.rawValue)\r

      """
    var office = WorkOrderRowsTests.emptyOffice
    #expect(try Self.take(file, into: &office) == 0)
    let order = try #require(office.order(id))
    switch status {
    case .new, .triage, .ready, .tentative, .scheduled, .dispatched, .accepted, .held:
      #expect(order.visits.isEmpty && order.firstAssignedAt == nil)
      #expect(order.status == .ready)
    case .travelling, .onSite, .review, .notDone, .closed, .cancelled, .duplicate:
      let assignment = order.visits.last?.assignment
      #expect(office.technician(assignment?.technician)?.handle == "ana")
    }
  }
}
