import Domain
import GRDB
import TestSupport
import Testing

@testable import Storage

@Suite("Undo and redo")
struct UndoTests {
  private func undo(
    _ office: SampleOffice, _ wish: TakingBack = .last, in file: OfficeFile? = nil,
    by person: Person.ID? = nil
  ) throws -> Receipt {
    let made = office.submission([], after: 60)
    let stamp = Stamp(
      by: person ?? made.stamp.by, at: made.stamp.at, console: SampleOffice.identity.console)
    let submission = Submission(
      id: made.id, stamp: stamp, commands: [], override: "undo", acceptsWarnings: true)
    return try (file ?? office.file).submit(submission, takingBack: wish)
  }

  private func obstacle(_ body: () throws -> Receipt) -> UndoObstacle? {
    do { _ = try body() } catch SubmitError.refused(.undoImpossible(let obstacle)) { return obstacle } catch {
    }
    return nil
  }

  private static let priority = Command.setPriority(
    SampleOffice.order(1), SetPriority(.p1, reason: "boss", replacing: .p3))
  private static let hold = Command.holdWorkOrder(
    SampleOffice.order(1), HoldWorkOrder(reason: .parts, note: "belt"))

  @Test(
    "walks back over one's own actions and forward again, also in a file that was opened anew",
    .verifies("UX-05"))
  func backAndForth() throws {
    let office = try SampleOffice()
    var digests: [Digest] = []
    try office.submit(SampleOffice.log(1, "leak"))
    for command in [SampleOffice.assign(1), Self.priority, Self.hold] {
      digests.append(try office.file.digest())
      try office.submit(command)
    }
    let end = try office.file.digest()
    #expect(try undo(office).takenBack?.commands == [Self.hold])
    #expect(try office.file.digest() == digests[2])
    office.file.close()
    let again = try office.secondWindow()
    #expect(try undo(office, in: again).takenBack?.commands == [Self.priority])
    #expect(try undo(office, in: again).takenBack?.commands == [SampleOffice.assign(1)])
    #expect(try again.digest() == digests[0])
    for command in [SampleOffice.assign(1), Self.priority, Self.hold] {
      let redone = try undo(office, .undone, in: again)
      #expect(redone.takenBack?.commands == [command] && redone.isUndoable)
    }
    #expect(try again.digest() == end)
    #expect(obstacle { try undo(office, .undone, in: again) } == .nothingToRedo)
    #expect(try undo(office, in: again).takenBack?.commands == [Self.hold])
    #expect(try again.check().problems.isEmpty)
  }

  @Test("a code that went with its message leaves the state as it was", .verifies("UX-05", "SGN-02"))
  func signOffCode() throws {
    let office = try SampleOffice()
    try office.submit(SampleOffice.log(1, "leak", phone: "0151 496 0177"))
    try office.submit(SampleOffice.assign(1))
    let before = try office.file.digest()
    let told = SendMessage(
      id: .init(high: 9, low: 2), to: .customer, .template("time"),
      code: PersonalText(id: .init(high: 9, low: 3), words: "482193"))
    try office.submit(.sendMessage(SampleOffice.order(1), told))
    #expect(office.file.state.office.order(SampleOffice.order(1))?.signOffSeals.count == 1)
    #expect(try office.file.digest() != before)
    _ = try undo(office)
    #expect(try office.file.digest() == before)
  }

