import Foundation
import TestSupport
import Testing

@Suite("The first start in a terminal", .serialized, .verifies("UX-09"))
struct FirstStartTests {
  @Test("guides to an office, goes on after a kill, and ends at the four panes")
  func guided() throws {
    let binary = try Binary()
    let first = try Terminal(binary)
    #expect(first.shows("There is no office here yet"))
    first.type("1")
    #expect(first.shows("Currency"))
    first.type("Riverside\u{13}")
    #expect(first.shows("People at the desk"))
    first.type("Sam Lee\r\r")
    #expect(first.shows("--handle sam"))
    kill(first.process, SIGKILL)
    #expect(first.ended() == -SIGKILL)
    let second = try Terminal(binary)
    #expect(second.shows("Sam Lee"))
    second.type("\u{13}")
    #expect(second.shows("sam may act here as a dispatcher"))
    var mark = second.bytes.count
    second.type("\u{0E}")
    #expect(second.shows("Technicians", since: mark))
    second.type("Ana Ruiz\t\tnonsense:9\u{13}")
    #expect(second.shows("nonsense"))
    mark = second.bytes.count
    second.type("\u{0E}\u{0E}\u{0E}")
    #expect(second.shows("open the console", since: mark))
    mark = second.bytes.count
    second.type("\r")
    #expect(second.shows("Timeline", since: mark))
    second.type("qq")
    #expect(second.ended() == 0)
    let people = try binary.run("list", "people", "--json").objects.compactMap { $0["handle"] as? String }
    #expect(people.sorted() == ["bea", "sam"])
    let third = try Terminal(binary)
    #expect(third.shows("Alerts"), "it is not begun again")
    third.type("qq")
    #expect(third.ended() == 0)
  }

  @Test("imports what it has shown first")
  func imports() throws {
    let binary = try Binary()
    try binary.run("init", "--name", "Riverside", "--zone", "UTC")
    let file = binary.home.appending(path: "sites.csv")
    try Data("Name,Street\nQuay House,4 Water St\n".utf8).write(to: file)
    let map = binary.home.appending(path: "sites.toml")
    try Data("[fields]\nname = \"Name\"\naddress = \"Street\"\n".utf8).write(to: map)
    let terminal = try Terminal(binary)
    #expect(terminal.shows("People at the desk"))
    terminal.type("\u{0E}\u{0E}\u{0E}")
    #expect(terminal.shows("pieces of equipment"))
    terminal.type("\t\(file.path())\t\(map.path())\r")
    #expect(terminal.shows("Would be: 1 row read"))
    #expect(try binary.run("list", "sites", "--json").objects.isEmpty)
    terminal.type("\r")
    #expect(terminal.shows("0 customers, 1 site,"))
    #expect(try binary.run("list", "sites", "--json").objects.count == 1)
    kill(terminal.process, SIGTERM)
    #expect(terminal.ended() == 143)
  }

  @Test("says the shell's way where there is no full screen")
  func noTerminal() throws {
    let answer = try Binary().run(words: [])
    #expect(answer.status == 3)
    #expect(answer.errors.contains("callout init --name NAME begins one, callout demo shows one."))
    #expect(answer.errors.split(separator: "\n").count == 1)
    var dumb = try Binary()
    dumb.more = ["TERM": "dumb"]
    let terminal = try Terminal(dumb)
    #expect(terminal.shows("callout init --name NAME begins one"))
    #expect(terminal.ended() == 3)
  }

  @Test("shows a made-up day instead, and offers the tour there once")
  func demo() throws {
    let binary = try Binary(now: nil)
    let terminal = try Terminal(binary)
    #expect(terminal.shows("made-up day"))
    terminal.type("2")
    #expect(terminal.shows("New here?"))
    terminal.type(":tour\r")
    #expect(terminal.shows("Tour 1 of 13"))
    terminal.type("\u{1B}")
    #expect(terminal.shows("Tour left"))
    terminal.type("qq")
    #expect(terminal.ended() == 0)
    #expect(try binary.run(words: []).status == 3, "the office itself was not begun")
  }
}
