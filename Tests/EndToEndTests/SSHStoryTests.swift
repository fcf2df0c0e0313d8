import Foundation
import TestSupport
import Testing

/// An office served at a socket, and a technician whose account has been let in there.
struct SSHOffice {
  let host: ShellHost
  let office: ServedOffice
  var binary: Binary { office.binary }

  init() throws {
    host = try ShellHost()
    office = try ServedOffice(Binary(now: nil), doors: ["--socket", host.socket])
    try binary.run(
      "technician", "add", "Tess Own", "--handle", host.account, "--skill", "lift:3", "--shift",
      "Mon-Sun 00:00-23:59")
    try binary.run("log", "secret of others", "at", "Quay House", "P3", "--trade", "lift")
    let answer = try binary.run("assign", "20001", host.account, "23:30", "--yes", "--override", "test")
    if answer.status != 0 { throw Binary.Unexpected(text: answer.errors) }
    try join()
  }

  /// Makes the account's own file, as whoever looks after the machine does it.
  private func join() throws {
    let code = try binary.json("enrol", host.account)["code"] as? String ?? ""
    try Tool.done(
      "/usr/sbin/runuser",
      [
        "-u", host.account, "--", "/usr/bin/env", "-i", "HOME=\(host.home)", host.callout, "join",
        office.address, "--code", code
      ])
  }
}

@Suite(
  "A technician over SSH", .serialized,
  .enabled(if: ShellHost.isPossible, "skipped: it needs root, sshd, ssh and useradd"))
struct SSHStoryTests {
  @Test(
    "works through a line that is cut, comes back to the same form, and keeps the time of what he did offline",
    .verifies("TEC-04", "TEC-06", "TEC-20"))
  func day() throws {
    let there = try SSHOffice()
    defer { there.host.end() }
    let first = try there.host.terminal()
    #expect(first.redrawn("20001"), "\(there.host.log)\(first.text)")
    first.type("a")
    #expect(first.redrawn("t travelling"))
    first.type("nbelt is wo")
    #expect(first.redrawn("belt is wo") && first.redrawn("draft saved"))
    // As when the train goes into a tunnel: nobody says goodbye.
    kill(first.process, SIGKILL)
    while !Tool.processes(of: there.host.account, called: "callout").isEmpty { usleep(20_000) }
    let begun = ContinuousClock.now
    let second = try there.host.terminal(columns: 40, rows: 15)
    #expect(second.shows("belt is wo"), "\(second.text)")
    print("back at the form after \(ContinuousClock.now - begun)")
    second.type("rn\r")
    #expect(second.redrawn("belt is worn"))
    there.office.stop()
    second.type("t")
    #expect(second.redrawn("o on site"))
    let pressed = Date()
    #expect(second.redrawn("to send"))
    while Date().timeIntervalSince(pressed) < 3 { usleep(50_000) }
    let again = try ServedOffice(serving: there.binary, doors: ["--socket", there.host.socket])
    #expect(second.redrawn("● office"))
    second.type("qq")
    #expect(second.ended() == 0)
    let history = try there.binary.run("history", "20001", "--json").objects
    let travel = try #require(history.first { $0["verb"] as? String == "travel" })
    #expect(travel["person"] as? String == there.host.account)
    let at = try #require((travel["at"] as? String).flatMap { try? Date($0, strategy: .iso8601) })
    #expect(abs(at.timeIntervalSince(pressed)) < 2.5, "\(travel)")
    #expect(history.contains { "\($0)".contains("belt is worn") })
    #expect(try there.binary.json("show", "20001")["status"] as? String == "travelling")
    again.stop()
  }

  @Test("is confined by the kernel: no child, no program, and nothing of the client's environment")
  func confined() throws {
    let there = try SSHOffice()
    defer { there.host.end() }
    let terminal = try there.host.terminal(["-o", "SetEnv=CALLOUT_AS=d1 XDG_DATA_HOME=/tmp CALLOUT_NOW=x"])
    #expect(terminal.redrawn("20001"), "\(terminal.text)")
    #expect(!terminal.text.contains("secret of others"))
    let running = Tool.processes(of: there.host.account, called: "callout")
    #expect(running.count == 1)
    let process = try #require(running.first)
    let status = Tool.status(process)
    #expect(status["Seccomp"] == "2" && status["NoNewPrivs"] == "1")
    let files = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/fd").compactMap {
      try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(process)/fd/\($0)")
    }
    #expect(files.contains { $0.hasPrefix(there.host.home) })
    #expect(!files.contains { $0.hasPrefix(there.binary.home.path()) })
    terminal.type("qq")
    #expect(terminal.ended() == 0)
  }
}
