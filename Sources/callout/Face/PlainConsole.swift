import Curses
import Dispatch
import Domain
import Foundation
import Settings
import Storage
import Synchronization
import TUI
import Terminal
import Verbs

/// A face for a screen reader: the same model, keys and forms, as lines that come one after the other.
///
/// Each line that is typed is the keys of the face, or the words of the field that is asked for, which its end enters.
/// What is said are the rows that have changed, without frames; the cursor is never sent anywhere.
final class PlainConsole {
  private static let size = Size(width: 78, height: 40)
  /// How long nothing has to come before what has changed is told, in milliseconds.
  private static let quiet = 250

  /// What stands for Esc, which no line can hold.
  private static let back = "."

  private let session: OfficeSession
  private let output: Output
  private let backRoom: BackRoom
  private let watch: FileWatch?
  private let lines = TypedLines()
  private var stage: Stage
  private var said: [String] = []
  private var tickedMinute: Int64 = 0
  private var status: Int32?

  init(_ session: OfficeSession, person: Person.ID, showing face: Face, _ output: Output) {
    self.session = session
    self.output = output
    let keeper = BoardKeeper(office: session.office, now: session.now, SideBySide())
    let lines = lines
    let backRoom = BackRoom(
      session, person: person, keeper: keeper, showing: session.office,
      mailbox: Mailbox(wake: { lines.wake() }),
      duty: face.duty)
    self.backRoom = backRoom
    watch = FileWatch(database: session.file.path) { backRoom.refreshSoon() }
    let look = Look(session.surroundings, screenDepth: .mono)
    var model = Model(
      office: session.office, board: keeper.board, now: session.now, person: person, keymap: look.keymap,
      identifiers: session.identifiers, size: Self.size, clockNote: session.clockNote, face: face)
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
    output.say(
      "Each line is keys, or the words of the field asked for. A full stop alone goes back. ? helps.")
    lines.read()
    while status == nil {
      lines.wait(milliseconds: said.isEmpty ? 0 : 60_000)
      tickIfDue()
      for message in backRoom.mailbox.drain() { receive(message) }
      if let line = lines.next() { take(line) } else if lines.isOver { status = status ?? 129 }
      settle()
      if status == nil { tell() }
    }
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

  /// Takes in what follows from what was done, until nothing has come for a moment.
  private func settle() {
    while status == nil, lines.wait(milliseconds: Self.quiet) {
      let messages = backRoom.mailbox.drain()
      if messages.isEmpty { return }
      for message in messages { receive(message) }
    }
  }

  /// A line is so many keys; in a field it is its words, and its end is Enter. An empty one is Enter alone, one with a
  /// full stop alone is Esc.
  private func take(_ line: String) {
    if line == Self.back { return receive(.input(.key(.escape))) }
    let isInField = stage.model.asksForWords
    if isInField, !line.isEmpty { receive(.input(.key(.character("u", .control)))) }
    for character in line { receive(.input(.key(.character(character)))) }
    if isInField || line.isEmpty { receive(.input(.key(.enter))) }
  }

  private func receive(_ message: Message) {
    for effect in update(&stage.model, message) { carryOut(effect) }
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
    case .quit: status = 0
    // What only a screen has, or only the desk.
    case .suggest, .plan, .reckon, .stopReckoning, .takeNumber, .saveViews, .saveLine, .copy, .suspend,
      .redraw,
      .captureMouse, .title, .chore, .setPIN:
      break
    }
  }

  /// Says the rows that were not there before, and what is asked for.
  private func tell() {
    stage.draw()
    let rows = stage.screen.canvas.rows.map { Self.words(in: $0) }.filter { !$0.isEmpty }
    let before = Set(said)
    for row in rows where !before.contains(row) { output.say(row) }
    if rows != said, let field = stage.model.fieldAskedFor { output.say("\(field)?") }
    said = rows
  }

  /// A row without frames and marks, and with one space where there were several.
  static func words(in row: String) -> String {
    let plain = row.unicodeScalars.map { scalar -> Character in
      (0x2500...0x25FF).contains(scalar.value) ? " " : Character(scalar)
    }
    return String(plain).split(separator: " ").joined(separator: " ")
  }
}

/// Lines as they are typed, read on a thread of their own; whoever waits is woken by a line and by a message.
final class TypedLines: Sendable {
  private let waiting = Mutex<[String]>([])
  private let ended = Atomic(false)
  private let bell = DispatchSemaphore(value: 0)

  var isOver: Bool { ended.load(ordering: .acquiring) }

  func wake() { bell.signal() }

  /// Whether something has come within that time.
  @discardableResult
  func wait(milliseconds: Int) -> Bool {
    bell.wait(timeout: .now() + .milliseconds(milliseconds)) == .success
  }

  func next() -> String? { waiting.withLock { $0.isEmpty ? nil : $0.removeFirst() } }

  /// Begins to read standard input.
  func read() {
    Thread.detachNewThread { [self] in
      CrashGuard.coverThread()
      while let line = readLine(strippingNewline: true) {
        let clean = String(
          line.unicodeScalars.filter { $0.value >= 32 && $0.value != 127 }.prefix(4_000).map(Character.init))
        waiting.withLock { $0.append(clean) }
        bell.signal()
      }
      ended.store(true, ordering: .releasing)
      bell.signal()
    }
  }
}
