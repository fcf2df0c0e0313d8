import Domain
import Storage
import Sync

/// A console of the simulation: what is on its disk, and its link, which a crash takes away.
final class SimulatedConsole {
  /// What it puts into a push at most.
  static let push = MessageLimit(items: 20, bytes: 1 << 16)
  let number: Int
  /// Who works at it: its number among the dispatchers.
  let desk: Int
  var store: any ConsoleDisk
  var link: ConsoleLink
  /// Until when nothing gets through, in milliseconds.
  var cutOffUntil: Int64 = 0
  /// From which side something gets through meanwhile; nil for neither.
  var open: Side?
  /// How far its clock is ahead.
  var skew = Span.zero
  /// Its live line, and when it opens one.
  var line: SimulatedLine?
  var watch = LiveWatch()
  /// Which console its token is of.
  var identity: ConsoleID
  /// The process whose file it shares.
  weak var twin: SimulatedConsole?
  /// Counts its starts: what is meant for an earlier process is nobody's.
  var life = 0
  /// Which of its alarms counts: the last one that was set.
  var alarm = 0
  var lastCursor = 0
  /// Where the last pull asked from: a page that came late may have been taken in since.
  var asked: LogCursor?
  /// Whether a push has gone wrong.
  var hasFailed = false
  var hasBegunAnew = false
  /// Where a planted bug has it believe to be.
  var adopted: LogCursor?

  init(_ number: Int, of office: any OfficeDisk, _ world: World) throws {
    self.number = number
    desk = number
    store = try Self.store(number, epochs: office.epochs, world)
    identity = try store.id
    link = ConsoleLink(try store.standing())
  }

  /// A copy of another one's disk, as it is at that moment, with a process of its own.
  init(copying other: SimulatedConsole, as number: Int) throws {
    self.number = number
    desk = other.desk
    store = try other.store.copied()
    identity = other.identity
    skew = other.skew
    link = ConsoleLink(try store.standing())
    lastCursor = other.lastCursor
  }

  /// A second process on the file of another one.
  init(beside other: SimulatedConsole, as number: Int) throws {
    self.number = number
    desk = other.desk
    store = other.store
    identity = other.identity
    skew = other.skew
    twin = other
    link = ConsoleLink(try store.standing())
    lastCursor = other.lastCursor
  }

  /// A console with nothing on its disk.
  static func store(_ number: Int, epochs: [Epoch], _ world: World) throws -> any ConsoleDisk {
    let id = SmallOffice.console(number)
    if let shelf = world.shelf {
      let answer = JoinAnswer(
        log: SmallOffice.log, epochs: epochs, console: id, person: SmallOffice.dispatcher(number), token: "")
      let file = try OfficeFile.join(
        answer, address: "http://127.0.0.1:1", at: shelf.path(), options: shelf.options)
      return FileConsole(file, on: shelf)
    }
    let desk = NumberDesk(console: id, person: SmallOffice.dispatcher(number)) { [unowned world] in
      world.fresh()
    }
    return MemoryConsole(id, log: SmallOffice.log, epochs: epochs, numbers: desk) { [unowned world] in
      world.instant
    }
  }

  var registrar: Registrar {
    get throws { Registrar(person: SmallOffice.dispatcher(desk), console: try store.id, limit: Self.push) }
  }
  var isStopped: Bool {
    if case .stopped = link.state { return true }
    return false
  }
}

extension World {
  /// Gives a console's link something to think about, and does what it wants.
  func step(_ console: SimulatedConsole, _ input: ConsoleLink.Input) {
    carryOut(console.link.step(input, now: now, chance: numbers.next()), console)
    reached[console.link.lastStep, default: 0] += 1
  }

  func carryOut(_ effects: [ConsoleLink.Effect], _ console: SimulatedConsole) {
    do { try carryOutOrFail(effects, console) } catch {
      violations.append("a console could not do what its link wants: \(error)")
    }
  }

  private func carryOutOrFail(_ effects: [ConsoleLink.Effect], _ console: SimulatedConsole) throws {
    let life = console.life
    for effect in effects {
      switch effect {
      case .wait(let until):
        console.alarm += 1
        let alarm = console.alarm
        plan(after: rest(until - now, console)) { world in
          guard console.life == life, console.alarm == alarm else { return }
          do { try world.tend(console) } catch {
            world.violations.append("a console cannot be read: \(error)")
          }
          world.step(console, .woken)
        }
      case .pull(let number):
        let standing = try console.store.standing()
        console.asked = standing.cursor
        let isAgain = bug == .fetchedAgain && standing.cursor.seq > 15
        let after = isAgain ? .beginning : console.adopted ?? standing.cursor
        let pull = Pull(log: standing.log, after: after, takesSnapshot: true)
        send(.pull(pull.asked(at: instant, waiting: standing.waiting)), number, from: console)
      case .push(let number, let first):
        let from = bug == .suffixPastPrefix ? first + 1 : first
        send(.push(try push(console, from: from), try console.registrar), number, from: console)
      case .enrol(let number): heal(console) { try $0.enrol(console, number) }
      case .goBack(let number): heal(console) { try $0.goBack(console, number) }
      case .takeSnapshot(let number): heal(console) { try $0.takeSnapshot(console, number) }
      }
    }
  }

