import Crypto
import Curses
import Domain
import Exchange
import Foundation
import Settings
import Storage
import Verbs

/// Plays a recorded day into a sandbox: what is due goes in, the sandbox's clock goes on as far as that.
struct Replaying {
  private static let largestFile = 1 << 28

  let surroundings: Surroundings
  let options: CommonOptions
  let output: Output

  init(_ surroundings: Surroundings, options: CommonOptions, output: Output) {
    self.surroundings = surroundings
    self.options = options
    self.output = output
  }

  /// Plays until the end, the stop or a signal; the exit status.
  func run(_ wish: ReplayedDay) throws(ShellError) -> Int32 {
    guard let bytes = TextFile.bytes(wish.file, limit: Self.largestFile) else {
      throw .failed(Failure(.cannotRead, subject: wish.file, detail: "not there, not readable or too large"))
    }
    let day = ReplayDay(bytes)
    if day.isEmpty { throw .usage(Self.nothing(in: wish.file, day)) }
    if options.isDryRun { return say(Self.counts(day, wish), sandbox: nil, isStopped: false) }
    if surroundings.configuration.database.source == .builtIn {
      throw .usage(UsageFault("replay needs a file of its own to play into: --db FILE.", word: "--db"))
    }
    let zone = try zone(wish)
    let file = try open(
      wish, day, hash: Domain.Digest(rawBytes: Array(SHA256.hash(data: bytes))) ?? .zero, zone)
    defer { file.close() }
    do throws(StorageError) {
      guard try file.tryHoldPlay() else { throw .beingPlayed(path: file.path) }
    } catch {
      throw .failed(error.failure)
    }
    return try play(wish, day, zone, in: file)
  }
}

extension Replaying {
  /// That a file is no recorded day, with what stands against its first line.
  private static func nothing(in path: String, _ day: ReplayDay) -> UsageFault {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let first = day.lines.first else { return UsageFault("\(name) is empty.", word: path) }
    let why =
      switch first.content {
      case .refused(let reason): reason
      case .skipped(let kind): "\"\(kind)\" is of no kind that is played"
      case .event: "it is played"
      }
    return UsageFault("\(name) has nothing to replay. Line \(first.number): \(why).", word: path)
  }

  private func zone(_ wish: ReplayedDay) throws(ShellError) -> ZoneRules {
    let name = wish.zone ?? surroundings.zones.systemZone
    guard let rules = surroundings.zones.rules(name) else {
      throw .usage(UsageFault("\"\(name)\" is no zone. Europe/London or UTC are.", word: name))
    }
    return rules
  }

  /// The sandbox that is there, or a new one; a real office and the sandbox of another day are refused.
  private func open(
    _ wish: ReplayedDay, _ day: ReplayDay, hash: Domain.Digest, _ zone: ZoneRules
  ) throws(ShellError) -> OfficeFile {
    let path = surroundings.databasePath
    let fileOptions = OfficeSession.options(surroundings)
    do throws(StorageError) {
      let file = try OfficeFile(opening: path, options: fileOptions)
      guard let sandbox = try file.sandbox() else { throw .realOffice(path: path) }
      guard sandbox.hash == hash else { throw .otherDay(path: path, source: sandbox.source) }
      return file
    } catch .noOffice {
      try Folder.mustExist(for: path)
    } catch {
      throw .failed(error.failure)
    }
    let now = surroundings.clock.now
    let date = wish.keepsDates ? day.date : zone.date(at: now)
    let begins = zone.startOfDay(date)
    let base = wish.from.map { zone.timestamp(date, $0) } ?? begins
    let sandbox = Sandbox(
      source: wish.file.split(separator: "/").last.map(String.init) ?? wish.file, hash: hash, begins: begins,
      clock: SandboxClock(
        base: base, startedAt: surroundings.clock.milliseconds, speed: wish.speed, until: base))
    do {
      return try OfficeFile.create(at: path, identity: .fresh(), options: fileOptions, sandbox: sandbox)
    } catch {
      throw .failed(error.failure)
    }
  }

  private func play(
    _ wish: ReplayedDay, _ day: ReplayDay, _ zone: ZoneRules, in file: OfficeFile
  ) throws(ShellError) -> Int32 {
    let player: DayPlayer
    let signals: SignalPipe
    do { signals = try SignalPipe() } catch {
      throw .failed(Failure(.cannotOpen, subject: "signals", detail: "\(error)"))
    }
    do {
      player = try DayPlayer(
        file, day, isCallsOnly: wish.isCallsOnly, zone: zone, owner: surroundings.accountAsOwner)
    } catch {
      throw .failed(error.failure)
    }
    var waiting = Waiting(clock: surroundings.clock, signals: signals)
    let stop = wish.until.map { zone.timestamp(zone.date(at: player.begins), $0) }
    output.warn(Wording.replayBegins(lines: day.lines.count, in: file.path, speed: wish.speed))
    do throws(StorageError) {
      try player.begin(speed: wish.speed, at: waiting.milliseconds)
      while let wait = try player.step(
        stop: stop, at: waiting.milliseconds,
        refused: { line, reason in
          output.endProgress()
          output.warn(Wording.refusedLine(line, reason))
        })
      {
        output.progress(Wording.played(player.sandbox.counts, of: day.lines.count, at: file.now, in: zone))
        if waiting.isEnded(after: wait) { break }
      }
      output.endProgress()
      try player.stand(at: surroundings.clock.milliseconds)
    } catch {
      output.endProgress()
      throw .failed(error.failure)
    }
    return say(player.sandbox.counts, sandbox: player.sandbox, isStopped: !player.isOver)
  }

  /// What would become of the lines, as far as they tell it themselves.
  private static func counts(_ day: ReplayDay, _ wish: ReplayedDay) -> PlayedCounts {
    var counts = PlayedCounts(read: day.lines.count)
    for line in day.lines {
      switch line.content {
      case .event(let event) where wish.isCallsOnly && !event.kind.isOfCalls: counts.skipped += 1
      case .event: counts.applied += 1
      case .skipped: counts.skipped += 1
      case .refused: counts.refused += 1
      }
    }
    return counts
  }

  private func say(_ counts: PlayedCounts, sandbox: Sandbox?, isStopped: Bool) -> Int32 {
    if options.isJSON {
      output.emit(Objects.played(counts).text)
    } else {
      for line in Wording.played(counts, isDryRun: sandbox == nil, isStopped: isStopped) { output.say(line) }
    }
    return 0
  }
}

extension Surroundings {
  /// Whoever runs this, as the one who may everything in what is played.
  fileprivate var accountAsOwner: Person {
    let identifiers = RandomIdentifiers()
    return Person(
      id: identifiers.newID(), handle: account, name: PersonalText(id: identifiers.newID(), words: account),
      role: .owner)
  }
}