  @Test(
    "means what was made here first, and asks before it goes on to what was made elsewhere",
    .verifies("UX-05"))
  func here() throws {
    let office = try SampleOffice()
    try office.submit(SampleOffice.log(1, "leak"))
    var here = MadeHere()
    func take(_ wish: TakingBack = .last) throws -> Receipt {
      let made = office.submission([], after: 60)
      let submission = Submission(id: made.id, stamp: made.stamp, commands: [], override: "undo")
      let receipt = try office.file.submit(submission, takingBack: wish, madeHere: here)
      if let seq = receipt.seq { here.add(submission.id, entry: seq) }
      return receipt
    }
    let elsewhere = try office.submit(SampleOffice.assign(1))
    let own = office.submission([Self.priority])
    here.add(own.id, entry: try #require(try office.file.submit(own).seq))
    let later = try office.submit(Self.hold)
    #expect(try take().takenBack?.commands == [Self.priority], "the last of those made here")
    guard case .elsewhere(let action, let entry, nil) = obstacle({ try take() }) else {
      Issue.record("nobody was asked")
      return
    }
    #expect(action.commands == [Self.hold] && entry == later.seq)
    #expect(try take(.entry(entry)).takenBack?.commands == [Self.hold])
    guard case .elsewhere(_, let next, nil) = obstacle({ try take() }) else {
      Issue.record("nobody was asked")
      return
    }
    #expect(next == elsewhere.seq)
    #expect(try undo(office).takenBack?.commands == [SampleOffice.assign(1)], "the shell has no here")
  }

  @Test(
    "does again what was undone here first, and asks before it goes on to what was undone elsewhere",
    .verifies("UX-05"))
  func redoHere() throws {
    let office = try SampleOffice()
    try office.submit(SampleOffice.log(1, "leak"))
    var here = MadeHere()
    func take(_ wish: TakingBack) throws -> Receipt {
      let made = office.submission([], after: 60)
      let submission = Submission(id: made.id, stamp: made.stamp, commands: [], override: "undo")
      let receipt = try office.file.submit(submission, takingBack: wish, madeHere: here)
      if let seq = receipt.seq { here.add(submission.id, entry: seq) }
      return receipt
    }
    func act(_ command: Command) throws {
      let own = office.submission([command])
      here.add(own.id, entry: try #require(try office.file.submit(own).seq))
    }
    try office.submit(SampleOffice.assign(1))
    try office.submit(Self.hold)
    _ = try undo(office)
    try act(Self.priority)
    #expect(try take(.last).takenBack?.commands == [Self.priority])
    let later = try undo(office)
    #expect(later.takenBack?.commands == [SampleOffice.assign(1)] && !later.isRedo)
    let again = try take(.undone)
    #expect(again.takenBack?.commands == [Self.priority] && again.isRedo, "the last of those undone here")
    #expect(try take(.last).takenBack?.commands == [Self.priority])
    #expect(try take(.undone).isRedo)
    guard case .elsewhere(let action, let entry, let undoneAt?) = obstacle({ try take(.undone) }) else {
      Issue.record("nobody was asked")
      return
    }
    #expect(action.commands == [SampleOffice.assign(1)] && entry == later.seq)
    #expect(undoneAt > action.at)
    let asked = try take(.entry(entry))
    #expect(asked.takenBack?.commands == [SampleOffice.assign(1)] && asked.isRedo)
    #expect(obstacle { try take(.undone) } == .nothingToRedo, "an action stands before the other undo")
    #expect(try undo(office).takenBack?.commands == [SampleOffice.assign(1)])
    #expect(try undo(office, .undone).isRedo, "the shell has no here")
  }

  @Test("says what it steps over, and at a console asks before it does", .verifies("UX-05"))
  func steppingOver() throws {
    let office = try SampleOffice()
    try office.submit(SampleOffice.log(1, "leak"))
    try office.submit(SampleOffice.assign(1))
    var here = MadeHere()
    let own = office.submission([Self.priority])
    let action = try #require(try office.file.submit(own).seq)
    here.add(own.id, entry: action)
    let note = office.submission([SampleOffice.note(1, "he calls back")])
    here.add(note.id, entry: try #require(try office.file.submit(note).seq))
    let made = office.submission([], after: 60)
    let asked = obstacle { try office.file.submit(made, takingBack: .last, madeHere: here) }
    guard case .stepsOver(let over, nil, let to, action)? = asked else {
      Issue.record("nobody was asked: \(String(describing: asked))")
      return
    }
    #expect(over.commands == note.commands && to.commands == [Self.priority])
    let script = Submission(id: made.id, stamp: made.stamp, commands: [])
    guard
      case .stepsOver(_, nil, _, action)? = obstacle({ try office.file.submit(script, takingBack: .last) })
    else {
      Issue.record("a script that said no yes was not asked")
      return
    }
    let undone = try undo(office)
    #expect(undone.takenBack?.commands == [Self.priority] && undone.steppedOver?.commands == note.commands)
    let further = try undo(office)
    #expect(further.takenBack?.commands == [SampleOffice.assign(1)])
    #expect(further.steppedOver == nil, "what was stepped over is said once")
  }

  @Test("names what was done here and stays before anything that was done elsewhere", .verifies("UX-05"))
  func ownFirst() throws {
    let office = try SampleOffice()
    try office.submit(SampleOffice.log(1, "leak"))
    var here = MadeHere()
    let note = office.submission([SampleOffice.note(1, "he calls back")])
    here.add(note.id, entry: try #require(try office.file.submit(note).seq))
    func asked() -> UndoObstacle? {
      obstacle { try office.file.submit(office.submission([], after: 60), takingBack: .last, madeHere: here) }
    }
    guard case .stepsOver(let over, nil, let to, _)? = asked() else {
      Issue.record("what was done elsewhere came first: \(String(describing: asked()))")
      return
    }
    #expect(over.commands == note.commands && to.commands == [SampleOffice.log(1, "leak")])
  }

  @Test("without a here the last action is the last of those made at the file's console", .verifies("UX-05"))
  func anotherConsole() throws {
    let office = try SampleOffice()
    try office.submit(SampleOffice.log(1, "leak"))
    try office.submit(SampleOffice.assign(1))
    let own = office.submission([Self.priority])
    let there = Stamp(by: own.stamp.by, at: own.stamp.at, console: ConsoleID(high: 0, low: 4_711))
    try office.file.submit(
      Submission(id: own.id, stamp: there, commands: own.commands, acceptsWarnings: true))
    #expect(try undo(office).takenBack?.commands == [SampleOffice.assign(1)])
    #expect(office.file.state.office.order(SampleOffice.order(1))?.priority == .p1)
    // What is done there meanwhile ends no redo here.
    let note = office.submission([.flagWorkOrder(SampleOffice.order(1), FlagWorkOrder(true))])
    let later = Stamp(by: note.stamp.by, at: note.stamp.at, console: there.console)
    try office.file.submit(
      Submission(id: note.id, stamp: later, commands: note.commands, acceptsWarnings: true))
    #expect(try undo(office, .undone).takenBack?.commands == [SampleOffice.assign(1)])
  }

  @Test(
    "does not put a hold back on work that was done since, and offers what is before it", .verifies("UX-05"))
  func doneSince() throws {
    let office = try SampleOffice()
    try office.submit(SampleOffice.log(1, "leak"))
    let before = try #require(try office.submit(Self.priority).seq)
    try office.submit(SampleOffice.assign(1))
    try office.submit(Self.hold)
    let release = Command.releaseWorkOrder(SampleOffice.order(1), ReleaseWorkOrder(visit: nil))
    try office.submit(release)
    let report = CompletionReport(did: "a new belt", signature: .refused("nobody there"))
    try office.submit(.completeVisit(SampleOffice.order(1), CompleteVisit(report)), after: 30)
    let asked = obstacle { try undo(office) }
    guard case .stepsOver(let over, .wrongState?, let to, let entry)? = asked else {
      Issue.record("nobody was asked: \(String(describing: asked))")
      return
    }
    #expect(over.commands == [release])
    #expect(entry >= before && to.isUndoable)
    #expect(try undo(office, .entry(entry)).takenBack?.submission == to.submission)
    #expect(office.file.state.office.order(SampleOffice.order(1))?.hold == nil)
  }

  @Test(
    "offers of a group what can be taken back, and leaves what has gone on since", .verifies("UX-05"))
  func inPart() throws {
    let office = try SampleOffice()
    for low: UInt64 in 1...3 { try office.submit(SampleOffice.log(low, "leak")) }
    let raised = try office.submit(
      .setPriority(SampleOffice.order(1), SetPriority(.p1, reason: "boss", replacing: .p3)),
      .setPriority(SampleOffice.order(2), SetPriority(.p1, reason: "boss", replacing: .p3)),
      .setPriority(SampleOffice.order(3), SetPriority(.p1, reason: "boss", replacing: .p3)))
    let seq = try #require(raised.seq)
    let made = office.submission([], after: 30)
    try office.file.submit(
      Submission(
        id: made.id, stamp: made.stamp,
        commands: [
          .setPriority(SampleOffice.order(2), SetPriority(.p2, reason: "it drips", replacing: .p1))
        ]))
    let priorities = {
      (1...3 as ClosedRange<UInt64>).map { office.file.state.office.order(SampleOffice.order($0))?.priority }
    }
    let before = priorities()
    for wish in [TakingBack.entry(seq), .order(SampleOffice.order(1), number: 20_001)] {
      guard case .partly(let action, let goes, let stays, seq)? = obstacle({ try undo(office, wish) }) else {
        Issue.record("nothing was offered: \(wish)")
        return
      }
      #expect(action.seq == seq && stays.map(\.code) == ["changedSince"])
      #expect(goes == [1, 3].compactMap { office.file.state.office.order(SampleOffice.order($0))?.number })
      #expect(priorities() == before, "nothing is changed before")
    }
    let preview = try office.file.dryRun(office.submission([], after: 60), takingBack: .part(seq))
    #expect(
      Set(preview.decision.events.compactMap(\.order)) == [SampleOffice.order(1), SampleOffice.order(3)])
    #expect(priorities() == before)
    let undone = try undo(office, .part(seq))
    #expect(undone.takenBack?.seq == seq && priorities() == [.p3, .p2, .p3])
    guard case .alreadyUndone? = obstacle({ try undo(office, .entry(seq)) }) else {
      Issue.record("it was taken back twice")
      return
    }
    _ = try undo(office, .undone)
    #expect(priorities() == [.p1, .p2, .p1], "a redo does what was undone")
    #expect(try office.file.check().problems.isEmpty)
  }

  @Test(
    "a group is taken back once, whichever of its orders stayed, and what was done before it is offered too",
    .verifies("UX-05"), arguments: [1, 2])
  func inPartOnce(stayed: UInt64) throws {
    let office = try SampleOffice()
    for low: UInt64 in 1...3 { try office.submit(SampleOffice.log(low, "leak")) }
    let first = try office.submit(
      .setPriority(SampleOffice.order(3), SetPriority(.p2, reason: "boss", replacing: .p3)))
    let before = try #require(first.seq)
    let raised = try office.submit(
      .setPriority(SampleOffice.order(1), SetPriority(.p1, reason: "boss", replacing: .p3)),
      .setPriority(SampleOffice.order(2), SetPriority(.p1, reason: "boss", replacing: .p3)))
    let seq = try #require(raised.seq)
    let made = office.submission([], after: 30)
    try office.file.submit(
      Submission(
        id: made.id,
        stamp: Stamp(by: made.stamp.by, at: made.stamp.at, console: ConsoleID(high: 0, low: 4_711)),
        commands: [
          .setPriority(SampleOffice.order(stayed), SetPriority(.p2, reason: "it drips", replacing: .p1))
        ]))
    guard case .stepsOver(let over, let why, _, before)? = obstacle({ try undo(office) }),
      case .undoImpossible(.partly(_, let goes, _, seq)) = why
    else {
      Issue.record("\(String(describing: obstacle { try undo(office) }))")
      return
    }
    #expect(over.seq == seq && goes.count == 1)
    _ = try undo(office, .part(seq))
    for wish in [TakingBack.entry(seq), .part(seq)] {
      guard case .alreadyUndone? = obstacle({ try undo(office, wish) }) else {
        Issue.record("it was taken back twice")
        return
      }
    }
  }

  @Test("an action after an undo leaves nothing to redo, a note does not")
  func actingAgain() throws {
    let office = try SampleOffice()
    try office.submit(SampleOffice.log(1, "leak"))
    try office.submit(Self.priority)
    _ = try undo(office)
    try office.submit(SampleOffice.note(1, "he calls back"))
    _ = try undo(office, .undone)
    _ = try undo(office)
    try office.submit(SampleOffice.assign(1))
    #expect(obstacle { try undo(office, .undone) } == .nothingToRedo)
  }

  @Test("two consoles do not undo the same action twice")
  func twoConsoles() throws {
    let office = try SampleOffice()
    try office.submit(SampleOffice.log(1, "leak"))
    let start = try office.file.digest()
    try office.submit(SampleOffice.assign(1))
    try office.submit(Self.priority)
    let other = try office.secondWindow()
    #expect(try undo(office).takenBack?.commands == [Self.priority])
    #expect(try undo(office, in: other).takenBack?.commands == [SampleOffice.assign(1)])
    #expect(try other.digest() == start)
  }

  @Test("the same submission twice takes back once and says the same")
  func repeated() throws {
    let office = try SampleOffice()
    try office.submit(SampleOffice.log(1, "leak"))
    try office.submit(SampleOffice.assign(1))
    try office.submit(Self.priority)
    let submission = office.submission([], after: 5)
    let first = try office.file.submit(submission, takingBack: .last)
    let second = try office.file.submit(submission, takingBack: .last)
    #expect(second.isRepeat && second.seq == first.seq && second.takenBack == first.takenBack)
    #expect(try office.file.order(id: SampleOffice.order(1))?.technician == SampleOffice.ana)
  }

  @Test("what somebody has changed since is refused with the field and its value", .verifies("UX-05"))
  func dependency() throws {
    let office = try SampleOffice()
    try office.submit(SampleOffice.log(1, "leak"))
    try office.submit(Self.priority)
    let calmer = Command.setPriority(
      SampleOffice.order(1), SetPriority(.p2, reason: "calmer", replacing: .p1))
    try office.submit(calmer)
    let digest = try office.file.digest()
    let seq = office.file.state.seq
    let refusal = SubmitError.refused(
      .changedSince(.order(20_000), field: "priority", now: Priority.p2.text))
    #expect(throws: refusal) { try undo(office, .entry(seq - 1)) }
    #expect(try office.file.digest() == digest && office.file.state.seq == seq)
  }

  @Test(
    "an overlap that stood before is brought back without a reason, unless the other visit has changed since",
    .verifies("UX-05"))
  func overlapStoodSo() throws {
    let office = try SampleOffice()
    try office.submit(SampleOffice.log(1, "leak"), SampleOffice.log(2, "drip"))
    try office.submit(SampleOffice.assign(1))
    let beside = office.submission([SampleOffice.assign(2)])
    let overlapping = Submission(
      id: beside.id, stamp: beside.stamp, commands: beside.commands, override: "two of them go")
    try office.file.submit(overlapping)
    let digest = try office.file.digest()
    let away = Command.moveVisit(
      SampleOffice.order(1),
      MoveVisit(
        start: SampleOffice.start + .hours(4), replacingStart: SampleOffice.start,
        replacingTechnician: SampleOffice.ana))
    try office.submit(away, after: 10)
    let undo = { try office.file.submit(office.submission([], after: 20), takingBack: .last) }
    #expect(try undo().takenBack?.commands == [away])
    #expect(try office.file.digest() == digest)

    let again = try #require(try office.submit(away, after: 30).seq)
    try office.submit(SampleOffice.note(2, "one goes alone"), after: 40)
    #expect {
      try office.file.submit(office.submission([], after: 50), takingBack: .entry(again))
    } throws: { error in
      guard case SubmitError.refused(.broken(let broken)) = error else { return false }
      return broken.rule == .overlap
    }
  }

  @Test("facts are said to be facts, notes stand in nobody's way", .verifies("UX-05"))
  func facts() throws {
    let office = try SampleOffice()
    try office.submit(SampleOffice.log(1, "leak"))
    try office.submit(SampleOffice.assign(1))
    let wish = TakingBack.order(SampleOffice.order(1), number: 20_000)
    try office.submit(SampleOffice.note(1, "second floor"))
    #expect(
      try office.file.dryRun(office.submission([]), takingBack: wish).takenBack?.commands
        == [SampleOffice.assign(1)])
    let arrival = Command.arriveOnSite(SampleOffice.order(1), ArriveOnSite())
    let receipt = try office.submit(arrival)
    #expect(!receipt.isUndoable)
    guard case .fact(let entry)? = obstacle({ try undo(office, wish) }) else {
      Issue.record("an arrival was taken back")
      return
    }
    #expect(entry.commands == [arrival])
  }

  @Test("what somebody may not take back is not offered to be taken back", .verifies("UX-05", "USR-02"))
  func rights() throws {
    let office = try SampleOffice()
    let nia = Person(
      id: Person.ID(high: 7, low: 20), handle: "nia",
      name: PersonalText(id: Identifier(high: 7, low: 21), words: "Nia Park"), role: .helpdesk)
    try office.submit(.addPerson(AddPerson(nia)))
    let made = office.submission([SampleOffice.log(1, "leak")])
    let stamp = Stamp(by: nia.id, at: made.stamp.at, console: made.stamp.console)
    #expect(
      !(try office.file.submit(Submission(id: made.id, stamp: stamp, commands: made.commands)).isUndoable))
    #expect(try office.submit(SampleOffice.log(2, "drip")).isUndoable)
  }

