import Domain
import Sync

/// A live answer of the office to a console. What is sent comes in order, until the line drops: in the middle of a part,
/// and without a word where the network swallows the end.
final class SimulatedLine {
  /// Which process of the office answers.
  let office: Int
  /// The place in the log that the office has sent everything up to.
  var place: LogCursor
  /// When the last bytes arrive.
  var arrivesAt: Int64
  /// When the office said anything last.
  var saidAt: Int64
  var hasBegun = false
  var isDropped = false
  /// What the console knows of it.
  var known: LiveWatch.Line
  var reader = LiveReader()

  init(after place: LogCursor, office: Int, at now: Int64) {
    (self.place, self.office) = (place, office)
    (arrivesAt, saidAt) = (now, now)
    known = LiveWatch.Line(begunAt: now)
  }
}

extension World {
  /// Milliseconds between two signs of life of the office.
  private static let beat: Int64 = 15_000

  /// Opens the live line of a console where it is missing, and lets go of one that is over.
  func tend(_ console: SimulatedConsole) throws {
    guard hasLive else { return }
    switch console.watch.step(console.line?.known, console.link.state, now: now, chance: numbers.next()) {
    case .keep: return
    case .giveUp:
      console.line = nil
      reached["live line given up", default: 0] += 1
    case .open:
      let line = SimulatedLine(after: try console.store.standing().cursor, office: officeLife, at: now)
      console.line = line
      reached["live line", default: 0] += 1
      stream(line, to: console)
    }
  }

  /// Milliseconds until a console does something by itself; planted: while its line is open it asks nothing.
  func rest(_ own: Int64, _ console: SimulatedConsole) -> Int64 {
    if bug == .silenceTrusted, let known = console.line?.known, known.isOpen, !known.isOver { return 600_000 }
    return console.watch.rest(own, console.line?.known, console.link.state, now: now)
  }

  /// The office's side: a page after the other from where the line is, and now and then a sign of life.
  private func stream(_ line: SimulatedLine, to console: SimulatedConsole, isLast: Bool = false) {
    plan(after: Int64.random(in: 1...(isLast ? 2_000 : 50), using: &numbers)) { world in
      do { try world.streamOn(line, to: console) } catch { world.end(line, at: console) }
    }
  }

  private func streamOn(_ line: SimulatedLine, to console: SimulatedConsole) throws {
    guard console.line === line, !line.isDropped else { return }
    // A process that has died sends nothing more; the console hears of it at once, or never.
    if line.office != officeLife || isCutOff(console, from: .office) { return drop(line, at: console) }
    let limit = MessageLimit(items: Int.random(in: 1...20, using: &numbers), bytes: 1 << 16)
    let answer = try office.page(of: SmallOffice.log, after: line.place, atMost: limit)
    if let frame = frame(answer, on: line) {
      let bytes = try frame.bytes()
      line.saidAt = now
      if chance(menu.torn) || chance(menu.lost / 4) {
        say(Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &numbers))), line, to: console)
        return drop(line, at: console)
      }
      say(bytes, line, to: console)
    }
    guard case .page(let page) = answer else { return end(line, at: console) }
    line.place = page.end
    stream(line, to: console, isLast: page.isLast)
  }

  /// What the office says of an answer: nothing of a page without entries, unless the line has just been opened or nothing
  /// was said for long.
  private func frame(_ answer: PullAnswer, on line: SimulatedLine) -> LiveFrame? {
    guard case .page(let page) = answer, page.entries.isEmpty, line.hasBegun else {
      line.hasBegun = true
      return .answer(answer)
    }
    return now - line.saidAt >= Self.beat ? .beat : nil
  }

  /// Nothing comes any more; in half of all cases the console is not told.
  private func drop(_ line: SimulatedLine, at console: SimulatedConsole) {
    line.isDropped = true
    note("the live line of \(console.number) drops")
    if chance(50) { end(line, at: console) }
  }

  private func end(_ line: SimulatedLine, at console: SimulatedConsole) {
    arrive(line, at: console) { line, world in
      line.known.isOver = true
      try world.tend(console)
      world.step(console, .woken)
    }
  }

  private func say(_ bytes: [UInt8], _ line: SimulatedLine, to console: SimulatedConsole) {
    arrive(line, at: console) { line, world in try world.hear(bytes, line, at: console) }
  }

  /// Does something when what was sent now arrives: after all that was sent before.
  private func arrive(
    _ line: SimulatedLine, at console: SimulatedConsole,
    _ act: @escaping (SimulatedLine, World) throws -> Void
  ) {
    let life = console.life
    line.arrivesAt = max(line.arrivesAt, now + delay())
    plan(after: line.arrivesAt - now) { world in
      guard console.line === line, console.life == life else { return }
      do { try act(line, world) } catch { world.letGo(console) }
    }
  }

  private func hear(_ bytes: [UInt8], _ line: SimulatedLine, at console: SimulatedConsole) throws {
    line.known.heardAt = now
    let frames = try line.reader.take(bytes)
    if !frames.isEmpty { line.known.isOpen = true }
    for case .answer(let answer) in frames {
      if chance(menu.crashes) { return restart(console) }
      guard let new = try console.store.hear(answer) else { return letGo(console) }
      let standing = try console.store.standing()
      if standing.cursor.seq < console.lastCursor { violations.append("a cursor went back") }
      console.lastCursor = standing.cursor.seq
      if new > 0 { reached["heard live", default: 0] += 1 }
      carryOut(console.link.changed(standing, now: now, chance: numbers.next()), console)
    }
  }

  /// What came does not go on from where the console is: the next question finds out why.
  private func letGo(_ console: SimulatedConsole) {
    console.line = nil
    console.watch.gaveUp(now, chance: numbers.next())
    reached["live line given up", default: 0] += 1
    step(console, .woken)
  }
}
