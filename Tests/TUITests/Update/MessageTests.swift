import Domain
import TUI
import TestSupport
import Testing

@Suite("Messages of one turn")
struct MessageTests {
  private static let office = FormOffice.made()
  private static let changed = Message.officeChanged(
    office, BoardKeeper(office: office, now: Story.now).board)
  private static let done = Message.finished(.done("20422 logged."), .popup(1))

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

  @Test("are few, however long nobody reads the screen", .verifies("BRD-10"))
  func unread() {
    let minute = Message.tick(Story.now, BoardKeeper(office: Self.office, now: Story.now).board)
    let long = Array(repeating: [Self.changed, minute, minute, Self.changed], count: 100).flatMap(\.self)
    #expect(kinds(long) == ["minute", "changed"])
    #expect(kinds([Self.changed, minute]) == ["changed", "minute"])
  }

  private func kinds(_ messages: [Message]) -> [String] {
    var waiting: [Message] = []
    for message in messages { Message.add(message, to: &waiting) }
    return waiting.map { message in
      switch message {
      case .officeChanged: "changed"
      case .tick: "minute"
      default: "done"
      }
    }
  }
}
