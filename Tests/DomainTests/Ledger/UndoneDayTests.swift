import Domain
import TestSupport
import Testing

@Suite("Actions followed by their undos")
struct UndoneDayTests {
  /// An action that was carried out, and the office before it.
  private struct Done {
    let kinds: [EveryAction.Kind]
    let decision: Decision
    let before: Office
    let at: Timestamp

    /// Whether it takes a visit from who has seen it, accepted it or set off: he answers anew.
    var takesAnAnswer: Bool {
      decision.events.contains { event in
        guard case .workOrder(let id, .unassigned(let visit, _)) = event else { return false }
        let status = before.order(id)?.visits.first { $0.id == visit }?.activeAssignment?.status
        return status == .seen || status == .accepted || status == .travelling
      }
    }
  }

  private struct Day {
    var sample: SampleOffice
    var actions: EveryAction
    var count = 0 as UInt64
    /// Why the last group was not carried out.
    var refused: Refusal?

    init(seed: UInt64) throws {
      sample = try SampleOffice(now: SampleOffice.tuesday - .hours(Int64(seed % 4)))
      actions = EveryAction(seed: seed)
    }

    mutating func pass(_ seconds: ClosedRange<Int64>) {
      sample.now += .seconds(.random(in: seconds, using: &actions.numbers))
    }

    /// Carries out one to three commands as one; nil where the office refuses or has nothing of the kind.
    mutating func act(_ kinds: [EveryAction.Kind]) -> Done? {
      let before = sample.office
      let size = Int.random(in: 0...5, using: &actions.numbers) == 0 ? 3 : 1
      var taken: [EveryAction.Kind] = []
      var group: [Command] = []
      for _ in 0..<size {
        guard let kind = actions.kind(of: kinds),
          let command = actions.command(kind, in: before, at: sample.now, by: SampleOffice.bea)
        else { continue }
        taken.append(kind)
        group.append(command)
      }
      guard let decision = decide(group), !decision.events.isEmpty else { return nil }
      return Done(kinds: taken, decision: decision, before: before, at: sample.now)
    }

    mutating func decide(
      _ group: [Command], reversal: Reversal? = nil, undoes: Timestamp? = nil
    ) -> Decision? {
      count += 1
      let stamp = Stamp(by: SampleOffice.bea, at: sample.now, console: ConsoleID(1))
      let submission = Submission(
        id: Submission.ID(count), stamp: stamp, commands: group, override: "a test", acceptsWarnings: true,
        reversal: reversal, undoes: undoes)
      do throws(Refusal) { return try sample.office.decide(submission) } catch {
        refused = error
        return nil
      }
    }
  }

  /// What an undo was seen to bring back, by kind.
  private static func undone(
    seed: UInt64, steps: Int, _ look: (Office, Timestamp, Done) throws -> Void
  ) throws -> Set<EveryAction.Kind> {
    var day = try Day(seed: seed)
    for _ in 0..<90 {
      day.pass(0...1_500)
      if let done = day.act(
        day.count < 30 ? [.log, .newCustomer, .assign, .complaint] : EveryAction.Kind.allCases)
      {
        day.sample.office = done.decision.after
      }
    }
    var done: [Done] = []
    for _ in 0..<steps {
      day.pass(0...40)
      guard let next = day.act(EveryAction.Kind.undoable) else { continue }
      // What has no way back says so beforehand, and what somebody had answered is a fact: no part of it.
      if next.decision.inverse.isEmpty || next.takesAnAnswer { continue }
      day.sample.office = next.decision.after
      done.append(next)
    }
    day.pass(1...60)
    for one in done.reversed() {
      let undone = day.decide(one.decision.inverse, reversal: .undoes(Submission.ID(1)), undoes: one.at)
      let back = try #require(
        undone, "\(one.kinds) \(day.refused.map { "\($0)" } ?? "") \(one.decision.inverse)")
      day.sample.office = back.after
      let after = dated(back.after, as: one.before)
      try look(after, day.sample.now, one)
    }
    return Set(done.flatMap(\.kinds))
  }

  /// An office whose orders were touched, flagged and claimed, and whose technicians were told, when they were in another:
  /// when an undo did so again is history.
  private static func dated(_ office: Office, as other: Office) -> Office {
    var office = office
    for order in other.orders.inOrder {
      office.orders.change(order.id) { other in
        other.lastChangedAt = order.lastChangedAt
        if let flag = order.flag, other.flag?.until == flag.until { other.flag = flag }
        if let claim = order.claim, other.claim?.by == claim.by { other.claim = claim }
        for (number, visit) in order.visits.enumerated() where other.visits.indices.contains(number) {
          guard let told = visit.activeAssignment, told.status == .dispatched,
            let again = other.visits[number].activeAssignment, again.status == .dispatched,
            again.technician == told.technician
          else { continue }
          other.visits[number].assignments[other.visits[number].assignments.count - 1] = told
        }
      }
    }
    return office
  }

  @Test(
    "leave the boards as they would have been, at the same instant, step by step", .verifies("UX-05"),
    arguments: Array(1...40) + [86] as [UInt64])
  func sameBoards(seed: UInt64) throws {
    _ = try Self.undone(seed: seed, steps: 60) { after, now, done in
      let (kept, back) = (Board(done.before, now: now), Board(after, now: now))
      let panes = [
        kept.queue == back.queue, kept.elsewhere == back.elsewhere, kept.technicians == back.technicians,
        kept.lanes == back.lanes, kept.alerts == back.alerts, kept.counts == back.counts
      ]
      let what =
        "seed \(seed), \(done.kinds), \(panes): \(differences(done.before, after)) \(done.decision.inverse)"
      try #require(kept == back, "\(what)")
    }
  }

  @Test("are tried with every kind of action there is")
  func everyKind() throws {
    var seen: Set<EveryAction.Kind> = []
    for seed in 100...130 as ClosedRange<UInt64> {
      seen.formUnion(try Self.undone(seed: seed, steps: 80) { _, _, _ in })
    }
    #expect(Set(EveryAction.Kind.undoable).subtracting(seen).isEmpty, "never undone")
  }
}
