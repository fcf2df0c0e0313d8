import Foundation
import TestSupport
import Testing

@Suite("A technician's own face in a terminal", .serialized)
struct TechStoryTests {
  private func office() throws -> Binary {
    let binary = try Binary()
    try binary.run("init", "--name", "Riverside", "--zone", "UTC")
    try binary.run(
      "technician", "add", "Ana Flores", "--handle", "ana", "--skill", "lift:3", "--shift",
      "Mon-Sun 00:00-23:59")
    try binary.run("customer", "add", "Harbour")
    try binary.run("site", "add", "Quay House", "--customer", "Harbour")
    try binary.run("site", "edit", "Quay House", "hazards=hot surfaces")
    try binary.run("log", "lift dead", "at", "Quay House", "P3", "--trade", "lift")
    try binary.run("log", "secret of others", "at", "Quay House", "P3", "--trade", "lift")
    #expect(try binary.run("assign", "20001", "ana", "11:00", "--yes").status == 0)
    return binary
  }

  @Test(
    "from the order to the signature by plain keys on a phone, each step on record as his own",
    .verifies("TEC-04", "TEC-13", "SGN-02"))
  func day() throws {
    let binary = try office()
    let terminal = try Terminal(binary, words: ["--as", "ana", "tech"], columns: 40, rows: 15)
    #expect(terminal.shows("20001"))
    for (keys, words) in [
      ("a", "t travelling"), ("t", "o on site"), ("o", "hot surfaces"), ("\r", "c complete"),
      ("nbelt is worn\r", "belt is worn"), ("c", "0 of 4")
    ] {
      terminal.type(keys)
      #expect(terminal.redrawn(words), "\(words)")
    }
    terminal.type("Belt changed\r1\r2\r\r\r\r2Mr Osei\rhis phone is dead\r\r")
    #expect(terminal.redrawn("No work is yours now."))
    #expect(!terminal.text.contains("secret of others"))
    terminal.type("qq")
    #expect(terminal.ended() == 0)
    let order = try binary.json("show", "20001")
    #expect(order["status"] as? String == "review")
    let history = try binary.run("history", "20001", "--json").objects
    // Who accepts at once has said more than that he has seen it.
    for verb in ["accept", "travel", "on-site", "complete"] {
      let entry = history.first { $0["verb"] as? String == verb }
      #expect(entry?["person"] as? String == "ana", "\(verb)")
    }
    #expect(history.contains { "\($0)".contains("Hazards read on arrival: hot surfaces") })
  }

  @Test("callout opens a technician's own face, also on the office's own file", .verifies("USR-03"))
  func ownFace() throws {
    let binary = try office()
    let terminal = try Terminal(binary, words: ["--as", "ana"], columns: 80, rows: 24)
    #expect(terminal.redrawn("20001"))
    #expect(!terminal.text.contains("secret of others") && !terminal.text.contains("unassigned"))
    terminal.type("qq")
    #expect(terminal.ended() == 0)
  }

  @Test(
    "works while the office is away, and what was done is there when it is back",
    .verifies("TEC-20", "TEC-04"))
  func offline() throws {
    let served = try ServedOffice(Binary())
    let binary = served.binary
    #expect(try binary.run("assign", "20001", "ana", "11:00", "--yes").status == 0)
    let file = try served.join("ana")
    served.stop()
    let terminal = try Terminal(binary, words: ["--db", file, "tech"], columns: 80, rows: 24)
    #expect(terminal.redrawn("20001"))
    terminal.type("a")
    #expect(terminal.redrawn("t travelling"))
    terminal.type("t")
    #expect(terminal.redrawn("o on site"))
    #expect(terminal.redrawn("to send"))
    #expect(try binary.json("show", "20001")["status"] as? String == "dispatched")
    try served.serveAgain()
    terminal.type("n\r")
    terminal.leave()
    #expect(terminal.redrawn("● office"))
    terminal.type("qq")
    #expect(terminal.ended() == 0)
    #expect(try binary.json("show", "20001")["status"] as? String == "travelling")
    #expect(try binary.json("--db", file, "health")["pending"] as? Int == 0)
  }

  @Test("a step costs at most 300 bytes of the line, the office's answer included", .verifies("TEC-20"))
  func bytes() throws {
    let served = try ServedOffice(Binary())
    let binary = served.binary
    #expect(try binary.run("assign", "20001", "ana", "11:00", "--yes").status == 0)
    let file = try served.join("ana")
    let terminal = try Terminal(binary, words: ["--db", file, "tech"], columns: 80, rows: 24)
    #expect(terminal.redrawn("● office") && terminal.redrawn("a accept"))
    for (key, words) in [("a", "t travelling"), ("t", "o on site")] {
      let count = terminal.drawn(for: key)
      #expect((5...300).contains(count), "\(key) took \(count)")
      #expect(terminal.redrawn(words))
    }
    terminal.type("qq")
    #expect(terminal.ended() == 0)
  }

