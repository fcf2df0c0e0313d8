import Curses
import Domain
import Foundation
import Settings
import Storage
import Synchronization
import TUI
import Terminal
import Verbs

/// The full-screen console: the pure TUI between a terminal, a file and a clock.
final class Console {
  private var session: OfficeSession
  private let screen: CursesScreen
  private let signals: SignalPipe
  private let loop: InputLoop
  private let backRoom: BackRoom
  private let planRoom: PlanRoom
  private let searchRoom: SearchRoom
  private let watch: FileWatch?
  /// Until it is on record.
  private var opening: DeskOpening?
  private var turner: PageTurner
  private var look: Look
  private var stage: Stage
  private var isOver = false
  private var tickedAt: Int64 = 0
  private var status: Int32 = 0
  /// When somebody last touched the desk.
  private var touchedAt = ContinuousClock.now

  /// Takes over the terminal and shows the first frame as soon as the office is loaded.
  init(
    _ session: OfficeSession, person: Person.ID, playing player: LivePlayer? = nil,
    showing face: Face = .console, turning seconds: Int = 0
  ) throws(Failure) {
    self.session = session
    turner = PageTurner(seconds: seconds)
    let terminal = session.surroundings.environment["TERM"] ?? ""
    if ["dumb", "unknown"].contains(terminal) {
      throw Failure(.noTerminal, subject: "terminal", detail: "TERM=\(terminal) has no screen to draw on")
    }
    let opening = face.duty == .office ? DeskOpening(session, by: person) : nil
    let office = opening?.office ?? session.office
    let board = Meanwhile { BoardKeeper(office: office, now: session.now, SideBySide()) }
    do {
      signals = try SignalPipe()
      screen = try CursesScreen(asksForBackground: true)
      loop = try InputLoop(screen: screen, signals: signals)
    } catch {
      throw Failure(.noTerminal, subject: "terminal", detail: "\(error)")
    }
    look = Look(session.surroundings, screenDepth: screen.depth)
    self.opening = opening
    let mailbox = Mailbox(wake: loop.wakeUp)
    let keeper = board.value
    let backRoom = BackRoom(
      session, person: person, keeper: keeper, showing: office, mailbox: mailbox, player: player,
      duty: face.duty)
    self.backRoom = backRoom
    planRoom = PlanRoom(mailbox: mailbox)
    searchRoom = SearchRoom(session.file, mailbox: mailbox)
    watch = FileWatch(database: session.file.path) { backRoom.refreshSoon() }
    var model = Model(
      office: office, board: keeper.board, now: session.now, person: person, keymap: look.keymap,
      identifiers: session.identifiers, size: screen.size,
      clockNote: session.clockNote, face: face)
    model.rules = session.dayRules.rules
    model.isForced = session.surroundings.isForced
    model.isPlain = session.surroundings.configuration.plain.value
    let glyphs = model.isPlain && screen.glyphs == .unicode ? .borderless : screen.glyphs
    stage = Stage(model: model, screen: Screen(glyphs: glyphs))
    screen.mouse(on: session.surroundings.configuration.mouse.value && !model.isPlain)
  }

  /// Runs until somebody leaves; the exit status.
  func run() -> Int32 {
    if stage.model.hasPIN, isLockable { receive(.lock(mayLeave: true)) }
    draw()
    begin()
    while !isOver {
      for event in loop.next(timeoutMilliseconds: patience) {
        answer(event)
      }
      for message in backRoom.mailbox.drain() { receive(message) }
      if let reopened = backRoom.reopened.withLock({ $0.take() }) { session = reopened }
      if turner.isDue() { receive(.turn) }
      tickIfDue()
      lockIfIdle()
      if !isOver { draw() }
    }
    planRoom.giveUp()
    searchRoom.finish()
    let lost = backRoom.finish()
    keepPlace()
    screen.close()
    backRoom.finishMail(Output())
    session.file.close()
    for draft in lost { Output().warn("Not saved: \(draft.words)") }
    return status
  }
}

extension Console {
  /// What the first frame need not wait for.
  private func begin() {
    switch stage.model.face.duty {
    case .office: break
    case .own: return beginOwn()
    case .showing: return beginShowing()
    }
    let problems =
      look.problems + session.surroundings.problems + session.dayRules.problems
      + session.dayRules.strangers(in: session.office)
    backRoom.perform { [opening] room in
      room.takeUpMadeHere()
      room.tellSaving()
      room.tellHistory()
      room.tellViews()
      room.offerTour()
      room.tellRecent()
      // Before anything else is looked at: the rules would pass on what nobody could have seen.
      if let opening { room.record(opening) }
      room.refresh()
      room.announce()
      room.keepLink()
      room.goOnPlaying()
      room.answer(.list(.drafts, filter: nil), .keys)
      if !problems.isEmpty {
        room.post(.answered(.lines(problems.map(\.description), title: "settings"), .keys))
      }
    }
    backRoom.inspectLater()
    opening = nil
  }

  /// What is somebody's own, without what is the office's: no rules, no looking back, no look at the whole file.
  private func beginOwn() {
    backRoom.perform { room in
      room.takeUpMadeHere()
      room.tellSaving()
      room.refresh()
      room.announce()
      room.keepLink()
      room.answer(.list(.drafts, filter: nil), .keys)
      room.tellPlace()
    }
  }

  /// A technician whose line was cut finds his place again; who has left on purpose begins at the top.
  private func keepPlace() {
    guard stage.model.face.duty == .own else { return }
    session.keep(status == 0 ? nil : stage.model.place, of: stage.model.person)
  }

