import Foundation
import FoundationNetworking
import TestSupport
import Testing

@Suite("Two consoles and an office", .serialized)
struct OfficeStoryTests {
  @Test(
    "both give the same order away, one without the network: it ends explained, settled and the same everywhere",
    .verifies("UX-06"))
  func conflict() throws {
    let office = try ServedOffice(Binary())
    let binary = office.binary
    let (first, second) = (try office.join("d1"), try office.join("d2"))
    #expect(try binary.run("--db", first, "--offline", "assign", "20001", "ana", "13:00").status == 0)
    let pending = try binary.json("--db", second, "--offline", "assign", "20001", "chen", "14:00")
    #expect(pending["state"] as? String == "pending")
    #expect(try binary.json("--db", first, "sync", "--once")["pushed"] as? Int == 1)
    let synced = try binary.json("--db", second, "sync", "--once")
    #expect(synced["conflicts"] as? Int == 1 && synced["pending"] as? Int == 0)
    let conflict = try binary.json("--db", second, "list", "conflicts")
    #expect(conflict["rule"] as? String == "changedSince")
    #expect((conflict["mine"] as? [String: Any])?["person"] as? String == "d2")
    #expect((conflict["theirs"] as? [String: Any])?["person"] as? String == "d1")
    for file in [binary.database, second] {
      let alerts = try binary.run("--db", file, "list", "alerts")
      #expect(alerts.output.contains("refused to Dispatcher d2"), "\(alerts.output)")
    }
    #expect(try binary.run("--db", second, "--offline", "settle", "20001", "redo", "--yes").status == 0)
    try binary.run("--db", second, "sync", "--once")
    try binary.run("--db", first, "sync", "--once")
    #expect(!(try binary.run("--db", first, "list", "alerts").output.contains("refused to")))
    let digests = try [binary.database, first, second].map { file in
      let check = try binary.json("--db", file, "check")
      #expect(check["problems"] as? [String] == [])
      return "\(check["digest"] ?? "") \(check["head"] ?? "")"
    }
    #expect(Set(digests).count == 1)
    #expect(try binary.run("--db", first, "show", "20001").output.contains("Wei"))
  }

  @Test("the office's day ends where it is served, with nobody at a desk")
  func dayEnd() throws {
    let office = try ServedOffice(Binary())
    office.stop()
    #expect(try office.binary.dayEnds() == 0)
    try office.serveAgain(with: ["CALLOUT_NOW": "2026-11-25T07:00:00Z"])
    for _ in 0..<100 where try office.binary.dayEnds() == 0 { usleep(100_000) }
    #expect(try office.binary.dayEnds() == 1)
  }

  @Test(
    "a script that waits for the office learns whether it took it, refused it or was not there",
    .verifies("UX-06"))
  func waiting() throws {
    let office = try ServedOffice(Binary())
    let binary = office.binary
    let (first, second) = (try office.join("d1"), try office.join("d2"))
    let taken = try binary.json("--db", first, "assign", "20001", "ana", "13:00", "--wait")
    #expect(taken["state"] as? String == "confirmed")
    let late = try binary.run("--db", second, "assign", "20001", "chen", "14:00", "--wait", "--json")
    let refusal = try #require(try late.objects.first?["refusal"] as? [String: Any])
    #expect(late.status == 1 && refusal["code"] as? String == "officeRejected")
    #expect((refusal["detail"] as? [String: Any])?["code"] as? String == "changedSince")
    office.stop()
    #expect(try binary.run("--db", first, "list", "queue", "--wait").status == 2)
    let away = try binary.run("--db", first, "note", "20001", "dog in the yard", "--wait")
    #expect(away.status == 3 && away.errors.contains("does not answer"))
    #expect(try binary.json("--db", first, "health")["pending"] as? Int == 1)
  }

