/// The console's side of the conversation: says when to pull, push and wait, and what the link is like.
///
/// Whoever carries it out brings the time in milliseconds and, for each failure, a chance; nothing else is known here.
/// One request is on the way at a time. An answer to an earlier one is told by its number and passed over.
public struct ConsoleLink: Sendable {
  public enum Input: Sendable {
    /// Time has passed, or something was submitted.
    case woken
    /// Somebody wants it tried now, whatever pause is on.
    case urged
    /// The pull of this number came back and was taken in.
    case confirmed(Int, Standing, isLast: Bool)
    /// The page of this number is none that could continue what is here.
    case parted(Int)
    /// The office has no such entry as the last one here: it was restored from an older file.
    case restored(Int)
    /// This file has gone back to what the office still has, and what it gave since waits again.
    case wentBack(Int, Standing)
    /// The office is so far ahead that a snapshot is the shorter way.
    case far(Int)
    case pushed(Int, PushAnswer)
    /// The office has taken this file in as another console, and its commands are numbered anew.
    case enrolled(Int, Standing)
    /// The office could not be reached, or its answer not be read.
    case failed(Int)
    /// The office does not know this console any more.
    case turnedAway(Int)
  }

  public enum Effect: Hashable, Sendable {
    case pull(Int)
    /// Pushes what waits from this number on.
    case push(Int, from: Int)
    /// Another file acts as this console: has the office take this one in as another.
    case enrol(Int)
    /// The office has lost entries: goes back to the last one that both have, and gives back what was lost of this
    /// console.
    case goBack(Int)
    /// Fetches a snapshot and takes it in; what comes of it is confirmed and not the last.
    case takeSnapshot(Int)
    /// Wakes it then at the latest.
    case wait(until: Int64)
  }

  /// How things are, as people read it.
  public enum State: Hashable, Sendable {
    /// Everything that the office had at the last look is here.
    case live
    case behind
    /// Since when the office could not be reached, in milliseconds.
    case offline(since: Int64)
    case stopped(Stop)
  }

  /// Why a console does not go on by itself, or only now and then.
  public enum Stop: String, Hashable, Sendable, CaseIterable {
    /// The office's ledger is not the one that this console knows.
    case parted
    /// Another file acts as this console, and the office takes it in as no other.
    case forked
    /// It was revoked.
    case turnedAway
    case otherOffice
  }

  /// Milliseconds between two looks while nothing happens.
  private static let pollEvery: Int64 = 1_000
  /// Milliseconds after which no answer is expected any more.
  private static let patience: Int64 = 40_000
  /// Milliseconds for a snapshot that nobody has said anything of: what is here by then is not asked for again.
  private static let snapshotPatience: Int64 = 120_000
  /// Milliseconds; doubled with each failure, up to the longest.
  private static let (firstPause, longestPause): (Int64, Int64) = (500, 15_000)
  /// Milliseconds until a console that was turned away asks again: whoever was let go may be let in again.
  private static let turnedAwayPause: Int64 = 30_000

  private enum Phase: Sendable {
    case idle(until: Int64)
    case asking(Int, until: Int64)
  }

  public private(set) var state = State.behind
  public private(set) var standing: Standing
  private var phase = Phase.idle(until: .min)
  private var requests = 0
  /// Up to which of its numbers the office has this console's commands, as far as it has said.
  private var taken: Int
  private var failures = 0
  /// How often it has gone back or been enrolled anew since nothing was left to be done.
  private var heals = 0
  /// Which transitions were reached, for a simulator to count.
  public private(set) var lastStep = ""

  public init(_ standing: Standing) {
    self.standing = standing
    taken = standing.answered
  }

  /// What happens next. `chance` is any number.
  public mutating func step(_ input: Input, now: Int64, chance: UInt64) -> [Effect] {
    if isOver { return [] }
    switch input {
    case .woken: return woken(now, chance)
    case .urged:
      if case .idle = phase { return pull(now) }
      return woken(now, chance)
    case .confirmed(let number, let standing, let isLast):
      guard isAwaited(number) else { return late() }
      failures = 0
      self.standing = standing
      taken = max(taken, standing.answered)
      if standing.isForked { return enrol(now) }
      return isLast ? caughtUp(now) : pull(now)
    case .parted(let number): return isAwaited(number) ? stop(.parted, now) : late()
    case .pushed(let number, let answer):
      guard isAwaited(number) else { return late() }
      failures = 0
      return heard(answer, now, chance)
    case .restored(let number): return isAwaited(number) ? ask("go back", now) { .goBack($0) } : late()
    case .far(let number): return isAwaited(number) ? takeSnapshot(now) : late()
    case .enrolled(let number, let standing), .wentBack(let number, let standing):
      guard isAwaited(number) else { return late() }
      return healed(standing, now)
    case .failed(let number): return isAwaited(number) ? pause(now, chance) : late()
    case .turnedAway(let number):
      guard isAwaited(number) else { return late() }
      return stop(lastStep == "enrol anew" ? .forked : .turnedAway, now)
    }
  }

