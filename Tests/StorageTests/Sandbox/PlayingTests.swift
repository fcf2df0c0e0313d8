import Domain
import Storage
import Synchronization
import TestSupport
import Testing

@Suite("Playing into a sandbox", .verifies("ADM-10"))
struct PlayingTests {
  /// Real milliseconds that a test moves on by hand.
  final class RealTime: Sendable {
    private let passed = Mutex<Int64>(0)
    var milliseconds: Int64 { SampleOffice.start.seconds * 1_000 + passed.withLock { $0 } }
    func pass(_ more: Int64) { passed.withLock { $0 += more } }

    var options: FileOptions {
      var options = FileOptions(clock: { Timestamp(seconds: self.milliseconds / 1_000) })
      options.milliseconds = { self.milliseconds }
      return options
    }
  }

  static let base = Timestamp(seconds: 1_483_574_400)
  static let hash = Digest(rawBytes: [UInt8](repeating: 5, count: 32)) ?? .zero

  static func sandbox(_ time: RealTime, until: Timestamp = base) -> Sandbox {
    Sandbox(
      source: "day.ndjson", hash: hash, begins: base,
      clock: SandboxClock(base: base, startedAt: time.milliseconds, speed: 100, until: until))
  }

  static func made(_ time: RealTime, in folder: TemporaryFolder) throws -> OfficeFile {
    try OfficeFile.create(
      at: folder.file("sandbox.db"), identity: SampleOffice.identity, options: time.options,
      sandbox: sandbox(time))
  }

  static func submission(_ low: UInt64, _ commands: Command...) -> Submission {
    Submission(
      id: Submission.ID(high: 200, low: low),
      stamp: Stamp(by: SampleOffice.owner, at: base, console: SampleOffice.identity.console),
      commands: commands)
  }

  static let quayHouse = Command.addSite(
    AddSite(Site(id: SampleOffice.quayHouse, name: "Quay House", customer: nil)))
  static let founding = Command.foundOffice(
    FoundOffice(
      profile: OfficeProfile(name: "Played", zone: "UTC", currency: "EUR"), zone: .utc, firstNumber: 1,
      contracts: [],
      owner: Person(
        id: SampleOffice.owner, handle: "olga",
        name: PersonalText(id: Identifier(high: 3, low: 3), words: "Olga"), role: .owner)))

  @Test("its time is its own for everybody on it, and goes on as far as it is let")
  func time() throws {
    let folder = try TemporaryFolder()
    let time = RealTime()
    let file = try Self.made(time, in: folder)
    let other = try OfficeFile(opening: file.path, options: time.options)
    #expect(file.now == Self.base && other.now == Self.base)
    time.pass(1_000)
    #expect(other.now == Self.base, "nobody plays")
    try file.play { playing in
      var sandbox = playing.sandbox
      sandbox.clock = sandbox.clock.going(until: Self.base + .minutes(5))
      return sandbox
    }
    #expect(file.now == Self.base + .seconds(100))
    _ = try other.refresh()
    #expect(other.now == Self.base + .seconds(100))
    time.pass(60_000)
    #expect(other.now == Self.base + .minutes(5), "whoever played is gone")
  }

  @Test("what is recorded there is recorded in its time")
  func recorded() throws {
    let folder = try TemporaryFolder()
    let time = RealTime()
    let file = try Self.made(time, in: folder)
    try file.play { playing in
      guard case .recorded = try playing.submit(Self.submission(1, Self.founding, Self.quayHouse)) else {
        throw StorageError.noOffice(path: "")
      }
      var sandbox = playing.sandbox
      sandbox.clock = sandbox.clock.going(until: Self.base + .hours(1))
      return sandbox
    }
    time.pass(6_000)
    try file.submit(Self.submission(2, SampleOffice.log(1, "leak")))
    let recorded = try file.entries(since: 0, limit: 9).map(\.recordedAt)
    #expect(recorded == [Self.base, Self.base + .minutes(10)])
    #expect(try file.check().problems == [])
    try file.rebuild()
    #expect(try file.sandbox()?.source == "day.ndjson", "a rebuild leaves it a sandbox")
  }

  @Test("a step is on record whole or not at all, so that after a kill nothing is played twice or left out")
  func atomic() throws {
    let folder = try TemporaryFolder()
    let time = RealTime()
    let file = try Self.made(time, in: folder)
    try file.play { playing in
      _ = try playing.submit(Self.submission(1, Self.founding, Self.quayHouse))
      return playing.sandbox
    }
    struct Killed: Error {}
    func step(_ low: UInt64, killed: Bool = false) throws {
      try file.play { playing in
        guard case .recorded = try playing.submit(Self.submission(low, SampleOffice.log(low, "leak"))) else {
          throw StorageError.noOffice(path: "not recorded")
        }
        guard playing.office.order(SampleOffice.order(low)) != nil, !killed else { throw Killed() }
        var sandbox = playing.sandbox
        sandbox.position += 1
        sandbox.counts.read += 1
        sandbox.counts.applied += 1
        return sandbox
      }
    }
    try step(2)
    #expect(throws: StorageError.self) { try step(3, killed: true) }
    #expect(file.state.seq == 2 && file.state.office.order(SampleOffice.order(3)) == nil)
    let again = try OfficeFile(opening: file.path, options: time.options)
    #expect(try again.sandbox()?.position == 1 && again.state.seq == 2)
    try step(3)
    #expect(try file.sandbox()?.position == 2 && file.state.seq == 3)
    #expect(try file.sandbox()?.counts.addsUp == true)
    #expect(try file.check().problems == [])
  }

  @Test("a refusal records nothing and stops nothing")
  func refused() throws {
    let folder = try TemporaryFolder()
    let time = RealTime()
    let file = try Self.made(time, in: folder)
    let outcomes = Mutex<[String]>([])
    try file.play { playing in
      for submission in [
        Self.submission(1, Self.founding, Self.quayHouse),
        Self.submission(2, SampleOffice.note(7, "no such order")),
        Self.submission(3, SampleOffice.log(1, "leak")), Self.submission(3, SampleOffice.log(1, "leak"))
      ] {
        let word =
          switch try playing.submit(submission) {
          case .recorded: "recorded"
          case .same: "same"
          case .refused: "refused"
          }
        outcomes.withLock { $0.append(word) }
      }
      return playing.sandbox
    }
    #expect(outcomes.withLock { $0 } == ["recorded", "refused", "recorded", "same"])
    #expect(file.state.seq == 2)
  }

  @Test("a real office is refused, and nothing is written to it")
  func realOffice() throws {
    let office = try SampleOffice()
    let before = office.file.state.head
    let error = #expect(throws: StorageError.self) { try office.file.play { $0.sandbox } }
    #expect(error?.failure.code == .realOffice)
    #expect(try office.file.sandbox() == nil && office.file.sandboxClock == nil)
    #expect(office.file.state.head == before)
    #expect(office.file.now == SampleOffice.start)
  }

  @Test("one process plays at a time, until it ends")
  func oneAtATime() throws {
    let folder = try TemporaryFolder()
    let time = RealTime()
    let file = try Self.made(time, in: folder)
    let other = try OfficeFile(opening: file.path, options: time.options)
    #expect(try file.tryHoldPlay() && file.tryHoldPlay())
    #expect(try !other.tryHoldPlay())
    file.close()
    #expect(try other.tryHoldPlay())
  }
}
