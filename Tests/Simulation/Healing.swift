import Domain
import Sync

extension World {
  /// Does what a console wants of its office to go on at all; the network may lose it, and the process die over it.
  func heal(_ console: SimulatedConsole, _ act: @escaping (World) throws -> ConsoleLink.Input) {
    let life = console.life
    if chance(menu.lost) { return }
    plan(after: Int64.random(in: 1...80, using: &numbers)) { world in
      guard console.life == life, !world.isCutOff(console) else { return }
      do {
        let input = try act(world)
        if world.chance(world.menu.crashes) { return world.restart(console) }
        world.step(console, input)
      } catch {
        world.violations.append("a console could not heal: \(error)")
      }
    }
  }

  func enrol(_ console: SimulatedConsole, _ number: Int) throws -> ConsoleLink.Input {
    if bug == .copyUnheeded { return .failed(number) }
    // Another process of it may have done it meanwhile.
    if try console.store.id == console.identity { try console.store.become(fresh()) }
    console.identity = try console.store.id
    if console.skew != .zero { wrongClocks.insert(console.identity) }
    note("console \(console.number) is \(console.identity.low) from now on")
    return .enrolled(number, try console.store.standing())
  }

  func goBack(_ console: SimulatedConsole, _ number: Int) throws -> ConsoleLink.Input {
    let common = try console.store.commonGround { pull in
      try office.page(of: pull.log, after: pull.after, atMost: .page)
    }
    guard let common else { return .wentBack(number, try console.store.standing()) }
    note("console \(console.number) goes back to \(common.cursor.seq)")
    console.lastCursor = 0
    other(than: console)?.lastCursor = 0
    if bug == .lostNotGivenBack, let memory = console.store as? MemoryConsole {
      console.store = MemoryConsole(copying: memory, lettingGoAfter: common.cursor.seq)
    }
    return .wentBack(number, try console.store.goBack(to: common))
  }

  /// What a console does that is far behind: the line drops between two parts now and then.
  func takeSnapshot(_ console: SimulatedConsole, _ number: Int) throws -> ConsoleLink.Input {
    note("console \(console.number) takes a snapshot")
    if bug == .outboxDroppedWithSnapshot { try begin(console) }
    if bug == .emptySnapshotBelieved {
      console.adopted = try office.entries.last?.cursor
      return .confirmed(number, try console.store.standing(), isLast: true)
    }
    do {
      let standing = try console.store.takeSnapshot { request in
        if chance(menu.lost) { throw Dropped() }
        return try office.snapshot(request, for: console.registrar)
      }
      console.lastCursor = standing.cursor.seq
      return .confirmed(number, standing, isLast: false)
    } catch is Dropped {
      return .failed(number)
    }
  }

  private struct Dropped: Error {}

  /// Has a console's folder copied while something waits at it, as soon as that is so.
  func planCopy(after milliseconds: Int64, until end: Int64) {
    plan(after: milliseconds) { world in
      do {
        let waits = try world.consoles.first { try !$0.isStopped && $0.store.standing().waiting > 0 }
        if let waits { return try world.copy(waits) }
      } catch {
        return world.violations.append("a console could not be copied: \(error)")
      }
      if world.now < end { world.planCopy(after: 500, until: end) }
    }
  }

  /// A second process of a console begins to talk to the office.
  func startTwin() {
    do {
      let twin = try SimulatedConsole(beside: consoles[0], as: consoles.count)
      note("console \(twin.number) begins beside 0")
      consoles.append(twin)
      step(twin, .woken)
    } catch {
      violations.append("a second process does not start: \(error)")
    }
  }

  /// A console's folder is copied, and both go on: what waited is in both, and each adds something of its own.
  private func copy(_ original: SimulatedConsole) throws {
    note("console \(original.number) is copied")
    hasCloned = true
    let copy = try SimulatedConsole(copying: original, as: consoles.count)
    for command in try original.store.waiting(from: 1, atMost: .push) { kept[command.submission] = original }
    consoles.append(copy)
    for console in [original, copy] { act(console) }
    step(copy, .woken)
  }
}
