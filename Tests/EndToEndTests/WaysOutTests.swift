import Foundation
import TestSupport
import Testing

/// The ways out of a forced command, as docs/ssh.md numbers them; each at an sshd with the loosest settings.
@Suite(
  "The fifteen ways out of a technician's account", .serialized,
  .enabled(if: ShellHost.isPossible, "skipped: it needs root, sshd, ssh and useradd"))
struct WaysOutTests {
  /// One for all of them; it goes when the run ends.
  private nonisolated(unsafe) static let there: Result<SSHOffice, any Error> = {
    atexit {
      try? WaysOutTests.there.get().office.kill()
      try? WaysOutTests.there.get().host.end()
    }
    return Result { try SSHOffice() }
  }()
  private let there: SSHOffice
  private var host: ShellHost { there.host }

  /// Begins when the session of the test before has ended.
  init() throws {
    there = try Self.there.get()
    #expect(isDeserted())
  }

  /// Whether no face runs, now or within a minute: a busy machine takes its time over the end of a session.
  private func isDeserted() -> Bool {
    for _ in 0..<1_200 {
      if Tool.processes(of: host.account, called: "callout").isEmpty { return true }
      usleep(50_000)
    }
    return false
  }

  /// A file that a command would make, were one run.
  private func mark(_ number: Int) -> String { "/tmp/cossh-out-\(host.account)-\(number)" }

  private func isMarked(_ number: Int) -> Bool { FileManager.default.fileExists(atPath: mark(number)) }

  @Test("1: a command of one's own is not run")
  func command() throws {
    let answer = try host.ssh([], ["touch \(mark(1)); id"])
    #expect(answer.status != 0 && !answer.output.contains("uid=") && !isMarked(1))
    let terminal = try host.terminal(command: ["touch", mark(1)])
    #expect(terminal.redrawn("20001") && !isMarked(1))
    let verb = try host.ssh([], ["callout export orders --out /tmp/x"])
    #expect(verb.status != 0 && verb.output.isEmpty)
  }

  @Test("2: without a terminal there is a sentence, and what is piped in reaches nothing")
  func noTerminal() throws {
    let answer = try host.ssh(["-T"], [], input: "touch \(mark(2))\nid\n")
    #expect(answer.status == 2 && answer.errors.contains("no terminal for it"), "\(answer)")
    #expect(!answer.output.contains("uid=") && !isMarked(2))
  }

  @Test("3: no file goes by sftp")
  func sftp() throws {
    let answer = try host.ssh(["-s"], ["sftp"])
    #expect(answer.status == 2 && answer.output.isEmpty, "\(answer)")
  }

  @Test("4: no file goes by scp, in or out")
  func scp() throws {
    let words = host.words(["-O", "-P", "\(host.port)"])
    let out = try Tool.run("/usr/bin/scp", words + ["\(host.account)@127.0.0.1:\(host.file)", mark(4)])
    #expect(out.status != 0 && !isMarked(4))
    let into = try Tool.run(
      "/usr/bin/scp", words + [host.folder + "/key.pub", "\(host.account)@127.0.0.1:\(host.home)/in"])
    #expect(into.status != 0 && !FileManager.default.fileExists(atPath: host.home + "/in"))
  }

  @Test("5: no port of the machine or behind it is reached")
  func forward() throws {
    let answer = try host.ssh(["-W", "127.0.0.1:\(host.port)"])
    #expect(answer.status != 0 && !answer.output.contains("SSH-2.0"), "\(answer)")
  }

  @Test("6: no port is opened at the machine")
  func listen() throws {
    let answer = try host.ssh(["-N", "-R", "0:127.0.0.1:9", "-o", "ExitOnForwardFailure=yes"])
    #expect(answer.status != 0 && answer.errors.contains("forwarding"), "\(answer)")
  }

  @Test("7: the office's socket is not lent to others")
  func socket() throws {
    let client = try host.staying(["-N", "-L", "\(host.folder)/lent.sock:\(host.socket)"])
    defer { withExtendedLifetime(client) {} }
    for _ in 0..<100 where !FileManager.default.fileExists(atPath: host.folder + "/lent.sock") {
      usleep(50_000)
    }
    let asked = try Tool.run(
      "/usr/bin/env",
      [
        "HOME=\(host.folder)", host.callout, "--db", host.folder + "/lent.db", "join",
        "unix:\(host.folder)/lent.sock", "--code", "none"
      ])
    #expect(asked.status == 3 && asked.errors.contains("does not answer"), "\(asked)")
  }

  @Test("8: no agent of the client comes along")
  func agent() throws {
    let agent = try Terminal(
      program: "/usr/bin/ssh-agent", words: ["-D", "-a", host.folder + "/agent"],
      environment: ["HOME": host.folder], columns: 80, rows: 24)
    defer { withExtendedLifetime(agent) {} }
    for _ in 0..<100 where !FileManager.default.fileExists(atPath: host.folder + "/agent") { usleep(50_000) }
    let terminal = try host.terminal(["-o", "ForwardAgent=\(host.folder)/agent"])
    #expect(terminal.redrawn("20001"))
    #expect(try variables().isDisjoint(with: ["SSH_AUTH_SOCK"]))
  }

