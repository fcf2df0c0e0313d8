import Foundation
import Glibc
import TestSupport
import Testing

@Suite("Mails through a sendmail-compatible program", .serialized)
struct MailStoryTests {
  /// An office whose customer has a mail address, an order of his with a message that is due, and a program for mails.
  private func office(
    _ program: [String], sender: String? = "dispatch@riverside.example", budget: Int = 30
  ) throws
    -> Binary
  {
    let binary = try Binary()
    let folder = binary.home.path() + "/config/callout"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let words = program.map { "\"\($0)\"" }.joined(separator: ", ")
    let settings =
      "sendmail = [\(words)]\nmail-budget = \(budget)\n" + (sender.map { "mail-from = \"\($0)\"\n" } ?? "")
    try Data(settings.utf8).write(to: URL(filePath: folder + "/config.toml"))
    try binary.run("init", "--name", "Büro Süd", "--zone", "UTC")
    try binary.run("customer", "add", "FreshCo")
    try binary.run("site", "add", "Store 9", "--customer", "FreshCo")
    try binary.run("technician", "add", "Ana Ruiz", "--handle", "ana")
    try binary.run("log", "freezer door", "at", "Store 9", "P3", "--trade", "doors")
    try binary.run("assign", "20001", "ana", "14:00", "--override", "test")
    // Known only now: nobody was told yet that the call is on record.
    try binary.run("customer", "edit", "FreshCo", "phone=omar@freshco.example")
    return binary
  }

  private func script(_ text: String, in binary: Binary? = nil) throws -> String {
    let path =
      FileManager.default.temporaryDirectory.path() + "/callout-mail-\(UInt32.random(in: 0 ... .max))"
    try Data("#!/bin/sh\n\(text)\n".utf8).write(to: URL(filePath: path))
    chmod(path, 0o755)
    return path
  }

  private static let due = "2026-11-24T10:43:00Z"

  private func state(_ binary: Binary, _ now: String = due) throws -> [String: Any] {
    try #require(try binary.run("messages", "--json", now: now).objects.first)
  }

  @Test("a mail that has gone out is not sent again by an office that was restored", .verifies("MSG-08"))
  func restored() throws {
    let kept =
      FileManager.default.temporaryDirectory.path() + "/callout-kept-\(UInt32.random(in: 0 ... .max))"
    let program = try script("echo mail >> \(kept)")
    defer { for file in [program, kept] { unlink(file) } }
    let binary = try office([program])
    try binary.run("message", "20001", "the door is open")
    let backup = binary.home.path() + "/before.db"
    #expect(try binary.run("backup", backup).status == 0)
    #expect(try binary.run("outbox", now: Self.due).output.contains("1 handed over"))
    for file in ["", "-wal", "-shm"] { unlink(binary.database + file) }
    #expect(try binary.run("restore", backup, "--to", binary.database).status == 0)
    #expect(try state(binary)["state"] as? String != "sent")
    #expect(try binary.run("outbox", now: Self.due).output.contains("1 handed over"))
    #expect(try state(binary)["state"] as? String == "sent")
    #expect(try String(contentsOfFile: kept, encoding: .utf8) == "mail\n")
  }