  @Test("an entry is undone once, by whomever, and nobody undoes what is not there")
  func once() throws {
    let office = try SampleOffice()
    try office.submit(SampleOffice.log(1, "leak"))
    try office.submit(SampleOffice.assign(1))
    let seq = office.file.state.seq
    _ = try undo(office, .entry(seq))
    guard case .alreadyUndone(let entry)? = obstacle({ try undo(office, .entry(seq)) }) else {
      Issue.record("undone twice")
      return
    }
    #expect(entry.seq == seq)
    #expect(obstacle { try undo(office, .entry(9_999)) } == .noEntry(9_999))
    #expect(
      obstacle { try undo(office, .order(SampleOffice.order(2), number: 20_001)) }
        == .nothing(onOrder: 20_001))
  }

  @Test("a group with something in it that cannot be taken back is not taken back in half")
  func groups() throws {
    let office = try SampleOffice()
    try office.submit(SampleOffice.log(1, "leak"), SampleOffice.log(2, "drip"))
    try office.submit(SampleOffice.assign(1))
    try office.submit(.arriveOnSite(SampleOffice.order(1), ArriveOnSite()))
    let second = Command.holdWorkOrder(
      SampleOffice.order(2), HoldWorkOrder(reason: .parts, note: "belt"))
    // Held on site, the first one's visit has ended: that has happened.
    #expect(try !office.submit(Self.hold, second).isUndoable)
  }

  /// What can be undone and leaves nothing behind: a number is not given twice, a person does not vanish from the
  /// record, and what was written stays in it as taken back.
  private static let exact = EveryAction.Kind.undoable.filter {
    ![.log, .newTechnician, .message, .recall].contains($0)
  }

  @Test(
    "any actions followed by their undos leave the office as it was, and redone as it became",
    .verifies("UX-05"),
    arguments: 1...12)
  func anySequence(seed: UInt64) throws {
    var actions = EveryAction(seed: seed)
    let office = try SampleOffice()
    try office.begin(&actions)
    var digests = [try office.file.digest()]
    var offices = [office.file.state.office]
    for tries in 0..<400 where digests.count < 25 {
      guard let kind = actions.kind(of: Self.exact) else { continue }
      guard let submission = office.submission(kind, &actions, after: 600 + Int64(tries)),
        // What has no way back says so beforehand, and is no part of it.
        let preview = try? office.file.dryRun(submission), !preview.decision.inverse.isEmpty
      else { continue }
      let receipt = try office.file.submit(submission)
      #expect(receipt.seq != nil && receipt.isUndoable, "\(kind)")
      digests.append(try office.file.digest())
      offices.append(office.file.state.office)
    }
    #expect(digests.count == 25)
    for (expected, before) in zip(digests, offices).reversed().dropFirst() {
      let receipt = try undo(office)
      let difference = differences(before, office.file.state.office)
      try #require(
        try office.file.digest() == expected, "undone: \(receipt.takenBack?.commands ?? []) \(difference)")
    }
    for (expected, before) in zip(digests, offices).dropFirst() {
      let receipt = try undo(office, .undone)
      let difference = differences(before, office.file.state.office)
      try #require(
        try office.file.digest() == expected, "redone: \(receipt.takenBack?.commands ?? []) \(difference)")
    }
    #expect(try office.file.check().problems.isEmpty)
  }
}
