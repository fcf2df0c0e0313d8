import Domain
import Exchange
import Settings
import TestSupport
import Testing

@Suite("Records that a refused row would have made")
struct RefusedRecordTests {
  private func rows(_ header: String, kind: ImportKind, _ office: Office) throws -> RecordRows {
    let fields = header.split(separator: ",").map { "\($0) = \"\($0)\"" }.joined(separator: "\n")
    let loaded = ImportMap.load(text: "[source]\n\n[fields]\n\(fields)\n", file: "map", kind: kind)
    try #require(loaded.problems.isEmpty, "\(loaded.problems)")
    return try RecordRows(
      loaded.map, kind: kind, header: try row(header), office: office, zone: .utc, identifier: { (9, 9) })
  }

  private func row(_ line: String) throws -> DelimitedRow {
    var reader = try DelimitedReader(delimiter: ",")
    var found: DelimitedRow?
    try reader.feed(Array((line + "\n").utf8)) { row throws(ExchangeError) in found = row }
    try reader.finish { row throws(ExchangeError) in found = row }
    return try #require(found)
  }

  @Test("are made by the next row that names them")
  func nextRow() throws {
    let office = WorkOrderRowsTests.emptyOffice
    var sites = try rows("name,customer,lat,lon", kind: .sites, office)
    do {
      _ = try sites.commands(for: try row("Quay House,Harbour,north,east"), in: office)
      Issue.record("a place north by east was taken")
    } catch is RowRefusal {}
    let commands = try sites.commands(for: try row("Mill,Harbour,53,-3"), in: office)
    guard commands.count == 2, case .addCustomer(let made) = commands[0], case .addSite = commands[1] else {
      Issue.record("\(commands)")
      return
    }
    #expect(made.customer.name == "Harbour")

    var equipment = try rows("name,site", kind: .equipment, office)
    // The office refused the first of them: it does not have the site when the second comes.
    _ = try equipment.commands(for: try row("Boiler,Mill"), in: office)
    let pump = try equipment.commands(for: try row("Pump,Mill"), in: office)
    #expect(pump.count == 2)

    var technicians = try rows("name,skill", kind: .technicians, office)
    _ = try technicians.commands(for: try row("Ana Ruiz,lift:3"), in: office)
    let again = try technicians.commands(for: try row("Ana Ruiz,lift:4"), in: office)
    guard case .addTechnician(let ana)? = again.first else {
      Issue.record("\(again)")
      return
    }
    #expect(ana.technician.handle == "anaruiz")
  }

  @Test("are none of somebody else by the same handle, who is refused and not lost")
  func handle() throws {
    let office = WorkOrderRowsTests.emptyOffice
    var technicians = try rows("name,handle", kind: .technicians, office)
    #expect(try technicians.commands(for: try row("Kim Lo,kim"), in: office).count == 1)
    #expect(throws: RowRefusal.handleTaken(handle: "kim", by: "Kim Lo")) {
      _ = try technicians.commands(for: try row("Bad,kim"), in: office)
    }
    #expect(throws: Never.self) { _ = try technicians.commands(for: try row("Kim Lo,kim"), in: office) }
  }

  @Test("come with the next order that refers to them, once")
  func nextOrder() {
    func order(_ low: UInt64, at site: Site.ID, bringing sites: [Site] = []) -> ImportWorkOrder {
      let at = Timestamp(seconds: 1_800_000_000)
      let request = WorkRequest(
        id: WorkRequest.ID(high: 5, low: low), words: "leak", urgency: .soon, source: .import, receivedAt: at)
      var logged = LoggedWork(
        id: WorkOrder.ID(high: 4, low: low), number: 0, request: request, receivedAt: at, summary: "leak",
        priority: .p3)
      logged.site = site
      return ImportWorkOrder(ImportedWork(logged: logged), sites: sites)
    }
    let mill = Site(id: Site.ID(high: 3, low: 1), name: "Mill", customer: nil, isProvisional: true)
    var orphans = MadeRecords()
    orphans.take(over: order(1, at: mill.id, bringing: [mill]))
    var elsewhere = order(2, at: Site.ID(high: 3, low: 2))
    let concernsOther = orphans.complete(&elsewhere)
    var second = order(3, at: mill.id)
    let concernsNext = orphans.complete(&second)
    var third = order(4, at: mill.id)
    let concernsLater = orphans.complete(&third)
    #expect(!concernsOther && concernsNext && !concernsLater)
    #expect(second.sites == [mill] && third.sites == [])
  }
}
