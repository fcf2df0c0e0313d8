import Domain
import Sync

/// A console of the simulation: what is on its disk, and its link, which a crash takes away.
final class SimulatedConsole {
  let number: Int
  /// Who works at it: its number among the dispatchers.
  let desk: Int
  var store: MemoryConsole
  var link: ConsoleLink
  /// Until when nothing gets through, in milliseconds.
  var cutOffUntil: Int64 = 0
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

  init(_ number: Int, of office: MemoryLog, _ world: World) {
    self.number = number
    desk = number
    store = Self.store(number, epochs: office.epochs, world)
    link = ConsoleLink(store.standing())
  }

  /// A copy of another one's disk, as it is at that moment, with a process of its own.
  init(copying other: SimulatedConsole, as number: Int) {
    self.number = number
    desk = other.desk
    store = MemoryConsole(copying: other.store)
    link = ConsoleLink(store.standing())
    lastCursor = other.lastCursor
  }

  var id: ConsoleID { store.id }

  /// A console with nothing on its disk.
  static func store(_ number: Int, epochs: [Epoch], _ world: World) -> MemoryConsole {
    let id = SmallOffice.console(number)
    let desk = NumberDesk(console: id, person: SmallOffice.dispatcher(number)) { [unowned world] in
      world.fresh()
    }
    return MemoryConsole(id, log: SmallOffice.log, epochs: epochs, numbers: desk) { [unowned world] in
      world.instant
    }
  }

  var registrar: Registrar { Registrar(person: SmallOffice.dispatcher(desk), console: id) }
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
    let life = console.life
    for effect in effects {
      switch effect {
      case .wait(let until):
        console.alarm += 1
        let alarm = console.alarm
        plan(after: until - now) { world in
          if console.life == life, console.alarm == alarm { world.step(console, .woken) }
        }
      case .pull(let number):
        let standing = console.store.standing()
        console.asked = standing.cursor
        let after = console.adopted ?? standing.cursor
        send(.pull(Pull(log: standing.log, after: after, takesSnapshot: true)), number, from: console)
      case .push(let number, let first):
        let from = bug == .suffixPastPrefix ? first + 1 : first
        send(.push(push(console, from: from), console.registrar), number, from: console)
      case .enrol(let number): heal(console) { try $0.enrol(console, number) }
      case .goBack(let number): heal(console) { try $0.goBack(console, number) }
      case .takeSnapshot(let number): heal(console) { try $0.takeSnapshot(console, number) }
      }
    }
  }

  /// Somebody at a console does something.
  func act(_ console: SimulatedConsole) {
    guard let submission = wish(of: console) else { return }
    do {
      let before = console.store.standing().given
      try console.store.submit(submission)
      guard console.store.standing().given > before else { return }
      kept[submission.id] = console
      noteNumbers(of: submission, at: console)
      note("console \(console.number) keeps \(submission.id.low)")
      if chance(menu.crashes) { return restart(console) }
      carryOut(
        console.link.changed(console.store.standing(), now: now, chance: numbers.next()), console)
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
    console.link = ConsoleLink(console.store.standing())
    step(console, .woken)
  }

  /// A page has come: taken in whole, or not at all.
  func take(_ page: Page, _ number: Int, at console: SimulatedConsole) {
    if chance(menu.crashes) { return restart(console) }
    do {
      if bug == .outboxDroppedWithPage, console.store.standing().cursor.seq > 0, !console.hasBegunAnew {
        return begin(console, anewWith: page)
      }
      if bug == .cursorAdopted, page.entries.count > 2 { return try adopt(page, number, at: console) }
      let standing = try console.store.confirm(page)
      if standing.cursor.seq < console.lastCursor { violations.append("a cursor went back") }
      console.lastCursor = standing.cursor.seq
      if chance(menu.crashes) { return restart(console) }
      step(console, .confirmed(number, standing, isLast: page.isLast))
    } catch let fault as PageFault {
      note("console \(console.number) refuses a page")
      let standing = console.store.standing()
      if standing.cursor != console.asked {
        return step(console, .confirmed(number, standing, isLast: false))
      }
      // An older answer is told by where it begins; the link passes it over by its number.
      step(
        console, console.store.standing().cursor.seq > 0 && isLate(fault) ? .failed(number) : .parted(number))
    } catch {
      violations.append("a page could not be taken in: \(error)")
    }
  }

  /// Planted: a new beginning that forgets what waits.
  private func begin(_ console: SimulatedConsole, anewWith page: Page) {
    console.store = SimulatedConsole.store(console.desk, epochs: page.epochs, self)
    console.lastCursor = 0
    console.hasBegunAnew = true
    restart(console)
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
  private func push(_ console: SimulatedConsole, from first: Int) -> Push {
    let commands = console.store.waiting(from: first, atMost: MessageLimit(items: 4, bytes: 1 << 16))
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
    return console.store.standing().push(sent)
  }

  private func isLate(_ fault: PageFault) -> Bool {
    if case .elsewhere = fault { return true }
    return false
  }
}
