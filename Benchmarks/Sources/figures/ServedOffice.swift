import Demo
import Domain
import Foundation
import Storage
import Sync

/// An office that the real program serves, and its file opened a second time to look at.
final class ServedOffice: @unchecked Sendable {
  let folder: String
  let file: OfficeFile
  let orders: [WorkOrder.ID]
  let technicians: [Technician.ID]
  let person: Person.ID
  let options: FileOptions
  private let callout: String
  private let process = Process()
  private(set) var port: UInt16 = 0
  private var consoles: UInt64 = 0
  private var submissions: UInt64 = 0

  struct NotServed: Error {
    let said: String
  }

  /// An office of so many open and closed orders and at least so many entries.
  init(
    _ now: Timestamp, in folder: String, callout: String, entries: Int, open: Int = 1_000, closed: Int = 0
  ) throws {
    self.folder = folder
    self.callout = callout
    mkdir(folder, 0o700)
    let day = DemoDay(seed: 1, now: now, zone: .utc, open: open, closed: closed)
    options = FileOptions(clock: { Timestamp(seconds: Int64(time(nil))) })
    person = day.dispatcher
    let identity = FileIdentity(
      log: Identifier(high: 1, low: 1), epoch: Identifier(high: 1, low: 2), console: day.console)
    file = try OfficeFile.create(at: folder + "/office.db", identity: identity, options: options)
    _ = try file.submitAll(Array(day.submissions))
    let office = file.state.office
    orders = office.orders.inOrder.filter { !$0.isEnded }.map(\.id)
    technicians = office.technicians.inOrder.map(\.id)
    try fill(to: entries, now, day.console)
    try file.startOffice(by: person)
    try serve()
  }