  @Test("a move through the list costs at most 300 bytes, however much each order says", .verifies("TEC-20"))
  func moves() throws {
    let served = try ServedOffice(Binary())
    let long = String(repeating: "the isolator is behind the left panel and sticks ", count: 4)
    for hour in 12...15 { try served.binary.run("log", "\(hour) \(long)", "at", "Quay House", "P2") }
    for number in 20_001...20_005 {
      try served.binary.run("say", "\(number)", "ring \(number) first: \(long)")
      let hour = "\(11 + 2 * (number - 20_001)):00"
      #expect(try served.binary.run("assign", "\(number)", "ana", hour, "--yes").status == 0)
    }
    let file = try served.join("ana")
    let terminal = try Terminal(served.binary, words: ["--db", file, "tech"], columns: 80, rows: 24)
    #expect(terminal.redrawn("● office") && terminal.redrawn("20005"))
    for key in ["j", "j", "j", "j", "k", "k", "g", "G", "j"] {
      let count = terminal.drawn(for: key)
      #expect((5...300).contains(count), "\(key) took \(count)")
    }
    terminal.type("qq")
    #expect(terminal.ended() == 0)
  }

  @Test("over the line u takes back what the office has taken already", .verifies("TEC-04"))
  func takesBack() throws {
    let served = try ServedOffice(Binary())
    let file = try served.join("ana")
    let terminal = try Terminal(served.binary, words: ["--db", file, "tech"], columns: 80, rows: 24)
    #expect(terminal.redrawn("● office"))
    #expect(try served.binary.run("assign", "20001", "ana", "11:00", "--yes").status == 0)
    #expect(terminal.redrawn("20001"))
    terminal.type("a")
    #expect(terminal.redrawn("accepted"))
    terminal.type("H1belt torn\tBLT-22\u{13}")
    #expect(terminal.redrawn("held for parts"))
    for _ in 0..<100 where try served.binary.json("--db", file, "health")["pending"] as? Int != 0 {
      terminal.look(forMilliseconds: 50)
    }
    terminal.type("u")
    for _ in 0..<100 where try served.binary.json("show", "20001")["status"] as? String == "held" {
      terminal.look(forMilliseconds: 50)
    }
    #expect(
      try served.binary.json("show", "20001")["status"] as? String == "accepted",
      "\(terminal.text.suffix(400))")
    terminal.type("qq")
    #expect(terminal.ended() == 0)
  }

  @Test("others' work is refused to him, by number too", .verifies("USR-03"))
  func others() throws {
    let binary = try office()
    for words in [
      ["accept", "20002"], ["note", "20002", "mine now"], ["hold", "20002", "parts", "x"],
      ["cancel", "20001", "no"]
    ] {
      let answer = try binary.run(words: ["--as", "ana"] + words)
      #expect(answer.status == 1, "\(words) \(answer.output)")
    }
    let bea = try binary.run("--as", "bea", "tech")
    #expect(bea.status == 2 && bea.errors.contains("is no technician"), "\(bea.errors)")
  }

  @Test("the shell tells him of his own work alone, whichever file it reads", .verifies("USR-03"))
  func reading() throws {
    let binary = try office()
    for words in [["ledger"], ["at", "09:00"], ["export", "work-orders"], ["counters"], ["morning"]] {
      let answer = try binary.run(words: ["--as", "ana"] + words)
      #expect(answer.status == 1 && answer.errors.contains("technician"), "\(words) \(answer.errors)")
    }
    for words in [["list", "work-orders"], ["find", "others"], ["show", "20002"], ["history", "20002"]] {
      let answer = try binary.run(words: ["--as", "ana"] + words)
      #expect(!(answer.output + answer.errors).contains("secret of others"), "\(words)")
    }
    #expect(try binary.run("--as", "ana", "show", "20001").output.contains("lift dead"))
    try binary.run("note", "20001", "he haggles")
    try binary.run("say", "20001", "mind the dog")
    try binary.run("--as", "ana", "note", "20001", "at the gate")
    let history = try binary.run("--as", "ana", "history", "20001").output
    #expect(history.contains("at the gate") && history.contains("mind the dog"), "\(history)")
    #expect(!history.contains("he haggles") && !history.contains("assign"), "\(history)")
    #expect(try binary.run("history", "20001").output.contains("he haggles"))
  }

  @Test(
    "as lines: a choice a line, a sudden end keeps what was typed, and a flood is not read ahead",
    .verifies("UX-07", "TEC-06"))
  func plain() throws {
    let binary = try office()
    let terminal = try Terminal(binary, words: ["--as", "ana", "tech", "--plain"], columns: 80, rows: 24)
    #expect(terminal.shows("Each line is one choice"))
    terminal.type("at o\n")
    #expect(terminal.shows("\"at o\" is no choice here"))
    terminal.type("accept\n")
    #expect(terminal.shows("accepted"))
    terminal.type("note\n")
    #expect(terminal.shows("Note?"))
    kill(terminal.process, SIGTERM)
    #expect(terminal.ended() == 143)
    let flood = try binary.run(
      words: ["--as", "ana", "tech", "--plain"],
      input: String(repeating: "no such choice\n", count: 8) + String(repeating: "x", count: 9_000)
        + "\nq\nq\n")
    #expect(flood.status == 0 && flood.output.contains("The line was cut"), "\(flood.output.suffix(300))")
    #expect(try binary.json("show", "20001")["status"] as? String == "accepted")
  }
}
