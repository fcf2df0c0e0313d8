import Domain
import Foundation
import TUI
import Terminal
import TestSupport
import Testing
import Verbs

@Suite("A conflict in the console")
struct ConflictAlertTests {
  private static let id = Conflict.ID(high: 62, low: 1)

  /// A console that hears that somebody's wish was refused, with the cursor on the alert for it.
  private func told(of person: Person.ID?) throws -> Console {
    var console = Console()
    let order = try #require(console.model.office.orders.inOrder.first { !$0.isEnded })
    let wanted = Command.claimWorkOrder(order.id, ClaimWorkOrder(true, replacing: nil))
    let issuer = person ?? console.model.person
    let submission = Submission(
      id: Self.id, stamp: Stamp(by: issuer, at: Story.now, console: ConsoleID(high: 60, low: 1)),
      commands: [wanted])
    let conflict = Conflict(
      submission, count: 1, refusal: .changedSince(.order(order.number), field: "claim", now: "chen"),
      at: Story.now,
      theirs: Conflict.Obstacle(
        entry: 7, person: issuer, console: submission.stamp.console, at: Story.now - .minutes(4)))
    var office = console.model.office
    office.apply(.office(.conflict(.arose(conflict))), submission.stamp)
    var board = Story.board()
    board.alerts = Board(office, now: Story.now).alerts.filter { $0.id.kind == .conflict }
    console.send(.officeChanged(office, board))
    return console
  }

  private func submitted(_ console: Console) -> [Command] {
    console.effects.flatMap { effect in
      if case .submit(let proposal, _) = effect { return proposal.commands }
      return []
    }
  }

  @Test("is said to whoever wanted it, and to nobody else", .verifies("UX-06"))
  func said() throws {
    #expect(try told(of: nil).resultLine.contains("Refused by the office: claim"))
    let other = try told(of: Person.ID(high: 99, low: 1))
    #expect(!other.resultLine.contains("Refused by the office"))
    #expect(other.model.board.alerts.count == 1)
  }

  @Test("says what was refused last, where it grows")
  func grown() throws {
    var console = try told(of: nil)
    var office = console.model.office
    let conflict = try #require(office.openConflicts.first)
    let order = try #require(conflict.orders.first)
    let last = Conflict.LostSubmission(
      id: Submission.ID(high: 62, low: 9), count: 2,
      commands: [.setPriority(order, SetPriority(.p1, reason: "rang again", replacing: .p2))])
    let stamp = Stamp(by: conflict.person, at: Story.now, console: conflict.console)
    office.apply(.office(.conflict(.changed(conflict.id, .grew(last)))), stamp)
    console.send(.officeChanged(office, Story.board()))
    #expect(console.resultLine.contains("Refused by the office: priority"), "\(console.resultLine)")
  }

  @Test("belongs to whoever was refused, until he gives it away", .verifies("EXC-13"))
  func owned() throws {
    let console = try told(of: nil)
    #expect(console.model.board.alerts.map(\.standing.owner) == [console.model.person])
    let stranger = try told(of: Person.ID(high: 99, low: 1))
    #expect(stranger.model.board.alerts.map(\.standing.owner) == [nil])
  }

  @Test("the key on its line asks what becomes of it, and a digit settles it", .verifies("EXC-13"))
  func settled() throws {
    var console = try told(of: nil)
    console.type("4")
    #expect(console.text.contains("R settle"))
    console.type("R")
    let order = try #require(console.model.office.conflict(Self.id)?.orders.first)
    let number = try #require(console.model.office.order(order)?.number)
    #expect(console.text.contains("keep what") && console.text.contains(": \(number) is "))
    #expect(console.text.contains("all the same: claim"))
    console.type("1")
    #expect(submitted(console) == [.settleConflict(SettleConflict(Self.id, .keep))])
  }

  @Test("Enter opens the order that it is about, and settles nothing", .verifies("EXC-13"))
  func opened() throws {
    var console = try told(of: nil)
    console.type("4R")
    let order = try #require(console.model.office.conflict(Self.id)?.orders.first)
    let number = try #require(console.model.office.order(order)?.number)
    #expect(console.text.contains("open \(number)"))
    console.type("<enter>")
    #expect(submitted(console).isEmpty && console.text.contains("Visits"))
  }

  @Test("what becomes of it is said whole on a narrow screen too", .verifies("EXC-13"))
  func narrow() throws {
    var console = try told(of: nil)
    console.send(.resized(Size(width: 60, height: 20)))
    console.type("4R")
    let conflict = try #require(console.model.office.conflict(Self.id))
    let said = Wording(office: console.model.office, now: Story.now).choice(.keep, of: conflict)
    let start = try #require(console.text.range(of: "1 keep what"))
    let popup = console.text[start.lowerBound...].prefix(60 * 4)
    for word in said.split(separator: " ") { #expect(popup.contains(word), "\(word) of \(said): \(popup)") }
  }

  @Test("a choice settles the conflict that it named, wherever the cursor is by then")
  func named() throws {
    var console = try told(of: nil)
    console.type("4R")
    console.send(.officeChanged(console.model.office, Story.board()))
    console.type("2")
    #expect(submitted(console).first == .settleConflict(SettleConflict(Self.id, .redo)))
    #expect(submitted(console).count == 2)
  }
}
