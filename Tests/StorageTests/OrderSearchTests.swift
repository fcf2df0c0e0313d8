import Domain
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

  @Test("an older search is given up, and the next one is answered")
  func givenUp() throws {
    let office = try office()
    defer { withExtendedLifetime(office) {} }
    let search = OrderSearch(office.file)
    let first = search.nextTurn()
    let second = search.nextTurn()
    #expect(try search.newest("burst", limit: 10, turn: first) == nil)
    #expect(try search.newest("boiler", limit: 10, turn: second)?.count == 2)
    #expect(!search.isWanted(first) && search.isWanted(second))
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
