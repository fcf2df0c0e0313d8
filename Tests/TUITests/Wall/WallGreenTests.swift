import Domain
import TUI
import Terminal
import TestSupport
import Testing
import Verbs

@Suite("Red and green on the wall", .verifies("BRD-10"))
struct WallGreenTests {
  @Test("an order turns from red to green when it is done, in words as well, and is approved from its line")
  func turnsGreen() throws {
    var desk = FormDesk(160, 40, face: .wall(Wall()))
    let order = try #require(desk.order(20_418)?.id)
    #expect([.slaAtRisk, .slaBreached].contains(role(of: "20418  P1", desk)), "\(desk.text)")
    try finish(20_418, &desk)
    #expect(role(of: "✓ 20418  P1", desk) == .slaMet, "\(desk.text)")
    #expect(role(of: "done 10:42 in time", desk) == .slaMet, "\(desk.text)")
    #expect(desk.text.contains("✓ 1 to review") && desk.text.contains("R review"), "\(desk.text)")
    desk.type("G<Enter>")
    #expect(desk.top == "Review Order 20418", "\(desk.text)")
    desk.type("K")
    #expect(desk.office.order(order)?.status == .closed, "\(desk.resultLine)")
    desk.type("<Esc>")
    #expect(!desk.text.contains("✓ 20418  P1"), "\(desk.text)")
  }

  @Test("the last done stands on top of the green lines, and says which clock it missed")
  func order() throws {
    var desk = FormDesk(160, 40, face: .wall(Wall()))
    try finish(20_418, &desk)
    desk.tick(240)
    try finish(20_421, at: desk.model.now, &desk)
    let lines = desk.canvas.rows.filter { $0.contains("done 1") }
    try #require(lines.count == 2, "\(desk.text)")
    #expect(lines[0].contains("✓ 20421"), "\(desk.text)")
    #expect(lines[0].contains("done 14:42, response late "), "\(desk.text)")
    #expect(desk.canvas.rows.count { $0.contains("20421  P") } == 1, "not red as well: \(desk.text)")
    desk.type("3")
    #expect(desk.canvas.rows[1].contains("DONE, TO REVIEW 2"), "\(desk.text)")
  }

  @Test("a figure that is on target is green with a tick, one that is short of it is not")
  func targets() throws {
    var desk = FormDesk(160, 40, face: .wall(Wall()))
    try finish(20_418, &desk)
    desk.tick(1)
    #expect(role(of: "RESPONSE MET 100 % (target 95) ✓", desk) == .slaMet, "\(desk.text)")
    desk.tick(480)
    #expect(role(of: "(target 95) ▼", desk) == .resultWarning, "\(desk.text)")
  }

  @Test("a figure that is to be none is green once it is none, and so is the word of it")
  func none() {
    let office = Office(
      profile: OfficeProfile(name: "Riverside", zone: "UTC", currency: "EUR"), firstNumber: 1, at: Story.now)
    let desk = FormDesk(120, 36, office: office, face: .wall(Wall()))
    #expect(desk.text.contains("✓ none"), "\(desk.text)")
    #expect(role(of: "✓ Nothing is breached or at risk", desk) == .slaMet, "\(desk.text)")
    for title in ["P1 OPEN", "BREACHED", "AT RISK"] {
      let column = column(of: title, in: desk.canvas.rows[1]) ?? 0
      #expect(desk.canvas[column, 2].style.role == StyleRole.slaMet.rawValue, "\(title)")
    }
  }

  /// Done and well reported at an instant, by somebody of the trade.
  private func finish(_ number: Int, at instant: Timestamp = Story.now, _ desk: inout FormDesk) throws {
    let order = try #require(desk.order(number))
    let technician = try #require(
      desk.office.technicians.inOrder.first { $0.skills.contains { $0.trade == order.trade } })
    let visit = AssignVisit(
      visit: Visit.ID(high: 6, low: UInt64(number)), technician: technician.id, start: instant, replacing: nil
    )
    try desk.elsewhere(.assignVisit(order.id, visit), at: instant)
    try desk.elsewhere(
      .completeVisit(order.id, CompleteVisit(CompletionReport(did: "reset", work: .minutes(9)))), at: instant)
  }

  /// How words look on the screen; nil where they do not stand there.
  private func role(of words: String, _ desk: FormDesk) -> StyleRole? {
    let canvas = desk.canvas
    for (row, text) in canvas.rows.enumerated() {
      if let column = column(of: words, in: text) {
        return StyleRole(rawValue: canvas[column, row].style.role)
      }
    }
    return nil
  }

  private func column(of words: String, in row: String) -> Int? {
    row.firstRange(of: words).map { row.distance(from: row.startIndex, to: $0.lowerBound) }
  }
}