  @Test("what a shell does is sent at once where the office answers, and waits without a fault where not")
  func sends() throws {
    let office = try ServedOffice(Binary())
    let binary = office.binary
    let (first, second) = (try office.join("d1"), try office.join("d2"))
    let taken = try binary.json("--db", first, "assign", "20001", "ana", "13:00")
    #expect(taken["state"] as? String == "confirmed")
    #expect(try binary.run("show", "20001").output.contains("Flores"))
    let late = try binary.run("--db", second, "assign", "20001", "chen", "14:00")
    #expect(late.status == 1 && late.errors.contains("Refused by the office"), "\(late.errors)")
    let kept = try binary.json("--db", first, "--offline", "note", "20001", "kept")
    #expect(kept["state"] as? String == "pending")
    #expect(!(try binary.run("history", "20001").output.contains("kept")))
    let both = try binary.run("--db", first, "--offline", "note", "20001", "neither", "--wait")
    #expect(both.status == 2)
    office.hang()
    let began = ContinuousClock.now
    let away = try binary.run("--db", first, "note", "20001", "while it hung")
    #expect(away.status == 0 && away.errors.contains("has not confirmed it yet"), "\(away.errors)")
    #expect(ContinuousClock.now - began < .seconds(10))
    #expect(try binary.json("--db", first, "health")["pending"] as? Int == 2)
  }

  @Test("a console works while the office is away, and says so")
  func offline() throws {
    let office = try ServedOffice(Binary())
    let file = try office.join("d1")
    office.stop()
    #expect(office.status == 0)
    #expect(try office.binary.run("--db", file, "--offline", "note", "20001", "dog in the yard").status == 0)
    let away = try office.binary.run("--db", file, "sync", "--once")
    #expect(away.status == 3 && away.errors.contains("does not answer"))
    #expect(try office.binary.json("--db", file, "health")["pending"] as? Int == 1)
  }

