import Crypto
import Curses
import Demo
import Domain
import Settings
import Storage
import Verbs

/// Makes a day up in a sandbox of its own, or takes up one that is there, and lets it go on.
struct LiveDemonstration {
  let surroundings: Surroundings
  let output: Output

  /// With a console until it is left, without one for as long as was said; the exit status.
  func run(_ wish: DemoOffice, _ live: LiveDemo) throws(ShellError) -> Int32 {
    var surroundings = surroundings
    let name = surroundings.configuration.person.value ?? "bea"
    let path =
      surroundings.configuration.database.source == .builtIn
      ? MadeUpDays.freePath(beside: surroundings.databasePath) : nil
    surroundings.set(database: path, person: nil, isMono: false)
    let (begins, isNew) = try prepare(wish, surroundings)
    if isNew { output.warn("A sandbox to learn in: \(surroundings.databasePath)") }
    surroundings.set(database: nil, person: name, isMono: false)
    let session = try OfficeSession(surroundings)
    let player: LivePlayer
    do throws(StorageError) {
      guard try session.file.tryHoldPlay() else {
        throw .beingPlayed(path: session.file.path)
      }
      player = try LivePlayer(
        session.file, seed: wish.seed, stop: live.hours.map { begins + .hours(Int64($0)) })
      try player.begin(speed: live.speed, at: session.file.milliseconds)
    } catch {
      throw .failed(error.failure)
    }
    guard wish.isHeadless else {
      defer { MadeUpDays(beside: surroundings.databasePath).say(to: output) }
      return try Callout.console(session, playing: player, output)
    }
    defer { session.file.close() }
    return try play(player, in: session)
  }
}

extension LiveDemonstration {
  /// Makes the day where there is none, also one that was left half made; when it begins, and whether it is new.
  private func prepare(
    _ wish: DemoOffice, _ surroundings: Surroundings
  ) throws(ShellError) -> (begins: Timestamp, isNew: Bool) {
    let words = Wording.madeUpDay(seed: wish.seed)
    let hash = Domain.Digest(rawBytes: Array(SHA256.hash(data: Array(words.utf8)))) ?? .zero
    let now = surroundings.clock.now
    var sandbox = Sandbox(
      source: words, hash: hash, begins: now,
      clock: SandboxClock(base: now, startedAt: surroundings.clock.milliseconds, speed: 1, until: now),
      position: Self.halfMade)
    let file: OfficeFile
    do throws(StorageError) {
      let path = surroundings.databasePath
      let opened = try OfficeFile(opening: path, options: OfficeSession.options(surroundings))
      guard let found = try opened.sandbox() else { throw .realOffice(path: path) }
      guard found.hash == hash else { throw .otherDay(path: path, source: found.source) }
      sandbox = found
      file = opened
    } catch .noOffice {
      file = try Initialisation.create(surroundings, sandbox: sandbox)
    } catch {
      throw .failed(error.failure)
    }
    defer { file.close() }
    guard sandbox.position == Self.halfMade else { return (sandbox.begins, false) }
    let demonstration = Demonstration(surroundings: surroundings, output: output)
    try demonstration.record(demonstration.day(wish, at: sandbox.begins), in: file)
    do {
      try file.play { playing in
        var sandbox = playing.sandbox
        sandbox.position = 0
        return sandbox
      }
    } catch {
      throw .failed(error.failure)
    }
    return (sandbox.begins, true)
  }

  private static let halfMade = -1

  private func play(_ player: LivePlayer, in session: OfficeSession) throws(ShellError) -> Int32 {
    let signals: SignalPipe
    do { signals = try SignalPipe() } catch {
      throw .failed(Failure(.cannotOpen, subject: "signals", detail: "\(error)"))
    }
    var waiting = Waiting(clock: surroundings.clock, signals: signals)
    do throws(StorageError) {
      while !player.isOver {
        _ = try player.step(at: waiting.milliseconds)
        if waiting.isEnded(after: LivePlayer.beat) { break }
      }
      try player.stand(at: surroundings.clock.milliseconds)
    } catch {
      throw .failed(error.failure)
    }
    output.say(
      Wording.livePlayed(calls: player.sandbox.position, until: session.now, in: session.office.zone))
    return 0
  }
}
