import Domain
import TUI
import Testing

@Suite("Messages of one turn")
struct MessageTests {
  private static let office = FormOffice.made()
  private static let changed = Message.officeChanged(
    office, BoardKeeper(office: office, now: Story.now).board)
  private static let done = Message.finished(.done("20422 logged.", warnings: []), .popup(1))

  @Test("come without a change of the office that another one follows at once")
  func passed() {
    #expect(kinds([Self.changed, Self.changed, Self.changed]) == ["changed"])
    #expect(kinds([Self.done, Self.changed, Self.changed]) == ["done", "changed"])
  }

  @Test("come with the office that an answer is about, whatever changes it afterwards")
  func answered() {
    #expect(
      kinds([Self.changed, Self.changed, Self.done, Self.changed]) == ["changed", "done", "changed"])
  }

  private func kinds(_ messages: [Message]) -> [String] {
    Message.withoutPassedBoards(messages).map { message in
      if case .officeChanged = message { "changed" } else { "done" }
    }
  }
}
