import Curses
import Domain
import Foundation
import Settings
import Storage
import TUI
import Terminal
import Verbs

/// A face for a screen reader: the same model, keys and forms, as lines that come one after the other.
///
/// Each line that is typed is one choice, by its key or its words, or the words of the field that is asked for, which
/// its end enters. What is said are the rows that have changed, without frames; the cursor is never sent anywhere.
final class PlainConsole {
  private static let size = Size(width: 132, height: 60)
  /// How long nothing has to come before what has changed is told, in milliseconds.
  private static let quiet = 250

  private let session: OfficeSession
  private let output: Output
  private let backRoom: BackRoom
  private let watch: FileWatch?
  private let loop: LineLoop
  private var stage: Stage
  private var said: [String] = []
  /// Whether a line has been typed since what is asked for was said.
  private var owesQuestion = false
  private var tickedMinute: Int64 = 0
  private var status: Int32?

  init(_ session: OfficeSession, person: Person.ID, showing face: Face, _ output: Output) throws(Failure) {
    self.session = session
    self.output = output
    do { loop = try LineLoop(input: STDIN_FILENO, signals: SignalPipe()) } catch {
      throw Failure(.noTerminal, subject: "terminal", detail: "\(error)")
    }
    let keeper = BoardKeeper(office: session.office, now: session.now, SideBySide())
    let backRoom = BackRoom(
      session, person: person, keeper: keeper, showing: session.office, mailbox: Mailbox(wake: loop.wakeUp),
      duty: face.duty)
    self.backRoom = backRoom
    watch = FileWatch(database: session.file.path) { backRoom.refreshSoon() }
    let look = Look(session.surroundings, screenDepth: .mono)
    var model = Model(
      office: session.office, board: keeper.board, now: session.now, person: person, keymap: look.keymap,
      identifiers: session.identifiers, size: Self.size, clockNote: session.clockNote, face: face)
    model.isPlain = true
    model.isForced = session.surroundings.isForced
    stage = Stage(model: model, screen: Screen())
  }

  /// Runs until somebody leaves or nothing more comes; the exit status.
  func run() -> Int32 {
    backRoom.perform { room in
      room.tellSaving()
      room.refresh()
      room.announce()
      room.keepLink()
      room.answer(.list(.drafts, filter: nil), .keys)
      room.tellPlace()
    }
    if stage.model.hasPIN { receive(.lock(mayLeave: true)) }
    output.say(
      "Each line is one choice, by its key or its words, or the words of the field asked for. A full stop alone goes back. ? helps."
    )
    while status == nil {
      for event in loop.next(timeoutMilliseconds: patience) { answer(event) }
      tickIfDue()
      for message in backRoom.mailbox.drain() { receive(message) }
      settle()
      if status == nil { tell() }
    }
    loop.echo(true)
    let lost = backRoom.finish()
    session.keep(status == 0 ? nil : stage.model.place, of: stage.model.person)
    session.file.close()
    for draft in lost { output.warn("Not saved: \(draft.words)") }
    return status ?? 0
  }
}

extension PlainConsole {
  /// Once in each minute: what is late and what runs out follows the clock.
  private func tickIfDue() {
    let minute = session.now.seconds / 60
    guard minute != tickedMinute else { return }
    tickedMinute = minute
    backRoom.tickSoon()
  }

  /// Milliseconds until something is to be said without anybody asking.
  private var patience: Int { said.isEmpty ? 0 : session.millisecondsToNextChange ?? 60_000 }

  /// Takes in what follows from what was done, until nothing has come for a moment.
  private func settle() {
    while status == nil {
      let events = loop.next(timeoutMilliseconds: Self.quiet, takesLines: false)
      for event in events { answer(event) }
      let messages = backRoom.mailbox.drain()
      if messages.isEmpty { return }
      for message in messages { receive(message) }
    }
  }

  private func answer(_ event: LineEvent) {
    switch event {
    case .line(let line, let isCut):
      if isCut { output.say("The line was cut: \(LineLoop.longest) bytes are the most that one may have.") }
      receive(.typed(line: line))
    case .ended: status = status ?? 129
    case .signal(let signal): answer(signal)
    case .woken: break
    }
  }

  private func answer(_ signal: Signal) {
    switch signal {
    case .terminate: status = 143
    case .hangup: status = 129
    case .quit: status = 131
    case .interrupt: status = 130
    // There is no screen to give back, and behind a forced session nothing to go to.
    case .suspend: if !stage.model.isForced { raise(SIGSTOP) }
    case .continued, .windowChanged: break
    }
  }

  /// What comes of it is said at once: the next thing that happens would take its place. A line that comes to the same
  /// as the one before it is answered all the same.
  private func receive(_ message: Message) {
    let isTyped = if case .typed = message { true } else { false }
    if isTyped { owesQuestion = true }
    let before: String? = isTyped ? nil : stage.model.spokenResult
    for effect in update(&stage.model, message) { carryOut(effect) }
    if let result = stage.model.spokenResult, result != before { output.say(result) }
  }

  private func carryOut(_ effect: Effect) {
    let person = stage.model.person
    switch effect {
    case .submit(let proposal, let origin): backRoom.perform { $0.submit(proposal, origin, by: person) }
    case .ask(let query, let origin): backRoom.perform { $0.answer(query, origin, for: person) }
    case .askPast(let query, let seq, let origin): backRoom.perform { $0.answer(query, asOf: seq, origin) }
    case .saveDraft(let draft): backRoom.perform { $0.save(draft, of: person) }
    case .deleteDraft(let key): backRoom.perform { $0.delete(key, of: person) }
    case .saveRecent(let orders): backRoom.perform { $0.save(orders, of: person) }
    case .signIn(let person, let pin): backRoom.perform { $0.signIn(person, pin: pin) }
    case .recall(let order, let line): backRoom.perform { $0.recall(order, line: line) }
    case .takeNumber(let origin): backRoom.perform { $0.takeNumber(origin) }
    case .suggest(let order, let hour, let origin):
      backRoom.perform { $0.suggest(order, at: hour, origin) }
    case .plan(let orders, let origin): backRoom.perform { $0.plan(orders, origin) }
    case .quit: status = 0
    // What only a screen has, or only the desk.
    case .reckon, .stopReckoning, .saveViews, .saveLine, .copy, .suspend, .redraw, .captureMouse, .title,
      .chore, .setPIN:
      break
    }
  }

  /// Says the rows that were not there before, and what is asked for.
  private func tell() {
    let rows = spoken.map { Self.words(in: $0) }.filter { !$0.isEmpty }
    let before = Set(said)
    for row in rows where !before.contains(row) { output.say(row) }
    if rows != said || owesQuestion, let field = stage.model.fieldAskedFor { output.say("\(field)?") }
    (said, owesQuestion) = (rows, false)
    loop.echo(!stage.model.asksForSecret)
  }

  /// The sentences of the face, or the rows of the window over it.
  private var spoken: [String] {
    if let lines = stage.model.plainLines { return lines }
    stage.drawWithoutResult()
    return stage.screen.canvas.rows
  }

  /// A row without frames and marks, and with one space where there were several.
  static func words(in row: String) -> String {
    let plain = row.unicodeScalars.map { scalar -> Character in
      (0x2500...0x25FF).contains(scalar.value) ? " " : Character(scalar)
    }
    return String(plain).split(separator: " ").joined(separator: " ")
  }
}