  @Test("9: no display of the client comes along")
  func display() throws {
    let terminal = try host.terminal(["-Y"])
    #expect(terminal.redrawn("20001"))
    #expect(try variables().isDisjoint(with: ["DISPLAY"]))
  }

  /// The names of the variables that the running face was started with.
  private func variables() throws -> Set<String> {
    let process = try #require(Tool.processes(of: host.account, called: "callout").last)
    let bytes = try Data(contentsOf: URL(filePath: "/proc/\(process)/environ"))
    return Set(
      bytes.split(separator: 0).compactMap {
        String(decoding: $0, as: UTF8.self).split(separator: "=").first.map(String.init)
      })
  }

  @Test("10: no variable leads to another file, person, clock or program")
  func environment() throws {
    let others = there.binary.database
    let set =
      "CALLOUT_DB=\(others) CALLOUT_AS=d1 HOME=/tmp XDG_DATA_HOME=/tmp XDG_CONFIG_HOME=/tmp "
      + "CALLOUT_OUTBOX=/tmp TERMINFO=/tmp CALLOUT_NOW=2030-01-01T00:00:00Z"
    let terminal = try host.terminal(["-o", "SetEnv=\(set)"])
    #expect(terminal.redrawn("20001") && terminal.redrawn("Own"), "\(terminal.text)")
    #expect(!terminal.text.contains("2030"))
  }

  @Test("11: nothing that lies in the home is run or read")
  func home() throws {
    let touch = "touch \(mark(11))\n"
    let traps = [".profile", ".shrc", ".bashrc", ".ssh/rc", ".ssh/environment"]
    for trap in traps {
      let text = trap.hasSuffix("environment") ? "ENV=\(host.home)/.shrc\n" : touch
      try Data(text.utf8).write(to: URL(filePath: host.home + "/" + trap))
    }
    let folder = host.home + "/.config/callout"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data("database = \"\(there.binary.database)\"\n".utf8).write(
      to: URL(filePath: folder + "/config.toml"))
    defer { for trap in traps { unlink(host.home + "/" + trap) } }
    let terminal = try host.terminal()
    #expect(terminal.redrawn("20001") && terminal.redrawn("Own"))
    #expect(!isMarked(11))
  }

  @Test("12: there is no command line, by any of its keys")
  func line() throws {
    let terminal = try host.terminal()
    #expect(terminal.redrawn("20001"))
    for key in [":", "\u{10}", "\u{1B}[20~", "M", "\u{1B}[21~", "!"] {
      terminal.type(key)
      terminal.leave()
    }
    terminal.type(":")
    terminal.type("export orders --out \(mark(12))\r")
    terminal.leave()
    terminal.leave()
    #expect(terminal.redrawn("20001") && !isMarked(12))
    #expect(try alone())
  }

  /// Whether the only process of the account beside sshd's own is one face, with no child.
  private func alone() throws -> Bool {
    let all = Tool.processes(of: host.account).map { Tool.status($0)["Name"] ?? "" }
    return all.filter { !$0.hasPrefix("sshd") } == ["callout"]
  }

  @Test("13: the keys that stop, quit, break and end leave no shell behind")
  func signals() throws {
    let terminal = try host.terminal()
    #expect(terminal.redrawn("20001"))
    terminal.type("\u{1A}")
    #expect(terminal.redrawn("Nothing lies behind this screen"))
    terminal.type("\u{04}\u{1C}")
    #expect(terminal.redrawn("20001"))
    #expect(try alone())
    let process = try #require(Tool.processes(of: host.account, called: "callout").last)
    kill(process, SIGTSTP)
    #expect(terminal.redrawn("20001"))
    terminal.type("\u{03}q")
    #expect(terminal.ended() == 0)
    #expect(isDeserted())
  }

  @Test("14: the large box of a form is the program's own, whatever editor the client names")
  func editor() throws {
    let terminal = try host.terminal(["-o", "SendEnv=EDITOR VISUAL PAGER"])
    #expect(terminal.redrawn("20001"))
    terminal.type("n")
    #expect(terminal.redrawn("Note"))
    terminal.type("\u{05}")
    terminal.type("! touch \(mark(14))")
    #expect(terminal.redrawn("touch"))
    #expect(try alone())
    #expect(!isMarked(14))
    terminal.leave()
  }

  @Test("15: a terminal's name that is a path is refused before it is looked up")
  func terminalName() throws {
    let terminal = try host.terminal(term: "../../../tmp/x")
    #expect(terminal.shows("TERM is no name of a terminal"), "\(terminal.text)")
    #expect(terminal.ended() == 3)
  }

  @Test("and neither a password nor another key opens it")
  func others() throws {
    let other = try host.ssh([], [], key: "other")
    #expect(other.status == 255 && other.errors.contains("Permission denied"))
    let password = try host.ssh(["-o", "PubkeyAuthentication=no"])
    #expect(password.status == 255 && password.errors.contains("Permission denied"))
    #expect(try Tool.run("/usr/bin/getent", ["shadow", host.account]).output.contains(":*:"))
  }
}
