import Domain
import Sync

/// What a console asks.
enum Question {
  case pull(Pull)
  case push(Push, Registrar)
}

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
        if world.isCutOff(console) { return }
        guard let reply = world.answer(question, from: console) else { return }
        for _ in 0..<world.copies() {
          world.plan(after: world.delay()) { world in
            if !world.isCutOff(console), console.life == life { world.hear(reply, number, at: console) }
          }
        }
      }
    }
  }

  private func copies() -> Int {
    if chance(menu.lost) { return 0 }
    return chance(menu.doubled) ? 2 : 1
  }

  private func delay() -> Int64 {
    chance(menu.slow)
      ? Int64.random(in: 500...60_000, using: &numbers) : Int64.random(in: 1...80, using: &numbers)
  }

  func isCutOff(_ console: SimulatedConsole) -> Bool {
    if now < console.cutOffUntil { return true }
    guard chance(menu.partitions) else { return false }
    console.cutOffUntil = now + Int64.random(in: 1_000...120_000, using: &numbers)
    return true
  }

  /// What the office makes of it; nil where it dies before it can answer.
  private func answer(_ question: Question, from console: SimulatedConsole) -> Reply? {
    do {
      switch question {
      case .pull(let pull):
        if pull.takesSnapshot ?? false, try office.entries.count > pull.after.seq + 4, chance(menu.snapshots),
          case .page = try office.page(of: pull.log, after: pull.after, atMost: .page)
        {
          return .page(try cut(CompactEncoder().encode(PullAnswer.far(office.epochs))))
        }
        let limit = MessageLimit(items: Int.random(in: 1...20, using: &numbers), bytes: 1 << 16)
        let answer = unreadLate(try office.page(of: pull.log, after: pull.after, atMost: limit))
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

  /// Planted: a page without the entry that it was to begin with.
  private func unreadLate(_ answer: PullAnswer) -> PullAnswer {
    guard bug == .lateCommitterUnread, case .page(let page) = answer, page.entries.count > 3 else {
      return answer
    }
    return .page(
      Page(
        epochs: page.epochs, entries: Array(page.entries.dropFirst()), end: page.end, isLast: page.isLast,
        recalled: page.recalled))
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
