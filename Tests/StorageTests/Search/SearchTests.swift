import Domain
import Foundation
import GRDB
import Storage
import TestSupport
import Testing

@Suite("Search")
struct SearchTests {
  private static let calls: [(UInt64, String, String?)] = [
    (1, "Burst pipe in the café kitchen", "0151 496-0123"), (2, "Boiler B-77/3 knocks", nil),
    (3, "冷蔵庫が故障しています", nil), (4, "ตู้เย็นเสีย ชั้นสอง", nil), (5, "Дверь не закрывается", nil),
    (6, "Boiler pressure low, burst valve", "01514960999")
  ]

  private func office() throws -> SampleOffice {
    let office = try SampleOffice()
    for (low, words, phone) in SearchTests.calls {
      let at = Timestamp(seconds: SampleOffice.start.seconds + Int64(low) * 60)
      try office.submit(SampleOffice.log(low, words, receivedAt: at, phone: phone))
    }
    return office
  }

  @Test(
    "finds by number, words, half words, serials, telephone, site and address", .verifies("QUE-03", "AST-02"),
    arguments: [
      ("20000", [1]), ("burst", [6, 1]), ("burst pi", [1]), ("BOIL", [6, 2]), ("cafe", [1]),
      ("café kitchen", [1]),
      ("B-77/3", [2]), ("01514960123", [1]), ("0151 496 0123", [1]), ("0151 4960", [6, 1]), ("冷蔵", [3]),
      ("故障", [3]), ("蔵庫が", [3]), ("庫", [3]), ("冷庫", []), ("เย็น", [4]), ("дверь", [5]),
      ("quay house boiler", [6, 2]), ("1 quay street", [6, 5, 4, 3, 2, 1]), ("burst boiler valve", [6]),
      ("nothing", []),
      ("", []), ("   ", []), ("-", [])
    ] as [(String, [UInt64])])
  func finds(_ text: String, _ expected: [UInt64]) throws {
    let hits = try office().file.search(text, limit: 10, ranked: false)
    #expect(hits.map(\.id.low) == expected)
  }

  @Test("a reference comes before what only has its parts, and an exact one before what it begins")
  func references() throws {
    let office = try office()
    for (low, reference) in [(20, "B-1"), (21, "B-12"), (22, "B-2"), (23, "B-1/7")] as [(UInt64, String)] {
      let at = Timestamp(seconds: SampleOffice.start.seconds + Int64(low) * 60)
      try office.submit(SampleOffice.log(low, "B door 1 of 12", receivedAt: at))
      let change = FieldChange(WorkOrder.Field.reference, from: nil, to: .plain(reference))
      try office.submit(.editWorkOrder(SampleOffice.order(low), EditWorkOrder([change])))
    }
    func found(_ text: String) throws -> [UInt64] {
      try office.file.search(text, limit: 10, ranked: false).map(\.id.low)
    }
    #expect(try found("B-1").prefix(2) == [20, 23])
    #expect(try found("b-12").first == 21)
    #expect(Set(try found("B-1")).count == (try found("B-1").count), "each once")
    #expect(Set(try found("B-1")).isSuperset(of: [20, 21, 22, 23]))
  }

  @Test("finds what was said at the end: why it was called off", .verifies("QUE-03"))
  func endings() throws {
    let office = try office()
    try office.submit(
      .cancelWorkOrder(
        SampleOffice.order(2), CancelWorkOrder(reason: .other, words: "the tenant mended it himself")))
    let hits = try office.file.search("mended himself", limit: 5, ranked: false)
    #expect(hits.map(\.id.low) == [2])
    #expect(hits.first?.excerpt == "the tenant mended it himself")
  }

  @Test("ranks on request, and cuts the text around the words")
  func ranked() throws {
    let office = try office()
    let long = String(repeating: "The tenant talked at length about his neighbours. ", count: 6)
    try office.submit(SampleOffice.note(2, long + "In the end he mentioned a hissing noise." + long))
    let hits = try office.file.search("hissing", limit: 10, ranked: true)
    #expect(hits.map(\.id.low) == [2])
    #expect(hits[0].excerpt.contains("hissing noise"))
    #expect(hits[0].excerpt.count <= 82)
    #expect(hits[0].siteName == "Quay House")
    #expect(Set(try office.file.search("boiler", limit: 10, ranked: true).map(\.id.low)) == [2, 6])
  }

  @Test("newer work hides no older, and the count is not the length of the list", arguments: [false, true])
  func parts(isRanked: Bool) throws {
    let office = try office()
    let old = (90..<93).map { SampleOffice.closedLongAgo($0, "burst main") }
    _ = try office.file.submitAll([office.submission(old)])
    let hits = try office.file.search("burst", limit: 2, ranked: isRanked)
    #expect(hits.map(\.isOpen) == [true, true, false, false])
    #expect(Set(hits.prefix(2).map(\.id.low)) == [6, 1])
    #expect(try office.file.searchCount("burst") == SearchCount(running: 2, older: 3))
    #expect(try office.file.searchCount("nowhere") == SearchCount(running: 0, older: 0))
  }

