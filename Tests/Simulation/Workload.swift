import Domain
import Sync

extension World {
  /// What somebody at a console wants next, by what he sees: mostly the same three orders as everybody.
  func wish(of console: SimulatedConsole) throws -> Submission? {
    let office = try console.store.predicted
    guard let order = office.order(pick(SmallOffice.orders)) else { return nil }
    let commands: [Command]
    switch Int.random(in: 0..<10, using: &numbers) {
    case 0..<4:
      let start = SmallOffice.start + .minutes(60 * Int64.random(in: 1...6, using: &numbers))
      commands = [
        .assignVisit(
          order.id,
          AssignVisit(
            visit: fresh(), technician: pick(SmallOffice.technicians), start: start, length: .minutes(60),
            replacing: order.technician))
      ]
    case 4: commands = [.unassignVisit(order.id, UnassignVisit(replacing: order.technician))]
    case 5:
      commands = [.claimWorkOrder(order.id, ClaimWorkOrder(order.claim == nil, replacing: order.claim?.by))]
    case 6:
      let day = SmallOffice.start + .days(Int64.random(in: 1...3, using: &numbers))
      commands = [
        .postponeWorkOrder(
          order.id, PostponeWorkOrder(to: office.zone.date(at: day), replacing: order.postponedTo))
      ]
    case 7: commands = [.startTravel(order.id, StartTravel())]
    case 8:
      guard let conflict = office.openConflicts.first else { return nil }
      commands = [.settleConflict(SettleConflict(conflict.id, .keep))]
    case 9 where Bool.random(using: &numbers):
      guard let number = try number(for: console, office) else { return nil }
      commands = [call(number)]
    default: commands = [.addNote(order.id, AddNote("note \(Int.random(in: 1...999, using: &numbers))"))]
    }
    return Submission(
      id: fresh(),
      stamp: Stamp(
        by: SmallOffice.dispatcher(console.desk), at: instant + console.skew,
        console: try console.store.id),
      commands: commands, acceptsWarnings: true, acceptsClaims: true)
  }

  /// The number that a form shows when it opens, 0 for none yet; nil where the form is thrown away.
  private func number(for console: SimulatedConsole, _ office: Office) throws -> Int? {
    let number = bug == .numberGuessed ? office.nextNumber : try console.store.takeNumber() ?? 0
    return chance(20) ? nil : number
  }

  private func call(_ number: Int) -> Command {
    let request = WorkRequest(
      id: fresh(), words: "no light", urgency: .soon, source: .phone, receivedAt: instant)
    return .logWorkOrder(
      LogWorkOrder(
        LoggedWork(
          id: fresh(), number: number, request: request, receivedAt: instant, summary: "no light",
          priority: .p3)))
  }

  /// Remembers the number that people at a console have seen of a new order.
  func noteNumbers(of submission: Submission, at console: SimulatedConsole) throws {
    let office = try console.store.predicted
    for case .logWorkOrder(let rule) in submission.commands {
      guard let number = office.order(rule.work.id)?.number, Office.numbers.contains(number) else { continue }
      told[rule.work.id] = number
    }
  }

  private func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: values.indices, using: &numbers)]
  }

  /// Some clocks jump, by so many minutes or days, either way.
  private func planWrongClocks(within milliseconds: Int64) {
    for console in consoles where chance(menu.clocks) {
      let size = chance(50) ? Span.minutes(60) : Span.days(1)
      let jump = Span.seconds(size.seconds * Int64.random(in: -3...3, using: &numbers))
      plan(after: Int64.random(in: 0...milliseconds, using: &numbers)) { world in
        console.skew = jump
        if jump != .zero { world.wrongClocks.insert(console.identity) }
      }
    }
  }

  /// Plans who does what when.
  func planWork(acts: Int, within milliseconds: Int64) {
    for _ in 0..<acts {
      plan(after: Int64.random(in: 0...milliseconds, using: &numbers)) { world in
        world.act(world.consoles[Int.random(in: world.consoles.indices, using: &world.numbers)])
      }
    }
    if menu.restores {
      plan(after: milliseconds / 2 - Int64.random(in: 0...10_000, using: &numbers)) { $0.backUpOffice() }
      plan(after: milliseconds / 2) { $0.restoreOffice() }
    }
    if menu.roles {
      plan(after: milliseconds / 4) { $0.setRole(.helpdesk) }
      plan(after: milliseconds / 2) { $0.setRole(.dispatcher) }
    }
    if menu.twins { plan(after: milliseconds / 5) { $0.startTwin() } }
    if menu.clocks > 0 { planWrongClocks(within: milliseconds) }
    if menu.clones { planCopy(after: milliseconds / 3, until: milliseconds) }
    for console in consoles {
      plan(after: Int64.random(in: 0...2_000, using: &numbers)) { $0.step(console, .woken) }
    }
  }
}
