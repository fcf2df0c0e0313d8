import Demo
import Domain
import Storage

/// Lets a made-up day go on in a sandbox: new calls, and technicians who do what they are told.
final class LivePlayer {
  /// How often it looks what is due, in real milliseconds.
  static let beat: Int64 = 250

  private(set) var sandbox: Sandbox
  private let file: OfficeFile
  private let calls: LiveCalls
  private let crew: FieldCrew
  private let stop: Timestamp?
  /// How far it has played.
  private var now: Timestamp

  /// Plays until the instant `stop`, and without one until it is left.
  init(_ file: OfficeFile, seed: UInt64, stop: Timestamp?) throws(StorageError) {
    guard let sandbox = try file.sandbox() else { throw .realOffice(path: file.path) }
    self.file = file
    self.sandbox = sandbox
    self.stop = stop
    now = sandbox.clock.base
    let console = file.identity.console
    calls = LiveCalls(seed: seed, begins: sandbox.begins, console: console)
    crew = FieldCrew(seed: seed, begins: sandbox.begins, console: console)
  }

  /// Whether it has played as long as it was to.
  var isOver: Bool { stop.map { now >= $0 } ?? false }

  /// Sets the clock going from where it stands.
  func begin(speed: Int, at milliseconds: Int64) throws(StorageError) {
    sandbox = try file.play { playing in
      var sandbox = playing.sandbox
      let now = sandbox.clock.now(at: milliseconds)
      sandbox.clock = sandbox.clock.restarted(from: now, at: milliseconds, speed: speed)
      return sandbox
    }
  }

  /// Does what is due; true when anybody has written since, whoever it was.
  func step(at milliseconds: Int64) throws(StorageError) -> Bool {
    let before = file.state.seq
    // Whoever was stopped for a while goes on from where the time stood.
    let clock = sandbox.clock.resumed(at: milliseconds)
    now = min(clock.running(at: milliseconds), stop ?? .init(seconds: .max))
    let limit = now + .seconds(Int64(clock.speed) * Pace.lease / 1_000)
    let office = file.state.office
    let isDue =
      !calls.due(after: sandbox.position, in: office, at: now).isEmpty
      || !crew.reports(in: office, at: now).isEmpty || !office.dayEndsDue(at: now).isEmpty
    let isLow = clock != sandbox.clock || (clock.until - now) < (limit - now) / 2
    guard isDue || isLow else { return false }
    sandbox = try file.play { [now, stop, file] playing in
      var sandbox = playing.sandbox
      playing.now = now
      for end in playing.office.dayEndsDue(at: now) {
        try play(until: end - .seconds(1), &playing, &sandbox)
        try playing.endDays(until: end, from: file.identity.console)
      }
      try play(until: now, &playing, &sandbox)
      sandbox.clock = clock.going(until: min(limit, stop ?? limit))
      return sandbox
    }
    return file.state.seq != before
  }

  /// What is due by an instant.
  private func play(until instant: Timestamp, _ playing: inout Playing, _ sandbox: inout Sandbox) throws {
    let coming = calls.due(after: sandbox.position, in: playing.office, at: instant)
    for submission in coming { _ = try playing.submit(submission) }
    sandbox.position += coming.count
    for submission in crew.reports(in: playing.office, at: instant) { _ = try playing.submit(submission) }
  }

  /// Stops the clock where it is.
  func stand(at milliseconds: Int64) throws(StorageError) {
    let reached = max(file.now, now)
    sandbox = try file.play { playing in
      var sandbox = playing.sandbox
      sandbox.clock = sandbox.clock.restarted(from: reached, at: milliseconds)
      return sandbox
    }
  }
}