  @Test("an open order stands before what has ended today, however well that fits", arguments: [false, true])
  func openFirst(isRanked: Bool) throws {
    let office = try office()
    try office.submit(SampleOffice.note(2, "said hissing"))
    try office.submit(SampleOffice.note(6, "hissing, hissing"))
    try office.submit(
      .cancelWorkOrder(SampleOffice.order(6), CancelWorkOrder(reason: .other, words: "hissing")))
    let hits = try office.file.search("hissing", limit: 5, ranked: isRanked)
    #expect(hits.map(\.id.low) == [2, 6])
  }

  @Test("finds closed work, and what changed under its new words only")
  func changes() throws {
    let office = try office()
    _ = try office.file.submitAll([office.submission([SampleOffice.closedLongAgo(90, "flooded cellar")])])
    let hit = try office.file.search("flooded", limit: 5, ranked: false).first
    #expect(hit?.isOpen == false)
    let change = FieldChange(
      WorkOrder.Field.summary, from: .plain("Boiler B-77/3 knocks"), to: .plain("Chiller hums"))
    try office.submit(.editWorkOrder(SampleOffice.order(2), EditWorkOrder([change])))
    #expect(try office.file.search("chiller", limit: 5, ranked: false).map(\.id.low) == [2])
    let renamed = FieldChange(Site.Field.name, from: .plain("Quay House"), to: .plain("Harbour Court"))
    try office.submit(.editSite(SampleOffice.quayHouse, EditSite([renamed])))
    #expect(try office.file.search("harbour flooded", limit: 5, ranked: false).map(\.id.low) == [90])
    #expect(try office.file.search("harbour court chill", limit: 5, ranked: false).map(\.id.low) == [2])
    #expect(try office.file.search("quay house", limit: 5, ranked: false).isEmpty)
    #expect(try office.file.check().problems == [])
  }

  @Test("finds the work at a site under its new customer only")
  func changedCustomer() throws {
    let office = try office()
    let (old, new) = (Customer.ID(high: 61, low: 1), Customer.ID(high: 61, low: 2))
    try office.submit(
      .addCustomer(AddCustomer(Customer(id: old, name: "Harbour Trust", tier: .standard))),
      .addCustomer(AddCustomer(Customer(id: new, name: "Tidewater", tier: .standard))))
    for (from, to, found) in [(nil, old, "harbour trust"), (old, new, "tidewater")] {
      let moved = FieldChange(
        Site.Field.customer, from: from.map { .plain($0.description) }, to: .plain(to.description))
      try office.submit(.editSite(SampleOffice.quayHouse, EditSite([moved])))
      #expect(try office.file.search("\(found) knocks", limit: 5, ranked: false).map(\.id.low) == [2])
    }
    #expect(try office.file.search("harbour trust", limit: 5, ranked: false).isEmpty)
  }

  @Test(
    "takes any text as text",
    arguments: [
      "\"", "\"\"", "a\"b", "'; DROP TABLE orders; --", "burst AND", "OR", "NOT burst", "NEAR(burst pipe)",
      "burst*",
      "words:burst", "^burst", "{words} : burst", "(", ")", "burst +", "%s%n%x", "100%", "_", "\\",
      "\u{0}burst",
      "burst\u{0}", "\u{202E}tsrub", "𝕓urst", "🧯", String(repeating: "a", count: 100_000),
      String(repeating: "\" OR ", count: 2_000), "\u{1b}[2J", "-1", "rowid", "*"
    ])
  func hostile(_ text: String) throws {
    let office = try office()
    for ranked in [false, true] { _ = try office.file.search(text, limit: 10, ranked: ranked) }
    #expect(try office.file.search("pipe", limit: 10, ranked: false).map(\.id.low) == [1])
  }

  @Test(
    "stores and searches every hostile text there is",
    .enabled(if: PublicData.hasTexts, PublicData.absence))
  func everyHostileText() throws {
    let office = try SampleOffice()
    let naughty = try JSONDecoder().decode([String].self, from: Data(PublicData.bytes(of: "text/blns.json")))
    let payloads = try JSONDecoder().decode(
      [Payload].self, from: Data(PublicData.bytes(of: "text/terminal_payloads.json")))
    let texts = (naughty + payloads.compactMap(\.text)).filter { !$0.trimmed.isEmpty }
    #expect(texts.count > 300)
    let submissions = texts.enumerated().map {
      office.submission([SampleOffice.log(UInt64($0.offset + 1), $0.element)])
    }
    _ = try office.file.submitAll(submissions)
    for (place, text) in texts.enumerated() {
      let stored = try office.file.order(id: SampleOffice.order(UInt64(place + 1)))
      #expect(stored.map { Array($0.summary.utf8) } == Array(text.utf8))
      _ = try office.file.search(text, limit: 5, ranked: false)
    }
    #expect(try office.secondWindow().state.office == office.file.state.office)
    #expect(try office.file.check().problems == [])
  }

  private struct Payload: Decodable { let text: String? }
}