  deinit {
    process.terminate()
    process.waitUntilExit()
    file.close()
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Flags put up and taken down until there are so many entries.
  private func fill(to entries: Int, _ now: Timestamp, _ console: ConsoleID) throws {
    while file.state.seq < entries {
      let isUp = file.state.office.order(orders[0])?.flag != nil
      let batch = orders.prefix(min(orders.count, entries - file.state.seq)).map { id in
        submission([.flagWorkOrder(id, FlagWorkOrder(!isUp))], from: console, at: now)
      }
      _ = try file.submitAll(batch)
    }
  }

  private func serve() throws {
    process.executableURL = URL(fileURLWithPath: callout)
    process.arguments = ["--db", file.path, "serve", "--listen", "127.0.0.1:0"]
    process.environment = ["HOME": folder, "PATH": "/usr/bin:/bin", "USER": "bea"]
    let (output, log) = (Pipe(), folder + "/serve.log")
    FileManager.default.createFile(atPath: log, contents: nil)
    process.standardOutput = output
    process.standardError = FileHandle(forWritingAtPath: log)
    try process.run()
    var said = ""
    while !said.contains("\n") {
      let more = output.fileHandleForReading.availableData
      if more.isEmpty { throw NotServed(said: try String(contentsOfFile: log, encoding: .utf8)) }
      said += String(decoding: more, as: UTF8.self)
    }
    guard let number = said.split(whereSeparator: \.isWhitespace).last?.split(separator: ":").last,
      let port = UInt16(number)
    else { throw NotServed(said: said) }
    self.port = port
  }

  /// The whole ledger.
  func entries() throws -> [SealedEntry] {
    let all = MessageLimit(items: .max, bytes: .max)
    guard case .page(let page) = try file.page(of: file.identity.log, after: .beginning, atMost: all) else {
      return []
    }
    return page.entries
  }

  /// Memory of the server that no file backs, in megabytes.
  var serverMegabytes: Double { anonymousMegabytes(of: process.processIdentifier) }

  func submission(_ commands: [Command], from console: ConsoleID, at now: Timestamp) -> Submission {
    submissions += 1
    return Submission(
      id: Identifier(high: 21, low: submissions), stamp: Stamp(by: person, at: now, console: console),
      commands: commands, acceptsWarnings: true, acceptsClaims: true)
  }

  /// A console that has joined, with a line of its own to the office, and all that the office has.
  func join(_ name: String) throws -> JoinedConsole {
    consoles += 1
    let id = ConsoleID(high: 22, low: consoles)
    let token = String(repeating: "0", count: 48) + String(format: "%016x", consoles)
    // By a code of its own: an account that asks again before it was heard of is the same console.
    let code = "bench-\(consoles)"
    try file.enrol(
      person, code: code, until: Timestamp(seconds: Int64(time(nil))) + .hours(1), by: person)
    guard let answer = try file.admit(code: code, as: id, token: token) else {
      throw NotServed(said: "\(name) was not let in")
    }
    let path = "\(folder)/\(name).db"
    let joined = try OfficeFile.join(
      answer, address: "http://127.0.0.1:\(port)", at: path, options: options)
    FileManager.default.createFile(
      atPath: path + ".token", contents: Data((token + "\n").utf8), attributes: [.posixPermissions: 0o600])
    let console = JoinedConsole(id: id, file: joined, line: try OfficeConnection(port: port, token: token))
    try console.catchUp()
    return console
  }

  /// Has the real program join as a console of its own; seconds until it has all that it works with.
  func joinByProgram(_ name: String) throws -> Double {
    let code = "abcd2345abcd2345"
    try file.enrol(
      person, code: code, until: Timestamp(seconds: Int64(time(nil))) + .hours(1), by: person)
    let watch = Stopwatch()
    try run([
      "--db", "\(folder)/\(name).db", "join", "http://127.0.0.1:\(port)", "--code", code
    ]).waitUntilExit()
    return watch.wallSeconds
  }

  /// How many bytes the rows are that a new console takes.
  func snapshotBytes() throws -> Int {
    let request = SnapshotRequest(log: file.identity.log, answered: 0)
    let asking = Registrar(person: person, console: ConsoleID(high: 22, low: 0))
    guard case .head(let head) = try file.snapshot(request, for: asking) else { return 0 }
    return head.bytes
  }

  private func run(_ words: [String]) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: callout)
    process.arguments = words
    process.environment = ["HOME": folder, "PATH": "/usr/bin:/bin", "USER": "bea"]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// Has the real program send and fetch at these consoles, all at once; seconds until the last has ended.
  func syncAll(_ consoles: [JoinedConsole]) throws -> Double {
    let watch = Stopwatch()
    for process in try consoles.map(sync) { try wait(for: process) }
    return watch.wallSeconds
  }

  /// The program at work for a console: it sends what waits and fetches what there is.
  func sync(_ console: JoinedConsole) throws -> Process {
    try run(["--db", console.file.path, "sync", "--once"])
  }

  func wait(for process: Process) throws {
    process.waitUntilExit()
    if process.terminationStatus != 0 {
      throw NotServed(said: "sync ended with \(process.terminationStatus)")
    }
  }
}

/// A console of the office in this process.
struct JoinedConsole: @unchecked Sendable {
  let id: ConsoleID
  let file: OfficeFile
  let line: OfficeConnection

  func catchUp() throws { while try !pull() {} }

  /// Fetches one page and takes it in; whether it was the last.
  @discardableResult func pull() throws -> Bool {
    let page = try line.page(after: file.standing())
    try file.confirm(page)
    return page.isLast
  }

  /// Sends the first message of what waits.
  func push() throws { _ = try push(from: try file.standing().answered + 1) }

  /// Sends all that waits, a message after the other.
  func pushAll() throws {
    var first = try file.standing().answered + 1
    while let last = try push(from: first) { first = last + 1 }
  }

  /// Sends what waits from a number on, as much as goes into a message; the number of the last one that went.
  private func push(from first: Int) throws -> Int? {
    let waiting = try file.waiting(from: first, atMost: .push)
    if !waiting.isEmpty { try line.push(try file.standing().push(waiting)) }
    return waiting.last?.count
  }
}