  @Test(
    "one mail is on its program's input, with our headers alone and the words encoded",
    .verifies("MSG-05", "MSG-08"))
  func sent() throws {
    let kept =
      FileManager.default.temporaryDirectory.path() + "/callout-kept-\(UInt32.random(in: 0 ... .max))"
    let program = try script("printf '%s\\n' \"$@\" > \(kept).words\ncat > \(kept)\nenv > \(kept).env")
    defer { for file in [program, kept, kept + ".words", kept + ".env"] { unlink(file) } }
    let binary = try office([program, "-i", "-X", "two words"])
    let hostile = "Tür zu\r\nBcc: everybody@example.org\r\n\r\n.\r\nheißt: kalt"
    try binary.run("message", "20001", hostile)
    #expect(try binary.run("outbox", now: Self.due).output.contains("1 handed over"))
    let words = try String(contentsOfFile: kept + ".words", encoding: .utf8).split(separator: "\n").map(
      String.init)
    #expect(
      words == ["-i", "-X", "two words", "-f", "dispatch@riverside.example", "--", "omar@freshco.example"])
    let mail = try String(contentsOfFile: kept, encoding: .utf8)
    let parts = mail.components(separatedBy: "\n\n")
    let headers = parts[0].split(separator: "\n").map { $0.split(separator: ":")[0] }
    #expect(
      headers == [
        "From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "MIME-Version", "Content-Type",
        "Content-Transfer-Encoding"
      ], "\(parts[0])")
    #expect(parts[0].contains("Subject: =?utf-8?B?QsO8cm8gU8O8ZDogMjAwMDE=?="), "\(parts[0])")
    #expect(parts[0].contains("Date: Tue, 24 Nov 2026 10:43:00 +0000"))
    let body = Data(base64Encoded: parts[1], options: .ignoreUnknownCharacters).map {
      String(decoding: $0, as: UTF8.self)
    }
    #expect(body?.contains("Bcc: everybody@example.org") == true && body?.contains("heißt: kalt") == true)
    let variables = try String(contentsOfFile: kept + ".env", encoding: .utf8)
    #expect(!variables.contains("CALLOUT") && !variables.contains("XDG"), "\(variables)")
    #expect(try state(binary)["state"] as? String == "sent")
    #expect(try binary.run("outbox", now: Self.due).output.contains("Nothing is due"))
    #expect(!FileManager.default.fileExists(atPath: binary.database + ".outbox"))
  }

  @Test(
    "a program that fails, hangs or is missing leaves the message with its reason, and it is tried again later",
    .verifies("MSG-08"))
  func troubles() throws {
    let failing = try script("cat > /dev/null; echo 'connect to mail host: refused' >&2; exit 75")
    defer { unlink(failing) }
    let binary = try office([failing])
    try binary.run("message", "20001", "time")
    let failed = try binary.run("outbox", now: Self.due)
    #expect(failed.status == 3 && failed.output.contains("connect to mail host: refused"), "\(failed)")
    #expect(try state(binary)["state"] as? String == "failed")
    #expect(try binary.run("outbox", now: Self.due).output.contains("Nothing is due"))
    #expect(try binary.run("outbox", now: "2026-11-24T10:44:01Z").status == 3)
    #expect(try state(binary, "2026-11-24T10:44:01Z")["attempts"] as? Int == 2)
    let missing = try office(["/nowhere/sendmail"])
    try missing.run("message", "20001", "time")
    let answer = try missing.run("outbox", now: Self.due)
    #expect(answer.output.contains("/nowhere/sendmail: No such file or directory"), "\(answer)")
    let killed = try script("kill -9 $$")
    defer { unlink(killed) }
    let third = try office([killed])
    try third.run("message", "20001", "time")
    #expect(try third.run("outbox", now: Self.due).output.contains("signal 9"))
  }

  @Test("what is served goes on while the mail program hangs")
  func hangs() throws {
    let hanging = try script("while :; do sleep 1; done")
    defer { unlink(hanging) }
    var binary = try office([hanging])
    binary.now = nil
    try binary.run("message", "20001", "time")
    try binary.run("office", "start")
    let office = try ServedOffice(serving: binary, doors: ["--listen", "127.0.0.1:0"])
    defer { office.kill() }
    let id = try #require(try state(binary, ISO8601DateFormatter().string(from: Date()))["id"] as? String)
    // Until it hangs with the mail in its hand.
    for _ in 0..<900 where Tool.named(hanging).isEmpty { usleep(50_000) }
    #expect(!Tool.named(hanging).isEmpty, "\(id)")
    let begun = ContinuousClock.now
    #expect(try binary.run("note", "20001", "meanwhile").status == 0)
    #expect(try binary.run("health").status == 0)
    #expect(ContinuousClock.now - begun < .seconds(10))
    for process in Tool.named(hanging) { kill(process, SIGKILL) }
  }

  @Test("an address gets so many mails in an hour and no more, and what is no address gets none")
  func budget() throws {
    let program = try script("cat > /dev/null")
    defer { unlink(program) }
    let binary = try office([program], budget: 2)
    for number in 1...3 { try binary.run("message", "20001", "your part has come, call \(number)") }
    let round = try binary.run("outbox", now: Self.due)
    #expect(round.status == 3 && round.output.contains("2 mails went to this address within the hour"))
    let states = try binary.run("messages", "--json", now: Self.due).objects.compactMap {
      $0["state"] as? String
    }
    #expect(states.sorted() == ["failed", "sent", "sent"])
    try binary.run("customer", "edit", "FreshCo", "phone=-oQ/tmp@x.example")
    try binary.run("message", "20001", "late", now: "2026-11-24T12:00:00Z")
    let odd = try binary.run("outbox", now: "2026-11-24T12:01:00Z")
    #expect(odd.output.contains("none that a mail can go to"), "\(odd)")
  }

  @Test("a program that is no whole path, or no list, is refused with its line and what belongs there")
  func settings() throws {
    let binary = try office(["sendmail", "-i"])
    let answer = try binary.run("config")
    #expect(
      answer.errors.contains("config.toml:1") && answer.errors.contains("/usr/sbin/sendmail"),
      "\(answer.errors)")
  }

  @Test(
    "msmtp hands it to a mail server, which gets the address, the words and no more",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/msmtp"), "skipped: msmtp is missing"),
    .verifies("MSG-05"))
  func real() throws {
    let sink = try MailSink()
    let binary = try office([
      "/usr/bin/msmtp", "--host=127.0.0.1", "--port=\(sink.port)", "--tls=off", "--auth=off"
    ])
    try binary.run("message", "20001", "Grüße an alle: {technician} kommt.\n.\nEnde")
    let answer = try binary.run("outbox", now: Self.due)
    #expect(answer.status == 0, "\(answer)")
    let mail = sink.finish()
    #expect(
      mail.contains("MAIL FROM:<dispatch@riverside.example>")
        && mail.contains("RCPT TO:<omar@freshco.example>"))
    let body = mail.components(separatedBy: "\r\n\r\n").dropFirst().joined(separator: "\n")
    let coded = body.components(separatedBy: "\r\n.\r\n")[0]
    let words = Data(base64Encoded: coded, options: .ignoreUnknownCharacters).map {
      String(decoding: $0, as: UTF8.self)
    }
    #expect(words == "Grüße an alle: Ana Ruiz kommt.\n.\nEnde\n", "\(mail)")
    #expect(try state(binary)["state"] as? String == "sent")
  }
}

