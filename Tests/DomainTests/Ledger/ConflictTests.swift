import Domain
import TestSupport
import Testing

@Suite("What the office refused of a console")
struct ConflictTests {
  private static let console = ConsoleID(high: 60, low: 1)

  /// An office with one conflict: an order given to Ana while Chen had it.
  private static func sample() throws -> (SampleOffice, Conflict) {
    var sample = try SampleOffice()
    let order = try sample.log()
    let command = Command.assignVisit(
      order,
      AssignVisit(
        visit: Visit.ID(high: 61, low: 1), technician: SampleOffice.ana, start: sample.now + .hours(2),
        replacing: SampleOffice.chen))
    let submission = Submission(
      id: Submission.ID(high: 62, low: 1),
      stamp: Stamp(by: SampleOffice.sam, at: sample.now, console: console), commands: [command])
    let refusal: Refusal
    do {
      _ = try sample.office.decide(submission)
      throw Refusal.notAllowed(.note, role: .owner)
    } catch let error as Refusal { refusal = error }
    let conflict = Conflict(submission, count: 3, refusal: refusal)
    sample.office.apply(.office(.conflict(.arose(conflict))), submission.stamp)
    return (sample, conflict)
  }

  @Test("is kept whole, with why, until somebody settles it; then until the day ends")
  func life() throws {
    var (sample, conflict) = try Self.sample()
    guard case .changedSince(_, field: "technician", now: nil) = conflict.refusal else {
      Issue.record("\(conflict.refusal)")
      return
    }
    let open = sample.office.openConflicts
    #expect(open.map(\.id) == [conflict.id] && open.first?.refusal == conflict.refusal)
    #expect(open.first?.commands == conflict.commands)
    try sample.submit(.settleConflict(SettleConflict(conflict.id, .keep)))
    #expect(sample.office.openConflicts.isEmpty)
    #expect(sample.office.conflict(conflict.id)?.settlement?.by == SampleOffice.bea)
    sample.now += .days(1)
    try sample.submit(.closeDay(CloseDay(due: sample.office.lastDayEnd(at: sample.now))))
    #expect(sample.office.conflicts.isEmpty)
  }

  @Test("is settled once, and a settlement is taken back by undo")
  func settling() throws {
    var (sample, conflict) = try Self.sample()
    let decision = try sample.submit(.settleConflict(SettleConflict(conflict.id, .keep)))
    #expect(try sample.submit(.settleConflict(SettleConflict(conflict.id, .keep))).events.isEmpty)
    #expect(throws: Refusal.self) { try sample.submit(.settleConflict(SettleConflict(conflict.id, .redo))) }
    for command in decision.inverse { try sample.submit(command) }
    #expect(sample.office.openConflicts.map(\.id) == [conflict.id])
  }

