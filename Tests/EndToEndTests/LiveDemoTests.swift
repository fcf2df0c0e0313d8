import Foundation
import Glibc
import TestSupport
import Testing

@Suite("A live demonstration", .serialized, .verifies("ADM-10", "UX-09"))
struct LiveDemoTests {
  private func words(_ binary: Binary, _ more: String...) -> [String] {
    ["demo", "--live", "--closed", "20", "--db", binary.home.path() + "/live.db"] + more
  }

  @Test("is played without a console for some hours, goes on from there, and leaves the file whole")
  func headless() throws {
    let binary = try Binary()
    let sandbox = ["--db", binary.home.path() + "/live.db"]
    let first = try binary.run(words: words(binary, "--headless", "--hours", "2", "--speed", "600"))
    #expect(first.status == 0, "\(first.errors)")
    let calls = try binary.run(words: ["ledger", "--since", "0", "--json"] + sandbox).objects
    let last = try #require(calls.last?["recordedAt"] as? String)
    #expect(last > "2026-11-24T11:00:00Z" && last <= "2026-11-24T12:42:00Z")
    let again = try binary.run(words: words(binary, "--headless", "--hours", "3", "--speed", "600"))
    #expect(again.status == 0, "\(again.errors)")
    let other = try binary.run(words: words(binary, "--headless", "--hours", "3", "--seed", "7"))
    #expect(other.status == 3 && other.errors.contains("callout demo --live --seed 1 goes on"), "\(other)")
    let more = try binary.run(words: ["ledger", "--since", "0", "--json"] + sandbox).objects
    #expect(more.count > calls.count)
    #expect(Set(more.compactMap { $0["commandId"] as? String }).count == more.count)
    #expect(try binary.run(words: ["check"] + sandbox).status == 0)
    let events = more.flatMap { $0["events"] as? [String] ?? [] }
    #expect(
      Set(events).isSuperset(of: ["visitAccepted", "arrivedOnSite", "visitDone", "workLogged"]),
      "\(Set(events))")
  }

  @Test("is played by the console that shows it, says that it is a sandbox, and stands when that is left")
  func console() throws {
    var binary = try Binary()
    binary.now = nil
    let terminal = try Terminal(binary, words: words(binary, "--speed", "600"))
    #expect(terminal.shows("sandbox 600x"))
    terminal.type("q")
    #expect(terminal.shows("again"))
    let mark = terminal.bytes.count
    terminal.type("q")
    #expect(terminal.shows("live.db opens it again", since: mark), "where the day is kept")
    #expect(terminal.ended() == 0)
    let sandbox = ["--db", binary.home.path() + "/live.db"]
    let seen = try binary.run(words: ["note", "20418", "where is the clock"] + sandbox)
    #expect(seen.status == 0, "\(seen.errors)")
    let again = try binary.run(words: ["note", "20418", "and now"] + sandbox)
    #expect(again.status == 0)
    let told = try binary.run(words: ["ledger", "--since", "0", "--json"] + sandbox).objects.suffix(2)
    #expect(Set(told.compactMap { $0["recordedAt"] as? String }).count == 1, "nobody plays: the time stands")
    #expect(try binary.run(words: ["check"] + sandbox).status == 0)
  }

  @Test("ends each day that it passes at full speed, as of its end")
  func days() throws {
    let binary = try Binary()
    let sandbox = ["--db", binary.home.path() + "/live.db"]
    let played = try binary.run(words: words(binary, "--headless", "--hours", "60", "--speed", "86400"))
    #expect(played.status == 0, "\(played.errors)")
    let told = try binary.run(words: ["ledger", "--since", "0", "--json"] + sandbox).objects
    let ends = told.filter { ($0["events"] as? [String])?.contains("dayClosed") ?? false }
    let at = ends.compactMap { $0["at"] as? String }.filter { "2026-11-24T10:42:00Z" < $0 }
    #expect(at == ["2026-11-25T06:00:00Z", "2026-11-26T06:00:00Z"])
    #expect(try binary.run(words: ["check"] + sandbox).status == 0)
  }

  @Test("is refused over a real office")
  func realOffice() throws {
    let binary = try Binary()
    #expect(try binary.run("init", "--name", "Riverside", "--zone", "UTC").status == 0)
    let refused = try binary.run("demo", "--live", "--headless", "--hours", "1", "--db", binary.database)
    #expect(refused.status == 3 && refused.errors.contains("is a real office"))
    #expect(try binary.run("demo", "--speed", "9").status == 2)
  }
}
