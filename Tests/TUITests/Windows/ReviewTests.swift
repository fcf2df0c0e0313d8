import Domain
import TUI
import Terminal
import TestSupport
import Testing
import Verbs

@Suite("Review of done work", .verifies("SGN-03"))
struct ReviewTests {
  /// Two orders are done, one of them late and unsigned.
  private func desk(_ width: Int = 120, _ height: Int = 36, face: Face = .console) throws -> FormDesk {
    var desk = FormDesk(width, height, face: face)
    for (number, did) in [(20_418, "new fan belt, ring 0151 496 0123"), (20_421, "reset")] {
      let order = try #require(desk.order(number))
      let technician = try #require(
        desk.office.technicians.inOrder.first { $0.skills.contains { $0.trade == order.trade } })
      let given = AssignVisit(
        visit: Visit.ID(high: 6, low: UInt64(number)), technician: technician.id, start: Story.now,
        replacing: nil)
      try desk.elsewhere(.assignVisit(order.id, given))
      try desk.elsewhere(
        .completeVisit(order.id, CompleteVisit(CompletionReport(did: did, work: .hours(9)))))
    }
    return desk
  }

  @Test("lists it with what there is to look at", arguments: [(120, 36), (80, 24)])
  func list(_ width: Int, _ height: Int) throws {
    var desk = try desk(width, height)
    desk.type(":review<Enter>")
    #expect(desk.top == "Review")
    for words in ["20418", "20421", "new fan belt", "not signed", "no cause", "took 9 h of"] {
      #expect(desk.text.contains(words), "\(words)")
    }
    desk.type("<Enter>")
    #expect(desk.top == "Review Order 20418" || desk.top == "Review Order 20421")
    for words in ["Look at", "Done by", "did", "not signed"] {
      #expect(desk.text.contains(words), "\(words)")
    }
  }

  @Test("K closes what is right, u brings it back")
  func approved() throws {
    var desk = try desk()
    desk.type(":review<Enter>")
    let first = try #require(desk.office.reviewQueue.first)
    desk.type("K")
    #expect(desk.order(first.number)?.status == .closed)
    #expect(desk.office.reviewQueue.count == 1 && !desk.text.contains("\(first.number)  "))
    desk.type("K")
    #expect(desk.text.contains("No done work awaits review."))
    desk.type("u")
    #expect(
      desk.effects.contains {
        if case .submit(let proposal, _) = $0 { proposal.takingBack != nil } else { false }
      })
  }

  @Test("R sends back what is not, with the reason, and nothing without one")
  func sentBack() throws {
    var desk = try desk()
    desk.type(":review<Enter>")
    let first = try #require(desk.office.reviewQueue.first)
    desk.type("R<C-s>")
    #expect(desk.order(first.number)?.status == .review)
    desk.type("leaks still<C-s>")
    #expect(desk.top == "Review")
    #expect(desk.order(first.number)?.reworks.map(\.reason) == ["leaks still"])
    #expect(desk.order(first.number)?.isUnassigned == true)
  }

  @Test("is answered from the wall too, which shows no number; u takes the answer back, N does nothing")
  func wall() throws {
    var desk = try desk(face: .wall(Wall()))
    desk.type("R")
    #expect(desk.top == "Review" && !desk.text.contains("0123"))
    let first = try #require(desk.office.reviewQueue.first)
    desk.type("N")
    #expect(desk.top == "Review" && desk.submitted.isEmpty)
    desk.type("Rleaks still<C-s>")
    #expect(desk.order(first.number)?.reworks.count == 1)
    desk.type("K")
    #expect(desk.office.reviewQueue.isEmpty)
    desk.type("u")
    #expect(desk.submitted.count == 3 && desk.office.reviewQueue.count == 1, "\(desk.resultLine)")
  }

  @Test("is taken back on the wall where it was given there, and nothing else is")
  func wallUndo() throws {
    var desk = try desk(face: .wall(Wall()))
    desk.type("RK")
    let number = try #require(desk.submitted.last?.orders.first)
    #expect(desk.resultLine.contains("\(number) closed"), "what was done is seen: \(desk.text)")
    let answer = try #require(desk.entries.last)
    desk.type("u")
    #expect(desk.submitted.last?.takingBack == .last)
    let before = desk.submitted.count
    let obstacle = Refusal.undoImpossible(.elsewhere(answer, entry: answer.seq))
    desk.send(.finished(.refused(obstacle, Proposal(verb: UndoVerb.name, takingBack: .last)), .keys))
    #expect(desk.top == "Review", "no box offers what was done elsewhere")
    #expect(desk.model.result?.sentence.contains("elsewhere") == true, "\(desk.text)")
    desk.type("2")
    #expect(desk.submitted.count == before)
  }

  @Test(
    "is approved from the sheet where it is read, and history says that it was reviewed",
    .verifies("SGN-03"), arguments: [true, false])
  func sheet(isWall: Bool) throws {
    var desk = isWall ? try desk(face: .wall(Wall())) : try desk()
    desk.type(isWall ? "R" : ":review<Enter>")
    let first = try #require(desk.office.reviewQueue.first)
    desk.type("<Enter>")
    #expect(desk.text.contains("K right, close it"), "\(desk.text)")
    desk.type("K")
    #expect(desk.order(first.number)?.status == .closed, "\(desk.resultLine)")
    let entry = try #require(desk.entries.last)
    #expect(History.verb(of: entry, about: first.id) == ApproveVerb.name)
    desk.type("<Esc>")
    #expect(desk.top == "Review")
    let second = try #require(desk.office.reviewQueue.first)
    desk.type("<Enter>Rleaks still<C-s>")
    #expect(desk.order(second.number)?.reworks.count == 1, "\(desk.resultLine)")
  }
}
