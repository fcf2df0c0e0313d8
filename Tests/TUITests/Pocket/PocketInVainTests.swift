import Domain
import TUI
import Terminal
import TestSupport
import Testing
import Verbs

@Suite("What a technician did in vain, on his own face")
struct PocketInVainTests {
  /// 20418 was Inés's and 20421 was called off by the time Ana's steps came.
  private static func office() throws -> Office {
    var office = try PocketDesk.office()
    try PocketDesk.decide(
      .assignVisit(
        Story.order(20_418),
        AssignVisit(
          visit: Visit.ID(high: 21, low: 20_418), technician: PocketDesk.ines, start: Story.at(15, 0),
          length: .minutes(60), replacing: FormOffice.ana)),
      by: Story.bea, &office)
    try PocketDesk.decide(
      .cancelWorkOrder(Story.order(20_421), CancelWorkOrder(reason: .notNeeded, words: "called off")),
      by: Story.bea, &office)
    try PocketDesk.decide(.startTravel(Story.order(20_418), StartTravel()), by: PocketDesk.ana, &office)
    for number in [20_418, 20_421] {
      try PocketDesk.decide(.arriveOnSite(Story.order(number), ArriveOnSite()), by: PocketDesk.ana, &office)
    }
    return office
  }

  private static let sentences = [
    "20418 travelling 10:37 does not count: somebody else has it.",
    "20418 on site 10:37 does not count: somebody else has it.",
    "20421 on site 10:37 does not count: it had ended."
  ]

  @Test("is said with why, from his own office's part of it too, and nothing of it on the next day")
  func steps() throws {
    let whole = try Self.office()
    for office in [whole, whole.scoped(to: PocketDesk.ana, console: ConsoleID(high: 9, low: 2))] {
      let desk = try PocketDesk.made(80, 24, office: office)
      for sentence in Self.sentences { #expect(desk.text.contains(sentence), "\(desk.text)") }
      let said = try #require(desk.model.plainLines)
      for sentence in Self.sentences { #expect(said.contains(sentence), "\(said)") }
      #expect(office.unheededSteps(of: FormOffice.ana, since: Story.now).isEmpty)
    }
    #expect(whole.unheededSteps(of: PocketDesk.ines, since: .epoch).isEmpty)
  }

  @Test("is said to be dispatch's again where nobody else has it by now")
  func takenBack() throws {
    var office = try Self.office()
    try PocketDesk.decide(
      .unassignVisit(Story.order(20_418), UnassignVisit(replacing: PocketDesk.ines)), by: Story.bea, &office)
    let text = try PocketDesk.made(80, 24, office: office).text
    #expect(text.contains("20418 on site 10:37 does not count: dispatch had taken it back."), "\(text)")
  }

  @Test("is said on a phone, whole where it has room, and how much more there is where not")
  func phone() throws {
    let desk = try PocketDesk.made(40, 15, office: try Self.office())
    let rows = desk.text.split(separator: "\n")
    #expect(rows[1].contains("✗ 20"), "\(desk.text)")
    #expect(rows[1..<5].joined(separator: " ").contains("does not count:"), "\(desk.text)")
    #expect(rows[1..<5].contains { $0.contains(" +1") }, "\(desk.text)")
  }

  @Test("a step that came before its visit is said to wait for it, to him and at the desk")
  func early() throws {
    var office = try PocketDesk.office()
    let step = Command.arriveOnSite(
      Story.order(20_418), ArriveOnSite(visit: Visit.ID(high: 21, low: 77)))
    let told = Submission(
      id: Submission.ID(high: 31, low: 1),
      stamp: Stamp(by: PocketDesk.ana, at: Story.now, console: ConsoleID(high: 9, low: 2)), commands: [step])
    let conflict = Conflict(told, count: 1, refusal: .notFound(.order(0)), at: Story.now)
    office.apply(.office(.conflict(.arose(conflict))), told.stamp)
    let desk = try PocketDesk.made(80, 24, office: office)
    #expect(desk.text.contains("✗ 20418 not reached yet: its visit is not here."), "\(desk.text)")
    let wording = Wording(office: office, now: Story.now)
    #expect(
      wording.refusedByOffice(conflict)
        == "Waits at the office: on-site 20418. 20418 not reached yet: its visit is not here. "
        + "The alerts have it.")
    #expect(
      wording.rejected(conflict)
        == "Waits at the office: on-site 20418. 20418 not reached yet: its visit is not here. "
        + "It is entered as soon as the office has it.", "there is nothing to settle")
  }

  @Test("a wish that the office has refused is said with why until it is settled")
  func refused() throws {
    var office = try PocketDesk.office()
    let hold = Command.holdWorkOrder(
      Story.order(20_418), HoldWorkOrder(reason: .parts, note: "relay", reviewAt: nil))
    let submission = Submission(
      id: Submission.ID(high: 31, low: 1),
      stamp: Stamp(by: PocketDesk.ana, at: Story.now, console: ConsoleID(high: 9, low: 2)), commands: [hold])
    let conflict = Conflict(submission, count: 1, refusal: .workEnded(20_418, .cancelled), at: Story.now)
    office.apply(.office(.conflict(.arose(conflict))), submission.stamp)
    for (width, height) in [(80, 24), (40, 15)] {
      let desk = try PocketDesk.made(width, height, office: office)
      #expect(desk.text.contains("✗ 20418 not put on hold"), "\(desk.text)")
      #expect(desk.model.plainLines?.contains { $0.hasPrefix("20418 not put on hold") } == true)
    }
    office.apply(.office(.conflict(.changed(conflict.id, .settled(.keep)))), submission.stamp)
    #expect(!(try PocketDesk.made(office: office).text.contains("not put on hold")))
  }
}
