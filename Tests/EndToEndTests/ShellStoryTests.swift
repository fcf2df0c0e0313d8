import Foundation
import TestSupport
import Testing

@Suite("The story of one call, by shell")
struct ShellStoryTests {
  private func office() throws -> Binary {
    let binary = try Binary()
    #expect(try binary.run("init", "--name", "Riverside", "--zone", "Europe/London").status == 0)
    #expect(
      try binary.run(
        "technician", "add", "Ana Ruiz", "--handle", "ana", "--skill", "lift:3", "--home", "53.40,-2.99",
        "--shift",
        "Mon-Fri 07:00-18:00"
      ).status == 0)
    #expect(try binary.run("customer", "add", "Harbour Trust", "--tier", "gold").status == 0)
    #expect(
      try binary.run("site", "add", "Quay House", "--customer", "Harbour Trust", "--at", "53.41,-2.98").status
        == 0)
    return binary
  }

  private func clock(_ kind: String, of order: [String: Any]) throws -> [String: Any] {
    let clocks = try #require(order["clocks"] as? [[String: Any]])
    return try #require(clocks.first { $0["kind"] as? String == kind })
  }

  @Test("help is there for whoever asks without a verb", arguments: ["--help", "-h", "help"])
  func helpAlone(_ word: String) throws {
    let answer = try Binary().run(word)
    #expect(answer.status == 0)
    #expect(answer.output.contains("Log a call as a new work order"))
  }

  @Test("whoever made the office acts in it, however the account is called and whoever else owns it")
  func founder() throws {
    var binary = try Binary()
    binary.more = ["USER": "j.doe$", "LOGNAME": "j.doe$"]
    #expect(try binary.run("init", "--name", "Riverside", "--zone", "UTC").status == 0)
    #expect(try binary.run("person", "add", "O Two", "--handle", "o2", "--role", "owner").status == 0)
    let logged = try binary.json("log", "leak", "at", "Quay House")
    #expect(logged["ok"] as? Bool == true)
    #expect(try binary.run("ledger", "--since", "0").output.contains("\"person\":\"j.doe\""))
    var named = try Binary()
    named.more = ["USER": "root"]
    #expect(
      try named.run("init", "--name", "Riverside", "--zone", "UTC", "--handle", "bea").status == 0)
    #expect(try named.run("person", "add", "O Two", "--handle", "o2", "--role", "owner").status == 0)
    #expect(try named.run("log", "leak", "at", "Quay House").status == 0)
    #expect(try named.run("log", "leak", "at", "Quay House", "--as", "o2").status == 0)
    let rules = try named.run("office", "show").output
    #expect(
      rules.contains { $0 == "\n" }
        && rules.split(separator: "\n").contains { $0.hasPrefix("rule.pinned") && $0.hasSuffix("block") })
  }

  @Test("a warning that asks for a yes comes with the others that the yes would pass", .verifies("TML-04"))
  func allWarnings() throws {
    var binary = try office()
    binary.now = "2026-11-24T10:42:00Z"
    let logged = try binary.json("log", "lift dead", "at", "Quay House", "P3", "--trade", "lift")
    let number = String(try #require((logged["orders"] as? [Int])?.first))
    #expect(try binary.run("window", number, "13:00-13:30").status == 0)
    #expect(try binary.run("assign", number, "ana", "13:00", "--yes").status == 0)
    let refused = try binary.run("move", number, "16:45")
    #expect(refused.status == 1)
    #expect(
      refused.errors.contains("the shift ends 18:00") && refused.errors.contains("13:00–13:30"),
      "\(refused.errors)")
  }

  @Test("what was known at a time answers the verbs that look")
  func asOf() throws {
    let binary = try office()
    let logged = try binary.json("log", "lift dead", "at", "Quay House", "P1", "--trade", "lift")
    let number = String(try #require((logged["orders"] as? [Int])?.first))
    let later = "2026-11-24T11:10:00Z"
    #expect(try binary.run("assign", number, "@best", now: later).status == 0)
    func then(_ words: String...) throws -> Binary.Answer {
      try binary.run(words: ["at", "2026-11-24T10:50:00Z"] + words, now: "2026-11-24T11:30:00Z")
    }
    let queue = try then("list", "queue", "--json")
    #expect(queue.status == 0 && queue.errors.contains("As known at 10:50."), "\(queue.errors)")
    #expect(try queue.objects.map { $0["number"] as? Int } == [Int(number)])
    let order = try then("show", number, "--json").object
    #expect((order["visits"] as? [Any])?.isEmpty ?? true)
    #expect(
      try then("history", number).output.split(separator: "\n").count
        < binary.run("history", number, now: later).output.split(separator: "\n").count)
    let refused = try then("unassign", number)
    #expect(
      refused.status == 2 && refused.errors.contains("does nothing as known at 10:50"), "\(refused.errors)")
    #expect(try binary.run("at", "10:50", now: later).output.contains("technicians"))
  }

  @Test("what is only tried shows no secret, and nothing to whoever may not do it", .verifies("USR-02"))
  func tried() throws {
    let binary = try office()
    #expect(try binary.run("site", "edit", "Quay House", "accessCode=4711#").status == 0)
    let seen = try binary.run("show-code", "Quay House", "--dry-run")
    #expect(seen.status == 0 && seen.output.contains("on record") && !seen.output.contains("4711"))
    #expect(!(try binary.run("show-code", "Quay House", "--dry-run", "--json").output.contains("4711")))
    #expect(!(try binary.run("ledger").output.contains("show-code")))
    let logged = try binary.json("log", "lift dead", "at", "Quay House", "P3", "--trade", "lift")
    let number = String(try #require((logged["orders"] as? [Int])?.first))
    #expect(
      try binary.run("person", "add", "Rita Holm", "--handle", "rita", "--role", "helpdesk").status == 0)
    #expect(try binary.run("assign", number, "ana", "13:00", "--yes").status == 0)
    #expect(try binary.run("move", number, "14:00", "--dry-run").output.contains("If dropped"))
    let refused = try binary.run("move", number, "14:00", "--dry-run", "--as", "rita")
    #expect(refused.status != 0 && refused.output.isEmpty, "\(refused.output)")
  }

  @Test("of several that move each is said with the clock that it misses", .verifies("TML-07"))
  func severalMoved() throws {
    let binary = try office()
    for (priority, time) in [("P1", "11:00"), ("P4", "15:00")] {
      let logged = try binary.json("log", "lift dead", "at", "Quay House", priority, "--trade", "lift")
      let number = String(try #require((logged["orders"] as? [Int])?.first))
      #expect(try binary.run("assign", number, "ana", time, "--yes").status == 0)
    }
    let pushed = try binary.run("push", "ana", "+3h", "--dry-run")
    let lines = pushed.output.split(separator: "\n")
    #expect(
      lines.contains { $0.contains("11:00 → 14:00 · response ") && $0.contains(" missed by ") }, "\(pushed)")
    #expect(
      lines.contains { $0.hasSuffix("15:00 → 18:00") || $0.contains("15:00 → 18:00 · fix") }, "\(pushed)")
  }

  @Test("a step that was skipped is named in the answer and in the record")
  func skippedStep() throws {
    let binary = try office()
    let logged = try binary.json("log", "lift dead", "at", "Quay House", "P1")
    let number = String(try #require((logged["orders"] as? [Int])?.first))
    #expect(try binary.run("assign", number, "@best").status == 0)
    let arrived = try binary.run("on-site", number)
    #expect(arrived.status == 0)
    #expect(arrived.output.contains("flagged as unexpected: on site from dispatched"))
    #expect(try binary.run("history", number).output.contains("unexpected: on site from dispatched"))
    let phoned = try binary.json("log", "lift stuck", "at", "Arcade", "P2")
    let other = String(try #require((phoned["orders"] as? [Int])?.first))
    #expect(try binary.run("assign", other, "ana", "--override", "phoned").status == 0)
    let travelling = try binary.run("travel", other)
    #expect(
      travelling.status == 0 && !travelling.output.contains("unexpected"), "who was phoned has answered")
  }

  @Test(
    "from the ring to the reopening, with clocks that pause and run", .verifies("SLA-04", "HLD-05", "USR-05"))
  func story() throws {
    let binary = try office()
    let logged = try binary.json(
      "log", "lift dead, one person inside", "at", "Quay House", "P1", "from", "01514960123")
    let number = String(try #require((logged["orders"] as? [Int])?.first))
    #expect(logged["ok"] as? Bool == true && logged["state"] as? String == "confirmed")

    #expect(try binary.run("triage", number, "--trade", "lift").status == 0)
    var order = try binary.json("show", number)
    #expect(order["status"] as? String == "ready")
    #expect(try clock("response", of: order)["dueAt"] as? String == "2026-11-24T11:42:00Z")
    #expect(try clock("fix", of: order)["dueAt"] as? String == "2026-11-24T12:42:00Z")

    #expect(try binary.run("assign", number, "@best").status == 0)
    #expect(try binary.json("show", number)["status"] as? String == "dispatched")
    #expect(try binary.run("accept", number, now: "2026-11-24T10:45:00Z").status == 0)

    let held = try binary.run(
      "hold", number, "parts", "BLT-22, due Thu", "--review", "2026-11-26", now: "2026-11-24T11:00:00Z")
    #expect(held.status == 0)
    order = try binary.json("show", number, now: "2026-11-24T11:30:00Z")
    #expect(order["status"] as? String == "held")
    #expect(try clock("fix", of: order)["state"] as? String == "paused")
    #expect(try clock("fix", of: order)["pausedSeconds"] as? Int == 1_800)
    #expect(try clock("response", of: order)["state"] as? String == "atRisk")
    #expect(try clock("response", of: order)["remainingSeconds"] as? Int == 720)

    let again = try binary.run(
      "hold", number, "access", "nobody there", "--json", now: "2026-11-24T11:30:00Z")
    #expect(again.status == 1)
    #expect((try again.object["refusal"] as? [String: Any])?["code"] as? String == "alreadyOnHold")

    #expect(try binary.run("release", number, now: "2026-11-24T11:30:00Z").status == 0)
    #expect(try binary.run("travel", number, now: "2026-11-24T11:31:00Z").status == 0)
    #expect(try binary.run("on-site", number, now: "2026-11-24T11:40:00Z").status == 0)
    order = try binary.json("show", number, now: "2026-11-24T11:41:00Z")
    #expect(try clock("response", of: order)["state"] as? String == "met")
    #expect(
      try binary.run(
        "complete", number, "--did", "freed the person, reset the drive", "--unsigned", "nobody there",
        "--part",
        "BLT-22 x 1", now: "2026-11-24T12:30:00Z"
      ).status == 0)
    #expect(try binary.json("show", number, now: "2026-11-24T12:31:00Z")["status"] as? String == "review")
    #expect(try binary.run("close", number, now: "2026-11-24T12:32:00Z").status == 0)
    #expect(try binary.json("show", number, now: "2026-11-24T12:33:00Z")["status"] as? String == "closed")
    #expect(try binary.run("reopen", number, "stuck again", now: "2026-11-24T13:00:00Z").status == 0)
    #expect(try binary.json("show", number, now: "2026-11-24T13:00:00Z")["status"] as? String == "ready")

    let found = try binary.run("find", "person inside", "--json", now: "2026-11-24T13:00:00Z").objects
    #expect(found.contains { ($0["number"] as? Int).map(String.init) == number })

    let history = try binary.run("history", number, "--json", now: "2026-11-24T13:00:00Z").objects
    let events = history.compactMap { $0["event"] as? String }
    for name in [
      "workLogged", "visitAssigned", "putOnHold", "holdReleased", "arrivedOnSite", "visitDone", "workClosed",
      "workReopened"
    ] {
      #expect(events.contains(name), "history lacks \(name)")
    }
    #expect(history.allSatisfy { $0["person"] != nil && $0["at"] != nil && $0["console"] != nil })

    let check = try binary.json("check", now: "2026-11-24T13:00:00Z")
    #expect(check["ok"] as? Bool == true)
  }

  @Test("exit statuses say who is to act: 1 a rule, 2 the words, 3 the machine", .verifies("UX-02"))
  func statuses() throws {
    let binary = try office()
    #expect(try binary.run("assign", "99999", "ana").status == 1)
    let unknown = try binary.run("assihn", "1", "--json")
    #expect(unknown.status == 2)
    #expect(
      ((try unknown.object["usage"] as? [String: Any])?["nearest"] as? [String])?.contains("assign") == true)
    #expect(try binary.run("init", "--name", "Again", "--zone", "Europe/London").status == 3)
    #expect(try binary.run("--db", "/nonexistent/x.db", "list", "queue").status == 3)
    #expect(try binary.run("list", "queue", "--db", binary.home.path() + "/none.db").status == 3)
  }

  @Test("who acts is a name like any other: unknown is wrong usage, and a beginning is enough")
  func acting() throws {
    let binary = try office()
    try binary.run("person", "add", "Sam Lee", "--handle", "sam", "--role", "dispatcher")
    let nobody = try binary.run("list", "queue", "--as", "sann", "--json")
    #expect(nobody.status == 2)
    let usage = try #require(try nobody.object["usage"] as? [String: Any])
    #expect(usage["message"] as? String == "No person is called \"sann\".")
    #expect((usage["nearest"] as? [String])?.contains("sam") == true)
    #expect(try binary.run("log", "tap drips", "at", "Quay House", "--as", "sa").status == 0)
    #expect(try binary.run("history", "20001").output.contains("sam"))
  }

  @Test("a refusal in the shell says what was not done, at the office's time")
  func refusals() throws {
    let binary = try office()
    try binary.run("log", "lift dead", "at", "Quay House", "P2")
    try binary.run("hold", "20001", "parts", "belt")
    #expect(
      try binary.run("hold", "20001", "access", "no key").errors
        == "20001 not put on hold: it is held for parts since 10:42. release lets it go on.\n")
  }

  @Test("a copy goes into a folder that is there, and no sentence on the way is cut")
  func folders() throws {
    let binary = try office()
    let folder = binary.home.path() + "/" + String(repeating: "folder-of-a-long-name/", count: 6)
    for words in [
      ["backup", folder + "copy.db"], ["export", "customers", "--out", folder + "customers.csv"]
    ] {
      let answer = try binary.run(words: words)
      #expect(answer.status == 3)
      #expect(answer.errors.contains(folder) && answer.errors.contains("no such folder"), "\(answer.errors)")
      #expect(!answer.errors.contains("…"))
    }
    #expect(!FileManager.default.fileExists(atPath: binary.home.path() + "/folder-of-a-long-name"))
    #expect(try binary.run("backup", binary.home.path() + "/copy.db").status == 0)
    #expect(try binary.run("backup", "b", at: binary.home).status == 0, "a name of one letter is a name")
    #expect(FileManager.default.fileExists(atPath: binary.home.path() + "/b"))
  }

  @Test("a dry run says what would happen and changes nothing")
  func dryRun() throws {
    let binary = try office()
    let before = try binary.run("ledger", "--since", "0", "--json").output
    #expect(try binary.run("log", "tap drips", "at", "Quay House", "P4", "--dry-run").status == 0)
    #expect(try binary.run("ledger", "--since", "0", "--json").output == before)
  }

  @Test("several orders are one group, all or nothing, and one by one with --each")
  func groups() throws {
    let binary = try office()
    for text in ["one", "two"] { try binary.run("log", text, "at", "Quay House", "P3", "--trade", "lift") }
    let numbers = try binary.run("list", "queue", "--json").objects.compactMap { $0["number"] as? Int }.map(
      String.init)
    try binary.run("close", numbers[0], "--json")
    #expect(try binary.run("flag", numbers[0], "99999").status == 1)
    #expect((try binary.json("show", numbers[0])["flags"] as? [Any])?.isEmpty ?? true)
    let each = try binary.run("flag", "99999", numbers[0], "99998", numbers[1], "--each")
    #expect(each.status == 1)
    #expect(each.errors.contains("number 99999") && each.errors.contains("number 99998"))
    for number in numbers.prefix(2) {
      #expect((try binary.json("show", number)["flags"] as? [Any])?.isEmpty == false)
    }
  }

  @Test("a made-up day of fewer than it takes says how many it has")
  func smallDemo() throws {
    let binary = try Binary()
    let made = try binary.run(
      "demo", "--headless", "--db", binary.home.path() + "/d.db", "--open", "5", "--closed", "3",
      "--technicians",
      "2")
    #expect(made.status == 0 && made.output.contains("8 technicians"))
    #expect(made.errors.contains("more than was asked for"))
  }

  @Test("a time that is none, and settings that name what is not there, are said for what they are")
  func slips() throws {
    let binary = try Binary()
    let time = try binary.run("list", "queue", now: "garbage")
    #expect(time.status == 2 && time.errors.contains("CALLOUT_NOW=\"garbage\" is no time"))
    let folder = binary.home.appending(path: "config/callout")
    try FileManager.default.createDirectory(
      at: folder.appending(path: "keymaps"), withIntermediateDirectories: true)
    try Data("keymap = \"vmi\"\n".utf8).write(to: folder.appending(path: "config.toml"))
    let config = try binary.run("config")
    #expect(config.status == 2 && config.output.contains("keymap = default (default)"))
    #expect(config.errors.contains("config.toml:1:1") && config.errors.contains("vim is"))
    try Data("[global]\nX = \"work-order.log\"\n".utf8).write(to: folder.appending(path: "keymaps/mine.toml"))
    try Data("keymap = \"mine\"\n".utf8).write(to: folder.appending(path: "config.toml"))
    #expect(try binary.run("config").output.contains("keymaps/mine.toml"))
    #expect(try binary.run("keys", "--dump").output.contains("X"))
    #expect(try binary.run("themes").output.contains("high-contrast"))
  }

  @Test("writing under another clock to a real office is refused")
  func clocks() throws {
    let binary = try Binary(now: nil)
    #expect(try binary.run("init", "--name", "Real", "--zone", "Europe/London").status == 0)
    #expect(try binary.run("log", "x", "at", "Here", now: "2026-11-24T10:42:00Z").status == 3)
  }
}