  @Test("is settled by whoever wished it, has its alert, or dispatches", .verifies("EXC-13", "USR-02"))
  func settlers() throws {
    var (sample, conflict) = try Self.sample()
    let hal = Person(
      id: Person.ID(900), handle: "hal", name: PersonalText(id: Identifier(900), words: "Hal"),
      role: .helpdesk)
    try sample.submit(.addPerson(AddPerson(hal)))
    let settle = Command.settleConflict(SettleConflict(conflict.id, .keep))
    #expect(throws: Refusal.notAllowed(.dispatchWork, role: .helpdesk)) {
      try sample.office.authorize(settle, by: hal.id)
    }
    try sample.office.authorize(settle, by: SampleOffice.bea)
    let alert = try #require(Board(sample.office, now: sample.now).alerts.first { $0.id.kind == .conflict })
    try sample.submit(.changeAlert(alert.id, ChangeAlert(.owned(hal.id), replacing: SampleOffice.sam)))
    try sample.submit(settle, by: hal.id)
    #expect(sample.office.openConflicts.isEmpty)
  }

  @Test(
    "is an alert of its own until it is settled: taken, put off, passed on like any other",
    .verifies("EXC-13", "UX-06"))
  func alert() throws {
    var (sample, conflict) = try Self.sample()
    func alert() -> Alert? {
      Board(sample.office, now: sample.now).alerts.first { $0.id.kind == .conflict }
    }
    let first = try #require(alert())
    #expect(first.orderID == conflict.orders.first && first.remedy == .settle)
    #expect(first.standing.owner == SampleOffice.sam)
    let due = try #require(first.standing.next.at)
    let step = try #require(sample.office.automaticSteps(at: due).due.first)
    #expect(step.automation.subject == .conflict(conflict.id))
    let given = ChangeAlert(.owned(SampleOffice.bea), replacing: SampleOffice.sam)
    try sample.submit(.changeAlert(first.id, given), after: .minutes(1))
    #expect(alert()?.standing.owner == SampleOffice.bea)
    #expect(sample.office.automaticStep(step.automation, at: due) == nil)
    let bytes = try CompactEncoder().encode(sample.office.conflicts)
    #expect(try CompactDecoder().decode([Conflict].self, from: bytes) == sample.office.conflicts)
    var keeper = BoardKeeper(office: sample.office, now: sample.now)
    try sample.submit(.settleConflict(SettleConflict(conflict.id, .keep)))
    keeper.update(office: sample.office, now: sample.now)
    #expect(alert() == nil && keeper.board == Board(sample.office, now: sample.now))
  }

  @Test("is done all the same with what is there now as what it replaces")
  func restated() throws {
    var (sample, conflict) = try Self.sample()
    let again = try #require(conflict.restated(on: sample.office))
    for command in again { try sample.submit(command) }
    let order = try #require(conflict.orders.first.flatMap { sample.office.order($0) })
    #expect(order.technician == SampleOffice.ana)
  }

  @Test("an edit is done again from what the field says now, and what is about a person stays erasable")
  func restatedEdit() throws {
    var sample = try SampleOffice()
    let order = try sample.log()
    let said = (sample.office.order(order)?.summary).map(FieldText.plain)
    func summary(_ words: String) -> Command {
      .editWorkOrder(order, EditWorkOrder([FieldChange(.summary, from: said, to: .plain(words))]))
    }
    try sample.submit(summary("lift 2"))
    let wanted = summary("lift two")
    try sample.submit(try #require(wanted.restated(on: sample.office)))
    #expect(sample.office.order(order)?.summary == "lift two")
    let phone = PersonalText(id: .init(high: 4, low: 4), words: "0151")
    let site = try #require(sample.office.sites.inOrder.first)
    let call = Command.editSite(site.id, EditSite([FieldChange(.phone, from: nil, to: .personal(phone))]))
    try sample.submit(call)
    let later = PersonalText(id: .init(high: 4, low: 5), words: "0160")
    let again = Command.editSite(site.id, EditSite([FieldChange(.phone, from: nil, to: .personal(later))]))
    guard case .editSite(_, let rule)? = again.restated(on: sample.office) else {
      Issue.record("not restated")
      return
    }
    #expect(rule.changes.first?.from == .personal(PersonalText(id: later.id, words: "0151")))
  }

  @Test("survives its encoding, refusals of every kind among it")
  func coding() throws {
    let (_, conflict) = try Self.sample()
    let bytes = try CompactEncoder().encode(conflict)
    #expect(try CompactDecoder().decode(Conflict.self, from: bytes) == conflict)
    let broken = BrokenRule(
      rule: .overlap, severity: .block, order: 1, technician: "ana",
      evidence: .overlap(
        order: 2, TimeRange(start: .epoch, end: .epoch + .hours(1)), freeFrom: .epoch + .hours(1)))
    let refusals: [Refusal] = [
      .notFound(.order(7)), .notAllowed(.note, role: .auditor), .broken(broken),
      .workEnded(20_001, .closed), .missing(.order(1), fields: ["note"]), .needsNewerConsole(.office("")),
      .fault(FieldFault(field: "length", word: "x", expected: "90m")), .planMovedOn,
      .undoImpossible(.nothingToUndo)
    ]
    for refusal in refusals {
      let bytes = try CompactEncoder().encode(refusal)
      #expect(try CompactDecoder().decode(Refusal.self, from: bytes) == refusal)
    }
  }

  @Test("a submission survives its encoding, and says nothing of what is as usual")
  func submission() throws {
    let plain = Submission(
      id: Submission.ID(high: 1, low: 2),
      stamp: Stamp(by: SampleOffice.bea, at: .epoch, console: Self.console),
      commands: [.addNote(WorkOrder.ID(high: 3, low: 4), AddNote("seen"))])
    let told = Submission(
      id: plain.id, stamp: plain.stamp, commands: plain.commands, override: "storm", acceptsWarnings: true,
      acceptsClaims: false, reversal: .undoes(Submission.ID(high: 9, low: 9)), isJudgedTogether: true)
    for one in [plain, told] {
      let bytes = try CompactEncoder().encode(one)
      #expect(try CompactDecoder().decode(Submission.self, from: bytes) == one)
    }
    // What a typical command costs on its way to the office.
    #expect(try CompactEncoder().encode(plain).count <= 110)
  }
}