  @Test("a code is good once, in capitals and groups too; a token is nobody else's; who is revoked stays out")
  func trust() throws {
    let office = try ServedOffice(Binary())
    let binary = office.binary
    let other = try binary.run("enrol", "d1", "--role", "supervisor")
    #expect(other.status == 2 && other.errors.contains("person edit d1 role=supervisor"), "\(other.errors)")
    let code = try binary.json("enrol", "d1", "--role", "dispatcher")["code"] as? String ?? ""
    let (file, second) = (binary.home.path() + "/one.db", binary.home.path() + "/two.db")
    let groups = code.uppercased().enumerated().map { index, letter in
      index > 0 && index.isMultiple(of: 4) ? "-\(letter)" : "\(letter)"
    }
    let joined = try binary.json("--db", file, "join", office.address, "--code", groups.joined())
    let used = try binary.run("--db", second, "join", office.address, "--code", code)
    #expect(used.status == 3 && used.errors.contains("does not take this code"), "\(used.errors)")
    #expect(!FileManager.default.fileExists(atPath: second))
    let fresh = try binary.json("enrol", "hal", "--role", "helpdesk", "--name", "Hal Reed")
    #expect(
      try binary.run("--db", second, "join", office.address, "--code", fresh["code"] as? String ?? "").output
        .contains("as Hal"))
    let rights = try FileManager.default.attributesOfItem(atPath: file + ".token")[.posixPermissions]
    #expect(rights as? Int == 0o600)
    let console = joined["console"] as? String ?? ""
    #expect(try binary.run("consoles", "revoke", String(console.prefix(8))).status == 0)
    #expect(
      try binary.run("--db", file, "--offline", "note", "20001", "pending at a revoked desk").status == 0)
    let away = try binary.run("--db", file, "sync", "--once")
    #expect(away.status == 3 && away.errors.contains("does not know this console"))
    let others = try binary.json("enrol", "d2")["code"] as? String ?? ""
    let wrong = try binary.run("--db", file, "join", office.address, "--code", others)
    #expect(wrong.status == 2 && wrong.errors.contains("for somebody else"), "\(wrong.errors)")
    let anew = try binary.json("enrol", "d1")["code"] as? String ?? ""
    #expect(try binary.run("--db", file, "join", office.address, "--code", anew).status == 0)
    #expect(try binary.json("--db", file, "health")["pending"] as? Int == 0)
    #expect(try binary.run("history", "20001").output.contains("pending at a revoked desk"))
    #expect(try binary.run("--db", file, "join", office.address, "--code", anew).status == 3)
  }

  @Test("who may let consoles in does it from a console of his own: lists them, makes codes, turns one away")
  func fromAfar() throws {
    let office = try ServedOffice(Binary())
    let binary = office.binary
    try binary.run("person", "add", "Sue Pratt", "--handle", "sue", "--role", "supervisor")
    let (first, own) = (try office.join("d1"), try office.join("sue"))
    let list = try binary.run("--db", own, "consoles")
    #expect(
      list.status == 0 && list.output.contains("Dispatcher d1") && list.output.contains("Sue"), "\(list)")
    let refusedList = try binary.run("--db", first, "consoles")
    #expect(refusedList.status == 1 && refusedList.errors.contains("supervisor"), "\(refusedList)")
    let code = try binary.json("--db", own, "enrol", "hal", "--role", "helpdesk", "--name", "Hal Reed")
    let desk = binary.home.path() + "/hal.db"
    let joined = try binary.run(
      "--db", desk, "join", office.address, "--code", code["code"] as? String ?? "")
    #expect(joined.status == 0 && joined.output.contains("as Hal"), "\(joined)")
    let known = try binary.run("--db", own, "consoles")
    #expect(known.status == 0 && known.output.contains("Hal Reed"), "he is new to this console: \(known)")
    #expect(try binary.run("--db", own, "people").output.contains("Hal Reed"))
    let console = String(try #require(office.consoles["d1"]).prefix(8))
    let tried = try binary.run("--db", own, "consoles", "revoke", console, "--dry-run")
    #expect(tried.status == 0 && tried.output.contains("would be turned away"), "\(tried)")
    #expect(!(try binary.run("--db", own, "consoles").output.contains("revoked")))
    let revoked = try binary.run("--db", own, "consoles", "revoke", console)
    #expect(revoked.status == 0 && revoked.output.contains("turned away"), "\(revoked)")
    #expect(try binary.run("--db", first, "sync").status == 3)
    let audit = try binary.run("audit", "verb:enrol,consoles").output
    #expect(audit.contains("sue"), "\(audit)")
    let refused = try binary.run("--db", desk, "enrol", "d2")
    #expect(refused.status == 1 && refused.errors.contains("supervisor"), "\(refused)")
    let people = try binary.run("list", "people", "--json").objects
    let handle = people.first { $0["role"] as? String == "owner" }?["handle"] as? String
    let owner = try binary.run("--db", own, "enrol", try #require(handle))
    #expect(owner.status == 1, "\(owner)")
    office.stop()
    let away = try binary.run("--db", own, "enrol", "d2")
    #expect(away.status == 3 && away.errors.contains("does not answer"), "\(away)")
    let silent = try binary.run("--db", own, "consoles")
    #expect(silent.status == 3 && silent.errors.contains("does not answer"), "\(silent)")
  }

  @Test("what a shell does at a console that was let in again is sent at once, whatever a window said before")
  func letInAgain() throws {
    let office = try ServedOffice(Binary())
    let (binary, file) = (office.binary, try office.join("d1"))
    let console = String(try #require(office.consoles["d1"]).prefix(8))
    let window = try Terminal(binary, words: ["--db", file])
    #expect(window.shows("20001"))
    #expect(try binary.run("consoles", "revoke", console).status == 0)
    for _ in 0..<600 where try !lineNote(of: file).hasPrefix("stopped") { window.look(forMilliseconds: 50) }
    #expect(try lineNote(of: file).hasPrefix("stopped"))
    let code = try binary.json("enrol", "d1")["code"] as? String ?? ""
    #expect(try binary.run("--db", file, "join", office.address, "--code", code).status == 0)
    let open = try binary.json("--db", file, "note", "20001", "while the window was open")
    #expect(open["state"] as? String == "confirmed", "\(open)")
    // A window that was killed has told nobody that it keeps the line no more.
    kill(window.process, SIGKILL)
    #expect(window.ended() != nil)
    try ("stopped\nturnedAway\n\(office.address)\n" + String(repeating: "\n", count: 400))
      .write(toFile: file + ".line", atomically: false, encoding: .utf8)
    let gone = try binary.json("--db", file, "note", "20001", "after the window was gone")
    #expect(gone["state"] as? String == "confirmed", "\(gone)")
  }

  private func lineNote(of file: String) throws -> String {
    try String(contentsOfFile: file + ".line", encoding: .utf8)
  }

  @Test("what waits at a console of somebody who has left is sent once he may act again", .verifies("UX-06"))
  func left() throws {
    let office = try ServedOffice(Binary())
    let (binary, file) = (office.binary, try office.join("d1"))
    #expect(try binary.run("--db", file, "--offline", "note", "20001", "valve behind the panel").status == 0)
    #expect(try binary.run("person", "edit", "d1", "status=left").status == 0)
    let away = try binary.run("--db", file, "sync")
    #expect(away.status == 3 && away.errors.contains("does not know this console"), "\(away.errors)")
    #expect(try binary.run("--db", file, "show", "20001").output.contains("valve behind the panel"))
    #expect(try binary.run("enrol", "d1").status != 0)
    #expect(try binary.run("person", "edit", "d1", "status=active").status == 0)
    #expect(try binary.run("--db", file, "sync").status == 0)
    #expect(try binary.run("history", "20001").output.contains("valve behind the panel"))
    #expect(try binary.run("person", "edit", "d1", "status=left").status == 0)
    #expect(try binary.run("--db", file, "sync").status == 3)
  }

  @Test("a code that cannot be made, or is only tried, leaves no person behind")
  func noHalfEnrolment() throws {
    let office = try ServedOffice(Binary())
    let (binary, file) = (office.binary, try office.join("d1"))
    let here = try binary.run("--db", file, "enrol", "vera", "--role", "supervisor")
    #expect(here.status != 0, "\(here.output) \(here.errors)")
    let tried = try binary.run("--dry-run", "enrol", "vera", "--role", "supervisor")
    #expect(tried.status == 0 && tried.output.contains("vera would act here"), "\(tried.errors)")
    let helper = try binary.run("enrol", "vera", "--role", "technician")
    #expect(helper.status == 2 && helper.errors.contains("technician add"), "\(helper.errors)")
    let renamed = try binary.run("enrol", "d1", "--name", "Somebody Else")
    #expect(renamed.status == 2 && renamed.errors.contains("person edit d1 name="), "\(renamed.errors)")
    #expect(try binary.run("--db", file, "sync", "--once").status == 0)
    #expect(!(try binary.run("list", "people").output.contains("vera")))
    #expect(try binary.run("enrol", "vera", "--role", "supervisor").status == 0)
    #expect(try binary.run("list", "people").output.contains("vera"))
  }

  @Test("nothing is told without a token, and what is no message is refused", arguments: ["pull", "push"])
  func routes(route: String) throws {
    let office = try ServedOffice(Binary())
    #expect(try status(office.address + "/v2/" + route, token: nil) == 401)
    #expect(try status(office.address + "/v2/" + route, token: String(repeating: "0", count: 64)) == 401)
    let file = try office.join("d1")
    let token = try String(contentsOfFile: file + ".token", encoding: .utf8).trimmingCharacters(in: .newlines)
    #expect(try status(office.address + "/v2/" + route, token: token) == 400)
  }

  /// The status of a message that is none.
  private func status(_ address: String, token: String?) throws -> Int {
    guard let url = URL(string: address) else { throw Binary.Unexpected(text: address) }
    var request = URLRequest(url: url)
    request.httpMethod = "POST"
    request.httpBody = Data([0xFF, 0x00])
    if let token { request.setValue("Bearer \(token)", forHTTPHeaderField: "Authorization") }
    let isDone = DispatchSemaphore(value: 0)
    nonisolated(unsafe) var status = 0
    URLSession.shared.dataTask(with: request) { _, response, _ in
      status = (response as? HTTPURLResponse)?.statusCode ?? 0
      isDone.signal()
    }.resume()
    isDone.wait()
    return status
  }
}
