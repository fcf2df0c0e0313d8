import Domain
import Sync

/// What a console asks.
enum Question {
  case pull(Pull)
  case push(Push, Registrar)
}

/// Who says something.
enum Side { case console, office }

/// What the office answers, in its bytes.
private enum Reply {
  case page([UInt8])
  case taken([UInt8])
}

extension World {
  /// Sends a question on its way; it may be lost, come twice or come late.
  func send(_ question: Question, _ number: Int, from console: SimulatedConsole) {
    let life = console.life
    // Whoever waits for an answer that cannot come any more is told so by his own patience.
    for _ in 0..<copies() {
      plan(after: delay()) { world in
        if world.isCutOff(console, from: .console) { return }
        guard let reply = world.answer(question, from: console) else { return }
        for _ in 0..<world.copies() {
          world.plan(after: world.delay()) { world in
            if !world.isCutOff(console, from: .office), console.life == life {
              world.hear(reply, number, at: console)
            }
          }
        }
      }
    }
  }

  private func copies() -> Int {
    if chance(menu.lost) { return 0 }
    return chance(menu.doubled) ? 2 : 1
  }

  func delay() -> Int64 {
    chance(menu.slow)
      ? Int64.random(in: 500...60_000, using: &numbers) : Int64.random(in: 1...80, using: &numbers)
  }

  /// Whether nothing gets through from a side; nil for a talk that goes both ways.
  func isCutOff(_ console: SimulatedConsole, from side: Side? = nil) -> Bool {
    if now < console.cutOffUntil { return side == nil || console.open != side }
    guard chance(menu.partitions) else { return false }
    console.cutOffUntil = now + Int64.random(in: 1_000...120_000, using: &numbers)
    console.open = menu.oneWay ? [nil, .console, .office][Int.random(in: 0...2, using: &numbers)] : nil
    return side == nil || console.open != side
  }

  /// What the office makes of it; nil where it dies before it can answer.
  private func answer(_ question: Question, from console: SimulatedConsole) -> Reply? {
    do {
      switch question {
      case .pull(let pull):
        try noteSettled(console, pull)
        if pull.takesSnapshot ?? false, try office.entries.count > pull.after.seq + 4, chance(menu.snapshots),
          case .page = try office.page(of: pull.log, after: pull.after, atMost: .page)
        {
          return .page(try cut(CompactEncoder().encode(PullAnswer.far(office.epochs))))
        }
        let limit = MessageLimit(items: Int.random(in: 1...20, using: &numbers), bytes: 1 << 16)
        let answer = spoilt(try office.page(of: pull.log, after: try place(of: pull), atMost: limit))
        return .page(try cut(CompactEncoder().encode(answer)))
      case .push(let push, let registrar):
        let push = try CompactDecoder().decode(Push.self, from: CompactEncoder().encode(push))
        if chance(menu.crashes) {
          note("the office dies before it writes")
          try restartOffice()
          guard bug == .acknowledgedBeforeDurable else { return nil }
          let claimed = PushAnswer.taken(through: push.commands.last?.count ?? 0)
          try checkDurable(claimed, to: push)
          return .taken(try CompactEncoder().encode(claimed))
        }
        let answer = try take(push, registrar, from: console)
        try checkDurable(answer, to: push)
        if chance(menu.crashes) {
          note("the office dies before it answers")
          try restartOffice()
          return nil
        }
        return .taken(try cut(CompactEncoder().encode(answer)))
      }
    } catch {
      note("the office failed: \(error)")
      return nil
    }
  }

  /// The office hears how much waits at a console, as its server does; not of one that has what it has lost.
  private func noteSettled(_ console: SimulatedConsole, _ pull: Pull) throws {
    guard pull.waiting == 0 || bug == .settledByAsking,
      try office.page(of: pull.log, after: pull.after, atMost: .page).isOfOneLog
    else { return }
    try office.noteSettled(try console.store.id)
  }

  /// Where a console is; planted: an office that was restored takes its own entry of that number for it.
  private func place(of pull: Pull) throws -> LogCursor {
    let own = try office.entries
    guard bug == .restoredReusesNumbers, (1...own.count).contains(pull.after.seq) else { return pull.after }
    return own[pull.after.seq - 1].cursor
  }

  /// Planted: a page without the entry that it was to begin with, or without those that somebody may not see.
  private func spoilt(_ answer: PullAnswer) -> PullAnswer {
    guard case .page(let page) = answer else { return answer }
    var entries = page.entries
    if bug == .lateCommitterUnread, entries.count > 3 { entries.removeFirst() }
    if bug == .filteredAtReading { entries.removeAll { $0.head.person == SmallOffice.dispatcher(1) } }
    if entries.count == page.entries.count { return answer }
    return .page(
      Page(
        epochs: page.epochs, entries: entries, end: page.end, isLast: page.isLast, recalled: page.recalled))
  }

  /// An answer as it arrives: now and then without its end.
  private func cut(_ bytes: [UInt8]) -> [UInt8] {
    guard chance(menu.torn), bytes.count > 1 else { return bytes }
    return Array(bytes.prefix(Int.random(in: 1..<bytes.count, using: &numbers)))
  }

  private func hear(_ reply: Reply, _ number: Int, at console: SimulatedConsole) {
    switch reply {
    case .page(let bytes):
      let answer: PullAnswer
      do { answer = try CompactDecoder().decode(PullAnswer.self, from: bytes) } catch {
        return step(console, .failed(number))
      }
      switch answer {
      case .page(let page): take(page, number, at: console)
      case .parted: step(console, .restored(number))
      case .far: step(console, .far(number))
      case .otherLog: step(console, .pushed(number, .otherLog))
      }
    case .taken(let bytes):
      let answer: PushAnswer
      do { answer = try CompactDecoder().decode(PushAnswer.self, from: bytes) } catch {
        return failed(number, at: console)
      }
      step(console, .pushed(number, answer))
    }
  }

  private func failed(_ number: Int, at console: SimulatedConsole) {
    console.hasFailed = true
    step(console, .failed(number))
  }

  /// What is answered to be taken is in the log at that moment, and for ever unless the office is restored.
  private func checkDurable(_ answer: PushAnswer, to push: Push) throws {
    guard case .taken(let through) = answer else { return }
    let durable = Set(try office.entries.lazy.map(\.head.submission))
    for command in push.commands where command.count <= through {
      acknowledged.insert(command.submission)
      if !durable.contains(command.submission) {
        violations.append("command \(command.count) is acknowledged and not in the log")
      }
    }
  }
}
