import Domain
import Storage
import Sync
import Synchronization
import TestSupport
import Testing

@Suite("The time of a sandbox at the consoles that have joined it", .verifies("ADM-10"))
struct SandboxTimeTests {
  /// Real milliseconds that a test moves on by hand, beside those of others.
  private final class RealTime: Sendable {
    private let passed: Mutex<Int64>
    init(ahead seconds: Int64 = 0) { passed = Mutex(seconds * 1_000) }
    var milliseconds: Int64 { Stores.start.seconds * 1_000 + passed.withLock { $0 } }
    func pass(_ more: Int64) { passed.withLock { $0 += more } }

    var options: FileOptions {
      var options = FileOptions(clock: { Timestamp(seconds: self.milliseconds / 1_000) })
      options.milliseconds = { self.milliseconds }
      return options
    }
  }

  private static let base = Timestamp(seconds: 1_483_574_400)
  private static let identity = FileIdentity(
    log: Stores.log, epoch: Stores.epoch, console: ConsoleID(high: 1, low: 3))

  /// An office that is a sandbox or a real one, and a console that has joined it by a real clock of its own.
  private func joined(
    isSandbox: Bool = true, ahead seconds: Int64 = 0,
    _ body: (OfficeFile, OfficeFile, (Int64) -> Void) throws -> Void
  ) throws {
    try Stores.inFolder { folder in
      let (there, here) = (RealTime(), RealTime(ahead: -seconds))
      let clock = SandboxClock(base: Self.base, startedAt: there.milliseconds, speed: 100, until: Self.base)
      let office = try OfficeFile.create(
        at: folder + "/office.db", identity: Self.identity, options: there.options,
        sandbox: isSandbox ? Sandbox(source: "day", hash: .zero, begins: Self.base, clock: clock) : nil)
      defer { office.close() }
      try TwoDesks.found(office)
      try office.startOffice(by: TwoDesks.owner)
      try office.enrol(TwoDesks.people[1], code: "code", until: office.now + .hours(1), by: TwoDesks.owner)
      let answer = try #require(try office.admit(code: "code", as: TwoDesks.consoles[1], token: "t"))
      let console = try OfficeFile.join(
        answer, address: "http://127.0.0.1:1", at: folder + "/console.db", options: here.options)
      defer { console.close() }
      try body(office, console) { milliseconds in
        there.pass(milliseconds)
        here.pass(milliseconds)
      }
    }
  }

  private func pull(_ console: OfficeFile, from office: OfficeFile) throws {
    let pull = try console.standing().pull.asked(at: console.realNow, by: "0.1.0")
    let answer = try office.answer(pull.going(on: pull.after), for: TwoDesks.registrar(1))
    guard case .page(let page) = answer else { throw LogFault.otherLog }
    try console.confirm(page)
  }

  private func play(_ office: OfficeFile, until: Timestamp) throws {
    try office.play { playing in
      var sandbox = playing.sandbox
      sandbox.clock = sandbox.clock.going(until: until)
      return sandbox
    }
  }

  @Test("is the sandbox's from the first moment, and goes as far as that one's", arguments: [0, 7_200])
  func same(ahead: Int) throws {
    try joined(ahead: Int64(ahead)) { office, console, pass in
      try pull(console, from: office)
      #expect(console.now == Self.base && console.sandboxClock?.speed == 100)
      try play(office, until: Self.base + .minutes(5))
      pass(1_000)
      #expect(console.now == Self.base, "nobody has told it yet")
      try pull(console, from: office)
      #expect(console.now == Self.base + .seconds(100) && office.now == console.now)
      let window = try OfficeFile(opening: console.path, options: RealTime().options)
      #expect(window.sandboxClock == console.sandboxClock)
      window.close()
      pass(60_000)
      #expect(console.now == Self.base + .minutes(5))
      #expect(throws: StorageError.joined(path: console.path)) { try play(console, until: Self.base) }
    }
  }

  @Test("is told to nobody who does not say his version: he would take the page for another office's")
  func older() throws {
    try joined { office, console, _ in
      let pull = try console.standing().pull
      guard case .page(let page) = try office.answer(pull, for: TwoDesks.registrar(1)) else {
        throw LogFault.otherLog
      }
      #expect(page.clock == nil)
      try console.confirm(page)
      #expect(console.now == Self.base)
    }
  }

  @Test("is no part of how far two machines' clocks are apart")
  func clocksApart() throws {
    try joined(ahead: 30) { office, console, pass in
      try play(office, until: Self.base + .hours(2))
      pass(20_000)
      let word = ConsoleWord(clock: console.realNow, version: "0.1.0", has: 1)
      pass(1_000)
      try office.noteSeen(TwoDesks.consoles[1], word)
      let kept = try office.joinedConsoles().first { $0.id == TwoDesks.consoles[1] }
      #expect(kept?.clockSkew == .seconds(31))
    }
  }

  @Test("a real office's console goes by the real one, whatever it is told")
  func real() throws {
    try joined(isSandbox: false) { office, console, _ in
      let clock = SandboxClock(base: Self.base, startedAt: 0, speed: 100, until: Self.base)
      guard case .page(let page) = try office.answer(try console.standing().pull, for: TwoDesks.registrar(1))
      else { throw LogFault.otherLog }
      #expect(page.clock == nil)
      #expect(throws: StorageError.self) { try console.confirm(page.telling(ToldClock(clock))) }
      try console.confirm(page)
      #expect(console.now == Stores.start && console.sandboxClock == nil)
    }
  }

  @Test("what is no time is no clock, and a speed that is none becomes one")
  func unsound() {
    let odd = SandboxClock(
      base: Timestamp(seconds: .max), startedAt: .min, speed: 5, until: Timestamp(seconds: .min))
    #expect(ToldClock(odd).clock(beside: .zero) == nil)
    let slow = SandboxClock(base: Self.base, startedAt: .min, speed: -4, until: Self.base)
    #expect(ToldClock(slow).clock(beside: Span(seconds: .max))?.speed == 1)
  }
}
