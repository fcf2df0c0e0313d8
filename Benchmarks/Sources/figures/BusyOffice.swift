import Domain
import Foundation
import Storage
import Sync

/// Twenty consoles that each give five commands a second over a line that is slow, swallows answers and breaks.
enum BusyOffice {
  private static let consoles = 20
  /// Milliseconds between two commands of a console.
  private static let pace = 200.0

  static func measure(_ now: Timestamp, _ sizes: Sizes) throws {
    guard let callout = sizes.callout, let proxy = sizes.proxy else { return }
    Row.head("\(consoles) consoles, five commands a second each for \(sizes.seconds) s over a faulty line")
    let office = try ServedOffice(
      now, in: "\(sizes.folder)/callout-busy-\(getpid())", callout: callout, entries: 1)
    let line = try FaultyLine(proxy, to: office.port)
    defer { line.stop() }
    let joined = try (1...consoles).map { try office.join("busy-\($0)") }
    let before = office.serverMegabytes
    let (all, port) = (Collected(), line.port)
    let group = DispatchGroup()
    for (index, console) in joined.enumerated() {
      group.enter()
      Thread.detachNewThread {
        all.add(work(at: console, index, office, by: port, seconds: Double(sizes.seconds)))
        group.leave()
      }
    }
    group.wait()
    try report(all, joined, office, before)
  }

  /// What one console went through.
  struct Worked {
    var given: [Submission.ID] = []
    var answered = Samples()
    var failures = 0
  }

  private static func work(
    at console: JoinedConsole, _ index: Int, _ office: ServedOffice, by port: UInt16, seconds: Double
  ) -> Worked {
    var worked = Worked()
    let watch = Stopwatch()
    var link = Link(console: console, port: port)
    usleep(UInt32(Double(index) / Double(consoles) * pace * 1_000))
    var next = watch.wallSeconds
    while watch.wallSeconds < seconds {
      let order = office.orders[(index * 31 + worked.given.count) % office.orders.count]
      let id = Submission.ID(high: 1_000 + UInt64(index), low: UInt64(worked.given.count))
      let submission = Submission(
        id: id,
        stamp: Stamp(by: office.person, at: office.file.state.office.dayOpenedAt, console: console.id),
        commands: [.addNote(order, AddNote("called back, \(worked.given.count)"))], acceptsWarnings: true)
      let given = watch.wallSeconds
      do { _ = try console.file.submit(submission) } catch { continue }
      worked.given.append(id)
      while !link.isAnswered() { worked.failures += 1 }
      worked.answered.add(milliseconds: (watch.wallSeconds - given) * 1_000)
      next += pace / 1_000
      let rest = next - watch.wallSeconds
      if rest > 0 { usleep(UInt32(rest * 1_000_000)) }
    }
    return worked
  }

  private static func report(
    _ all: Collected, _ joined: [JoinedConsole], _ office: ServedOffice, _ before: Double
  ) throws {
    let worked = all.take()
    let given = worked.flatMap(\.given)
    let samples = worked.map(\.answered).reduce(into: Samples()) { $0.add($1) }
    let entered = try office.entries().map(\.head.submission)
    let times = Dictionary(entered.map { ($0, 1) }, uniquingKeysWith: +)
    let (lost, doubled) = (given.count { times[$0] == nil }, given.count { times[$0] ?? 0 > 1 })
    for console in joined { try console.catchUp() }
    let ends = Set(try joined.map { try $0.file.standing().cursor })
    Row.say("commands given, tries that failed", "\(given.count), \(worked.map(\.failures).reduce(0, +))")
    Row.say("given until answered at the console", samples.text, mark: "p99 1,000 ms")
    Row.say(
      "lost, doubled, ends of the consoles' ledgers", "\(lost), \(doubled), \(ends.count)", mark: "0, 0, 1")
    Row.say(
      "memory of the server before and after",
      "\(before.rounded(1)) MB, \(office.serverMegabytes.rounded(1)) MB",
      mark: "flat")
  }

  /// A console's connection by the faulty line, made anew when it breaks.
  private struct Link {
    let console: JoinedConsole
    let port: UInt16
    var line: OfficeConnection?

    init(console: JoinedConsole, port: UInt16) {
      self.console = console
      self.port = port
    }

    private mutating func connection() throws -> OfficeConnection {
      if let line { return line }
      let made = try OfficeConnection(port: port, token: console.line.token, patience: 1)
      line = made
      return made
    }

    /// Tries once to have all that waits answered.
    mutating func isAnswered() -> Bool {
      do {
        let over = JoinedConsole(id: console.id, file: console.file, line: try connection())
        try over.push()
        try over.catchUp()
        return try console.file.standing().waiting == 0
      } catch {
        line = nil
        usleep(UInt32.random(in: 1_000...30_000))
        return false
      }
    }
  }

  private final class Collected: @unchecked Sendable {
    private let lock = NSLock()
    private var all: [Worked] = []

    func add(_ one: Worked) { lock.withLock { all.append(one) } }
    func take() -> [Worked] { lock.withLock { all } }
  }
}

/// A proxy of somebody else's between consoles and their office.
private final class FaultyLine {
  private let process = Process()
  let port: UInt16

  init(_ program: String, to office: UInt16) throws {
    port = UInt16.random(in: 20_000...40_000)
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "python3", program, "--listen", "\(port)", "--to", "127.0.0.1:\(office)", "--latency", "5", "--jitter",
      "10",
      "--reset", "0.01", "--swallow", "0.05", "--refuse", "0.02", "--seed", "1"
    ]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    usleep(500_000)
  }

  func stop() {
    process.terminate()
    process.waitUntilExit()
  }
}
