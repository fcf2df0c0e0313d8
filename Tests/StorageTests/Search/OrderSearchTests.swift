import Domain
import GRDB
import Storage
import TestSupport
import Testing

@Suite("Search while somebody types")
struct OrderSearchTests {
  private func office() throws -> SampleOffice {
    let office = try SampleOffice()
    for (low, words) in [(1, "burst pipe"), (2, "boiler knocks"), (3, "burst boiler")] as [(UInt64, String)] {
      let at = Timestamp(seconds: SampleOffice.start.seconds + Int64(low) * 60)
      try office.submit(SampleOffice.log(low, words, receivedAt: at))
    }
    return office
  }

  @Test("finds what a question finds, the newest first", .verifies("QUE-03"))
  func finds() throws {
    let office = try office()
    let search = OrderSearch(office.file)
    for text in ["bu", "burst b", "20001", "nothing", ""] {
      let hits = try search.newest(text, limit: 10, turn: search.nextTurn())
      #expect(try hits == office.file.search(text, limit: 10, ranked: false), "\(text)")
    }
    #expect(try search.newest("burst", limit: 1, turn: search.nextTurn())?.map(\.id.low) == [3])
  }

  @Test("a search is given up in its middle, and the next one is answered")
  func givenUp() async throws {
    let office = try office()
    defer { withExtendedLifetime(office) {} }
    let search = OrderSearch(office.file)
    let first = search.nextTurn()
    try hideOrders(of: office)
    let (beginnings, begins) = AsyncStream.makeStream(of: Void.self)
    let older = Task.detached {
      begins.finish()
      let hits = try search.newest("burst", limit: 10, turn: first)
      return (hits, ContinuousClock.now)
    }
    for await _ in beginnings {}
    try await Task.sleep(for: .milliseconds(300))
    let asked = ContinuousClock.now
    let second = search.nextTurn()
    let (hits, ended) = try await older.value
    #expect(hits == nil && ended - asked < .seconds(10), "\(ended - asked)")
    #expect(ended > asked, "it was under way when the next one was asked for")
    try showOrders(of: office)
    #expect(!search.isWanted(first) && search.isWanted(second))
    #expect(try search.newest("boiler", limit: 10, turn: second)?.count == 2)
  }

  @Test("a search that another one came before is not begun")
  func tooLate() throws {
    let office = try office()
    let search = OrderSearch(office.file)
    let first = search.nextTurn()
    _ = search.nextTurn()
    #expect(try search.newest("burst", limit: 10, turn: first) == nil)
  }

  /// Puts something in the orders' place that takes a search most of a minute to look through.
  private func hideOrders(of office: SampleOffice) throws {
    try office.raw().write { db in
      try db.execute(
        sql: """
          ALTER TABLE orders RENAME TO hidden;
          CREATE VIEW orders AS
            WITH RECURSIVE steps(n) AS (
              SELECT count(*) FROM hidden UNION ALL SELECT n + 1 FROM steps LIMIT 400000000)
            SELECT -n AS key, -n AS number, 1 AS running, NULL AS value FROM steps;
          """)
    }
  }

  private func showOrders(of office: SampleOffice) throws {
    try office.raw().write { try $0.execute(sql: "DROP VIEW orders; ALTER TABLE hidden RENAME TO orders;") }
  }

  @Test("sees what was written since, and goes on after it let go of the file")
  func goesOn() throws {
    let office = try office()
    let search = OrderSearch(office.file)
    _ = try search.newest("burst", limit: 10, turn: search.nextTurn())
    try office.submit(SampleOffice.log(9, "burst tank"))
    #expect(try search.newest("burst", limit: 10, turn: search.nextTurn())?.count == 3)
    search.close()
    #expect(try search.newest("tank", limit: 10, turn: search.nextTurn())?.count == 1)
  }
}