  /// Somebody at a console does something.
  func act(_ console: SimulatedConsole) {
    do {
      guard let submission = try wish(of: console) else { return }
      if bug == .writtenOver, let other = console.twin { return try writeOver(other, console, submission) }
      let before = try console.store.standing().given
      try console.store.give(submission)
      guard try console.store.standing().given > before else { return }
      kept[submission.id] = console
      try noteNumbers(of: submission, at: console)
      note("console \(console.number) keeps \(submission.id.low)")
      if chance(menu.crashes) { return restart(console) }
      carryOut(
        console.link.changed(try console.store.standing(), now: now, chance: numbers.next()), console)
    } catch is Refusal {
      return
    } catch {
      violations.append("a console could not keep a command: \(error)")
    }
  }

  /// The process of a console dies and a new one begins, with what is on its disk.
  func restart(_ console: SimulatedConsole) {
    note("console \(console.number) restarts")
    console.life += 1
    (console.line, console.watch) = (nil, LiveWatch())
    do {
      let isOrphaned = try bug == .outboxOrphaned && console.store.standing().waiting > 0
      if isOrphaned, !console.hasBegunAnew { try begin(console) }
      console.store = try console.store.afterCrash()
      // Another process of it goes on with the same file.
      other(than: console)?.store = console.store
      console.link = ConsoleLink(try console.store.standing())
    } catch {
      return violations.append("a console does not start again: \(error)")
    }
    step(console, .woken)
  }

  /// The other process of a console; nil for none.
  func other(than console: SimulatedConsole) -> SimulatedConsole? {
    console.twin ?? consoles.first { $0.twin === console }
  }

  /// A page has come: taken in whole, or not at all.
  func take(_ page: Page, _ number: Int, at console: SimulatedConsole) {
    if chance(menu.crashes) { return restart(console) }
    do {
      if bug == .outboxDroppedWithPage, try console.store.standing().cursor.seq > 0, !console.hasBegunAnew {
        try begin(console)
        return restart(console)
      }
      if bug == .cursorAdopted, page.entries.count > 2 { return try adopt(page, number, at: console) }
      let standing = try console.store.confirm(page)
      if standing.cursor.seq < console.lastCursor { violations.append("a cursor went back") }
      console.lastCursor = standing.cursor.seq
      if chance(menu.crashes) { return restart(console) }
      step(console, .confirmed(number, standing, isLast: page.isLast))
    } catch let fault as PageFault {
      refuse(number, at: console, isLate: isLate(fault))
    } catch StorageError.foreignPage {
      refuse(number, at: console, isLate: false)
    } catch StorageError.sqlite(code: 5, _, _, _) {
      // Another page was quicker.
      refuse(number, at: console, isLate: true)
    } catch {
      violations.append("a page could not be taken in: \(error)")
    }
  }

  private func refuse(_ number: Int, at console: SimulatedConsole, isLate: Bool) {
    note("console \(console.number) refuses a page")
    do {
      let standing = try console.store.standing()
      if standing.cursor != console.asked {
        return step(console, .confirmed(number, standing, isLast: false))
      }
      // An older answer is told by where it begins; the link passes it over by its number.
      step(console, standing.cursor.seq > 0 && isLate ? .failed(number) : .parted(number))
    } catch {
      violations.append("a console cannot be read: \(error)")
    }
  }

  /// Planted: what the one process reads, the other writes back a while later.
  private func writeOver(
    _ one: SimulatedConsole, _ other: SimulatedConsole, _ submission: Submission
  ) throws {
    let copy = try one.store.copied()
    try copy.give(submission)
    plan(after: 5_000) { world in
      (one.store, other.store) = (copy, copy)
      world.kept[submission.id] = other
    }
  }

  /// Planted: a new beginning that forgets what waits.
  func begin(_ console: SimulatedConsole) throws {
    console.store = try SimulatedConsole.store(console.desk, epochs: office.epochs, self)
    console.lastCursor = 0
    console.hasBegunAnew = true
  }

  /// Planted: a part of a page is taken in, and all of it counted.
  private func adopt(_ page: Page, _ number: Int, at console: SimulatedConsole) throws {
    let first = Array(page.entries.prefix(1))
    console.adopted = page.end
    let part = Page(epochs: page.epochs, entries: first, end: first[0].cursor, isLast: page.isLast)
    let standing = try console.store.confirm(part)
    step(console, .confirmed(number, standing, isLast: page.isLast))
  }

  /// A push as it is sent: some commands no office can read, and a planted bug gives others a new id.
  private func push(_ console: SimulatedConsole, from first: Int) throws -> Push {
    let commands = try console.store.waiting(from: first, atMost: SimulatedConsole.push)
    let sent = commands.map { command -> WaitingCommand in
      if command.submission.low % 17 == 0 {
        return WaitingCommand(
          count: command.count, answered: command.answered, submission: command.submission, body: [0xFF])
      }
      guard bug == .newIdOnRetry, console.hasFailed, let wish = command.decoded else { return command }
      let again = Submission(
        id: fresh(), stamp: wish.stamp, commands: wish.commands, acceptsWarnings: true, acceptsClaims: true)
      do { return try WaitingCommand(again, count: command.count, answered: command.answered) } catch {
        return command
      }
    }
    return try console.store.standing().push(sent)
  }

  private func isLate(_ fault: PageFault) -> Bool {
    if case .elsewhere = fault { return true }
    return false
  }
}