  /// Something was submitted here, or another process of this console took in a page.
  public mutating func changed(_ standing: Standing, now: Int64, chance: UInt64) -> [Effect] {
    guard standing.cursor.seq >= self.standing.cursor.seq else { return [] }
    self.standing = standing
    if isOver { return [] }
    guard case .idle(let until) = phase else { return [] }
    if !isInTouch { return now < until ? [.wait(until: until)] : pull(now) }
    return caughtUp(now)
  }
}

extension ConsoleLink {
  /// Whether it never goes on by itself.
  private var isOver: Bool {
    if case .stopped(let why) = state { return why != .turnedAway }
    return false
  }

  /// Whether the office answered the last time.
  private var isInTouch: Bool { state == .live || state == .behind }

  private func isAwaited(_ number: Int) -> Bool {
    if case .asking(number, _) = phase { return true }
    return false
  }

  private mutating func late() -> [Effect] {
    lastStep = "late answer"
    return []
  }

  private mutating func woken(_ now: Int64, _ chance: UInt64) -> [Effect] {
    switch phase {
    case .idle(let until): return now >= until ? pull(now) : [.wait(until: until)]
    case .asking(_, let until): return now >= until ? pause(now, chance) : [.wait(until: until)]
    }
  }

  private mutating func pull(_ now: Int64) -> [Effect] { ask("pull", now) { .pull($0) } }

  /// Asks something under the next number; without an answer in time it counts as failed.
  private mutating func ask(
    _ step: String, _ now: Int64, patience: Int64 = patience, _ question: (Int) -> Effect
  ) -> [Effect] {
    lastStep = step
    requests += 1
    phase = .asking(requests, until: now + patience)
    return [question(requests), .wait(until: now + patience)]
  }

  /// Nothing more to pull: what waits and the office has not heard of is pushed.
  ///
  /// Whatever the office has taken came with this look. What it had taken and did not come it has lost, as by a
  /// restore: that is pushed again, at the next look, so that an office which forgets is not asked without a pause.
  private mutating func caughtUp(_ now: Int64) -> [Effect] {
    state = .live
    if taken > standing.answered {
      lastStep = "lost there"
      taken = standing.answered
      return rest(now)
    }
    if standing.given > taken { return push(now) }
    lastStep = "rest"
    heals = 0
    return rest(now)
  }

  /// What waits goes out a message after the other; what came of all of them is fetched once.
  private mutating func push(_ now: Int64) -> [Effect] {
    let first = taken + 1
    return ask("push", now) { .push($0, from: first) }
  }

  /// Goes on at once; where that has not helped, after a pause that doubles, so that nobody enrols without end.
  private mutating func healed(_ standing: Standing, _ now: Int64) -> [Effect] {
    failures = 0
    self.standing = standing
    taken = standing.answered
    heals += 1
    if heals <= 2 { return pull(now) }
    lastStep = "heal again"
    let until = now + min(Self.longestPause, Self.pollEvery << min(Int64(heals), 10))
    phase = .idle(until: until)
    return [.wait(until: until)]
  }

  private mutating func rest(_ now: Int64) -> [Effect] {
    phase = .idle(until: now + Self.pollEvery)
    return [.wait(until: now + Self.pollEvery)]
  }

  private mutating func takeSnapshot(_ now: Int64) -> [Effect] {
    state = .behind
    return ask("snapshot", now, patience: Self.snapshotPatience) { .takeSnapshot($0) }
  }

  private mutating func enrol(_ now: Int64) -> [Effect] { ask("enrol anew", now) { .enrol($0) } }

  private mutating func heard(_ answer: PushAnswer, _ now: Int64, _ chance: UInt64) -> [Effect] {
    switch answer {
    case .taken(let through):
      // Another process of this console may have given more away meanwhile.
      let isFurther = through > taken
      taken = max(taken, through)
      return isFurther && standing.given > taken ? push(now) : pull(now)
    case .expect(let count):
      // What was answered here and the office has not got is lost there.
      if count <= standing.answered { return stop(.parted, now) }
      taken = count - 1
      lastStep = "expect"
      return pause(now, chance)
    case .forked: return enrol(now)
    case .otherLog: return stop(.otherOffice, now)
    case .otherEpoch: return pull(now)
    }
  }

  /// Waits before the next try: a random share of a pause that doubles, so that consoles do not come back all at once.
  private mutating func pause(_ now: Int64, _ chance: UInt64) -> [Effect] {
    lastStep = "pause"
    let longest = min(Self.longestPause, Self.firstPause << min(Int64(failures), 10))
    failures += 1
    if isInTouch { state = .offline(since: now) }
    let until = now + 1 + Int64(chance % UInt64(longest))
    phase = .idle(until: until)
    return [.wait(until: until)]
  }

  private mutating func stop(_ why: Stop, _ now: Int64) -> [Effect] {
    lastStep = "stop: \(why.rawValue)"
    state = .stopped(why)
    let until = why == .turnedAway ? now + Self.turnedAwayPause : .max
    phase = .idle(until: until)
    return isOver ? [] : [.wait(until: until)]
  }
}