/// A mail server on a loopback port that takes one mail and keeps what was said to it.
final class MailSink {
  let port: UInt16
  private let listener: Int32
  private let kept = LockedText()

  init() throws {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    self.listener = listener
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, size) == 0 && listen(listener, 4) == 0 && getsockname(listener, $0, &size) == 0
      }
    }
    port = UInt16(bigEndian: address.sin_port)
    guard isBound else { throw Binary.Unexpected(text: "no loopback port") }
    let (door, said) = (listener, kept)
    Thread.detachNewThread { Self.serve(door, said) }
  }

  deinit { close(listener) }

  /// What was said, once the mail is there or nothing more comes.
  func finish() -> String {
    for _ in 0..<100 where !kept.text.contains("QUIT") { usleep(20_000) }
    return kept.text
  }

  private static func serve(_ listener: Int32, _ kept: LockedText) {
    let client = accept(listener, nil, nil)
    guard client >= 0 else { return }
    defer { close(client) }
    func say(_ line: String) { _ = (line + "\r\n").withCString { write(client, $0, strlen($0)) } }
    say("220 sink")
    var rest = ""
    var isInData = false
    var chunk = [UInt8](repeating: 0, count: 4_096)
    while true {
      let count = read(client, &chunk, chunk.count)
      guard count > 0 else { return }
      rest += String(decoding: chunk[..<count], as: UTF8.self)
      while let end = rest.range(of: "\r\n") {
        let line = String(rest[..<end.lowerBound])
        rest.removeSubrange(..<end.upperBound)
        kept.add(line + "\r\n")
        if isInData {
          if line == "." {
            isInData = false
            say("250 taken")
          }
        } else if line == "DATA" {
          isInData = true
          say("354 go on")
        } else if line.hasPrefix("EHLO") {
          say("250 sink")
        } else if line == "QUIT" {
          return say("221 bye")
        } else {
          say("250 ok")
        }
      }
    }
  }
}

/// Text that two threads write and read.
final class LockedText: @unchecked Sendable {
  private let lock = NSLock()
  private var words = ""

  var text: String { lock.withLock { words } }

  func add(_ more: String) { lock.withLock { words += more } }
}

extension Tool {
  /// The processes that run a script of this path.
  static func named(_ path: String) -> [pid_t] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return all.compactMap { pid_t($0) }.filter { process in
      guard let words = try? Data(contentsOf: URL(filePath: "/proc/\(process)/cmdline")) else { return false }
      return String(decoding: words, as: UTF8.self).split(separator: "\0").contains { $0 == path }
    }
  }
}
