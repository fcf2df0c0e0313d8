import Domain
import GRDB
import Storage
import TestSupport
import Testing

@Suite("Ended work")
struct EndedWorkTests {
  private static let pump = Equipment.ID(high: 60, low: 1)
  private static let customer = Customer.ID(high: 61, low: 1)

  /// An order of an earlier day, changed before it is taken over.
  private func closed(
    _ low: UInt64, _ change: (inout ImportedWork) -> Void = { _ in }
  ) -> Command {
    guard case .importWorkOrder(var rule) = SampleOffice.closedLongAgo(low) else {
      return SampleOffice.closedLongAgo(low)
    }
    change(&rule.work)
    if rule.work.logged.equipment != nil {
      rule.equipment = [Equipment(id: Self.pump, name: "Pump 1", site: SampleOffice.quayHouse)]
    }
    if rule.work.logged.customer != nil {
      rule.customers = [Customer(id: Self.customer, name: "Harbour Trust", tier: .standard)]
    }
    return .importWorkOrder(rule)
  }

  @Test(
    "of a piece of equipment is found whole, what ended last first, however little its record remembers",
    .verifies("AST-03"))
  func equipment() throws {
    let office = try SampleOffice()
    let all = (1...30).map { closed(UInt64($0)) { $0.logged.equipment = Self.pump } } + [closed(40)]
    _ = try office.file.submitAll(all.map { office.submission([$0]) })
    let record = try #require(office.file.state.office.equipment(Self.pump))
    #expect(record.history.count == Equipment.historyLimit)
    let ended = try office.file.endedOrders(on: Self.pump, limit: 1_000)
    #expect(ended.map(\.reference) == (1...30).reversed().map { "R-\($0)" })
    // The order remembers its words, the record that it was.
    let kept = ended.prefix(20).compactMap(\.serviceRecord)
    #expect(kept.map(\.order) == record.history.reversed().map(\.order))
    #expect(kept.map(\.closedAt) == record.history.reversed().map(\.closedAt))
    #expect(try office.file.endedOrders(on: Self.pump, limit: 2).count == 2)
    #expect(try office.file.check().problems == [])
    try office.file.rebuild()
    #expect(try office.file.endedOrders(on: Self.pump, limit: 1_000).count == 30)
  }

  @Test("and every other record has a list of its entries, made anew by a rebuild", .verifies("AST-12"))
  func entriesOfRecords() throws {
    let office = try SampleOffice()
    let before = try office.file.entries(of: .site(SampleOffice.quayHouse))
    #expect(before.count == 1)
    let change = FieldChange<Site.Field>(.parking, from: nil, to: .plain("yard behind"))
    try office.submit(.editSite(SampleOffice.quayHouse, EditSite([change])))
    let entries = try office.file.entries(of: .site(SampleOffice.quayHouse))
    #expect(entries.count == 2)
    let story = FieldHistory.changes(of: .site(SampleOffice.quayHouse), field: "parking", in: entries)
    #expect(story.map(\.after) == ["yard behind"])
    #expect(try office.file.entries(of: .person(SampleOffice.owner)).count == 1)
    try office.file.rebuild()
    #expect(try office.file.entries(of: .site(SampleOffice.quayHouse)) == entries)
    #expect(try office.file.check().problems == [])
  }

  @Test("of a customer is found by the order's own word and by its site", .verifies("AST-16"))
  func customer() throws {
    let office = try SampleOffice()
    _ = try office.file.submitAll(
      [
        closed(1) { $0.logged.customer = Self.customer }, closed(2),
        closed(3) {
          $0.logged.customer = Self.customer
          $0.logged.site = nil
        }
      ].map { office.submission([$0]) })
    #expect(
      try office.file.endedOrders(at: SampleOffice.quayHouse, limit: 9).compactMap(\.reference) == [
        "R-2", "R-1"
      ])
    #expect(
      try office.file.endedOrders(of: Self.customer, limit: 9).compactMap(\.reference) == ["R-3", "R-1"])
    try office.submit(
      .editSite(
        SampleOffice.quayHouse,
        EditSite([FieldChange(.customer, from: nil, to: .plain(Self.customer.description))])))
    #expect(
      try office.file.endedOrders(of: Self.customer, limit: 9).compactMap(\.reference) == [
        "R-3", "R-2", "R-1"
      ])
  }

  @Test("keeps the events of an import once and still tells the command that was given")
  func told() throws {
    let office = try SampleOffice()
    let command = closed(1) { $0.logged.equipment = Self.pump }
    _ = try office.file.submitAll([office.submission([command])])
    let entry = try #require(try office.file.entries(since: 2, limit: 1).first)
    guard case .importWorkOrder(let told)? = entry.commands.first, case .importWorkOrder(let given) = command
    else {
      Issue.record("the entry tells of no import")
      return
    }
    #expect(entry.commands.count == 1 && told.equipment == given.equipment)
    #expect(told.work.visits == given.work.visits && told.work.logged.reference == "R-1")
    let size = try office.raw().read {
      try Int.fetchOne($0, sql: "SELECT length(body) FROM entries WHERE seq = 3") ?? 0
    }
    #expect(size < 2 * (try CompactEncoder().encode(entry.events).count))
  }
  @Test("tells of an import that brought records alone, and of each of two in one entry")
  func keptImports() throws {
    let office = try SampleOffice()
    try office.submit(closed(1), closed(2))
    try office.submit(SampleOffice.note(1, "worked on here"))
    let again = closed(1) { $0.logged.equipment = Self.pump }
    try office.submit(again)
    let entries = try office.file.entries(since: 2, limit: 9)
    #expect(entries.map(\.commands.count) == [2, 1, 1])
    #expect(entries.last?.events.count == 1)
    guard case .importWorkOrder(let told)? = entries.last?.commands.first else {
      Issue.record("the entry tells of no import")
      return
    }
    #expect(told.work.logged.reference == "R-1" && told.equipment.map(\.id) == [Self.pump])
  }
}
