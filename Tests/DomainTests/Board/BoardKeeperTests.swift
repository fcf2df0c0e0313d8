import Domain
import TestSupport
import Testing

@Suite("Board keeper")
struct BoardKeeperTests {
  @Test(
    "equals a board made from nothing, after every command and every step of the clock",
    .verifies("QUE-01", "BRD-01"),
    arguments: 1...10)
  func equalsWhole(seed: UInt64) throws {
    var day = try RandomDay(seed: seed, now: SampleOffice.tuesday - .hours(Int64(seed % 5)))
    var keeper = BoardKeeper(office: day.sample.office, now: day.sample.now)
    var other = keeper
    for step in 0..<90 {
      day.pass()
      var touched = Touched()
      for _ in 0..<Int.random(in: 0...2, using: &day.numbers) {
        if let (decision, _) = try day.act() { decision.events.forEach { touched.insert($0) } }
      }
      if let step = day.sample.office.automaticSteps(at: day.sample.now).due.first,
        step.dueAt.seconds % 2 == 0
      {
        try day.sample.submit(step).events.forEach { touched.insert($0) }
      }
      let whole = Board(day.sample.office, now: day.sample.now)
      keeper.update(office: day.sample.office, touched: touched, now: day.sample.now)
      other.update(office: day.sample.office, now: day.sample.now)
      try expectSame(keeper.board, whole, "seed \(seed) step \(step)")
      let steps = day.sample.office.automaticSteps(at: day.sample.now)
      #expect(keeper.dueSteps == steps.due)
      #expect(steps.next.map { $0 >= keeper.nextChange } ?? true)
      #expect(other.board == whole)
    }
    #expect(day.accepted > 30)
  }

  @Test(
    "equals a board made from nothing after commands of every kind", .verifies("QUE-01", "BRD-01"),
    arguments: 1...6 as ClosedRange<UInt64>)
  func everyKind(seed: UInt64) throws {
    var sample = try SampleOffice()
    var actions = EveryAction(seed: seed)
    var keeper = BoardKeeper(office: sample.office, now: sample.now)
    var seen: Set<EveryAction.Kind> = []
    for step in 0..<240 {
      sample.now += .seconds(.random(in: 0...900, using: &actions.numbers))
      let isEarly = step < 25
      guard let kind = actions.kind(of: isEarly ? [.log, .assign, .complaint] : EveryAction.Kind.allCases)
      else { continue }
      var touched = Touched()
      if let command = actions.command(kind, in: sample.office, at: sample.now, by: SampleOffice.bea),
        let decision = try? sample.submit(command)
      {
        decision.events.forEach { touched.insert($0) }
        if !decision.events.isEmpty { seen.insert(kind) }
      }
      keeper.update(office: sample.office, touched: touched, now: sample.now)
      try expectSame(
        keeper.board, Board(sample.office, now: sample.now), "seed \(seed) step \(step): \(kind)")
    }
    #expect(seen.count > 45)
  }

  @Test("says when it changes next: until then nothing does", arguments: 1...3)
  func nextChange(seed: UInt64) throws {
    var day = try RandomDay(seed: seed)
    for _ in 0..<60 { _ = try day.act() }
    var keeper = BoardKeeper(office: day.sample.office, now: day.sample.now)
    for _ in 0..<120 {
      let next = keeper.nextChange
      #expect(next > day.sample.now)
      for now in [day.sample.now + .seconds(1), next - .seconds(1)] where now < next {
        #expect(Board(day.sample.office, now: now) == keeper.board)
      }
      day.sample.now = next
      keeper.update(office: day.sample.office, touched: Touched(), now: next)
      #expect(keeper.board == Board(day.sample.office, now: next))
    }
  }

  @Test("goes back in time by starting afresh")
  func backwards() throws {
    var day = try RandomDay(seed: 3)
    for _ in 0..<40 { _ = try day.act() }
    var keeper = BoardKeeper(office: day.sample.office, now: day.sample.now)
    let earlier = day.sample.now - .hours(2)
    keeper.update(office: day.sample.office, touched: Touched(), now: earlier)
    #expect(keeper.board == Board(day.sample.office, now: earlier))
  }

  private func expectSame(_ kept: Board, _ whole: Board, _ comment: Comment) throws {
    #expect(kept.queue == whole.queue, comment)
    #expect(kept.technicians == whole.technicians, comment)
    #expect(kept.lanes == whole.lanes, comment)
    #expect(kept.alerts == whole.alerts, comment)
    #expect(kept.counts == whole.counts, comment)
    try #require(kept == whole, comment)
  }
}