  /// A face that only shows has nothing to record, to offer or to look after.
  private func beginShowing() {
    backRoom.perform { room in
      room.look()
      room.keepLink()
    }
  }

  /// What everybody in the room may read is not locked away from them.
  private var isLockable: Bool { stage.model.face.duty != .showing }

  private func draw() {
    stage.draw()
    screen.draw(stage.screen.canvas, sheet: look.sheet)
  }

  private func answer(_ event: LoopEvent) {
    switch event {
    case .input(let inputs):
      for input in inputs {
        if case .backgroundColour(let red, let green, let blue) = input {
          look.terminalBackground(red: red, green: green, blue: blue)
        } else {
          touchedAt = .now
          turner.restart()
          backRoom.wasTouched.store(true, ordering: .relaxed)
          receive(.input(input))
        }
      }
    case .resized(let size): receive(.resized(size))
    case .signal(let signal): answer(signal)
    case .hangup: leave(129)
    case .timer, .woken, .drawable: break
    }
  }

  /// Milliseconds until something is to be done without anybody asking: the next minute, the lock, the next page.
  private var patience: Int? {
    let beat = stage.model.agesBySeconds ? Int(beat) * 1_000 : nil
    return [session.millisecondsToNextChange, millisecondsToLock, turner.patience, beat].compactMap(\.self)
      .min()
  }

  /// Nil when the desk does not lock by itself, or has done so.
  private var millisecondsToLock: Int? {
    let seconds = session.surroundings.configuration.lockAfter.value
    guard seconds > 0, isLockable, stage.model.gate == nil, stage.model.hasPIN else { return nil }
    let left = Duration.seconds(seconds) - (ContinuousClock.now - touchedAt)
    return max(0, Int(left / .milliseconds(1)) + 1)
  }

  private func lockIfIdle() {
    guard let left = millisecondsToLock, left <= 1 else { return }
    receive(.lock(mayLeave: false))
  }

  /// So many seconds apart the clock goes on: minutes, but where the age of what is shown counts.
  private var beat: Int64 { stage.model.agesBySeconds ? 5 : 60 }

  /// Once in each of them, whatever else has kept the loop busy at its edge.
  private func tickIfDue() {
    let note = session.clockNote
    if note != stage.model.clockNote { receive(.clock(note: note)) }
    let due = session.now.seconds / beat * beat
    guard due != tickedAt else { return }
    tickedAt = due
    backRoom.tickSoon()
  }

  private func answer(_ signal: Signal) {
    switch signal {
    case .terminate: leave(143)
    case .hangup: leave(129)
    case .quit: leave(131)
    // The key is a byte like any other: the signal comes from outside.
    case .interrupt: leave(130)
    case .suspend: if !stage.model.isForced { suspend() }
    case .continued, .windowChanged: break
    }
  }

  private func receive(_ message: Message) {
    if case .acting = message { touchedAt = .now }
    for effect in update(&stage.model, message) { carryOut(effect) }
  }

  private func leave(_ status: Int32) {
    self.status = status
    isOver = true
  }

  private func suspend() {
    do { for event in try loop.suspend() { answer(event) } } catch { leave(3) }
    backRoom.perform { $0.tick() }
  }

  private func carryOut(_ effect: Effect) {
    // Whoever acts on the screen now: in the back room somebody else may have taken over by then.
    let person = stage.model.person
    switch effect {
    case .submit(let proposal, let origin): backRoom.perform { $0.submit(proposal, origin, by: person) }
    case .ask(.find(let words), let origin) where origin.isPopup:
      searchRoom.answer(words, origin, in: session.file)
    case .ask(let query, let origin): backRoom.perform { $0.answer(query, origin, for: person) }
    case .askPast(let query, let seq, let origin):
      backRoom.perform { $0.answer(query, asOf: seq, origin) }
    case .suggest(let order, let hour, let origin):
      backRoom.perform { $0.suggest(order, at: hour, origin) }
    case .plan(let orders, let origin): backRoom.perform { $0.plan(orders, origin) }
    case .reckon(let reckoning, let origin): planRoom.answer(reckoning, origin)
    case .stopReckoning: planRoom.giveUp()
    case .recall(let order, let line): backRoom.perform { $0.recall(order, line: line) }
    case .takeNumber(let origin): backRoom.perform { $0.takeNumber(origin) }
    case .saveViews(let views): backRoom.perform { $0.save(views) }
    case .saveRecent(let orders): backRoom.perform { $0.save(orders, of: person) }
    case .saveDraft(let draft): backRoom.perform { $0.save(draft, of: person) }
    case .deleteDraft(let key): backRoom.perform { $0.delete(key, of: person) }
    case .saveLine(let line): backRoom.perform { $0.remember(line) }
    case .copy(let text): _ = screen.copyToClipboard(text)
    case .suspend: suspend()
    case .redraw: screen.redrawAll()
    case .captureMouse(let isOn): screen.mouse(on: isOn)
    case .title(let title): screen.setTitle(title)
    case .chore(let chore, let origin): backRoom.perform { $0.carryOut(chore, origin) }
    case .signIn(let person, let pin): backRoom.perform { $0.signIn(person, pin: pin) }
    case .setPIN(let person, let new, let own, let origin):
      backRoom.perform { $0.setPIN(of: person, to: new, own: own, origin) }
    case .quit: leave(0)
    }
  }
}
