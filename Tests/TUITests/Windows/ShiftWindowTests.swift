import Domain
import TUI
import Terminal
import TestSupport
import Testing
import Verbs

@Suite("Handover and counters on the screen")
struct ShiftWindowTests {
  @Test("the handover is added to, read part by part and taken over by keys", .verifies("MSG-16"))
  func handover() {
    var desk = FormDesk()
    desk.type(":handover<Enter>")
    #expect(desk.top == "Handover")
    desk.type("+")
    desk.type("Gate B closes at 17:00")
    desk.type("<C-s>")
    #expect(desk.office.handover.lines.map(\.words) == ["Gate B closes at 17:00"])
    #expect(desk.text.contains("Gate B closes at 17:00 (Bea Long"))
    desk.type("Y")
    #expect(desk.resultLine.contains("Not taken over: all of it is to read"))
    for _ in HandoverSection.allCases { desk.type("<Space>") }
    #expect(desk.text.contains("Bea Long has read all of it"))
    desk.type("Y")
    #expect(desk.office.handover.taken?.by == Story.bea && desk.office.handover.lines.count == 1)
  }

  @Test("a part is read only when all of it was on the screen", .verifies("MSG-16"))
  func unseen() {
    var desk = FormDesk(80, 24)
    for number in 1...40 { desk.run("handover.add", ["words": ["line \(number)"]]) }
    desk.type(":handover<Enter>")
    let before = desk.submitted.count
    for _ in HandoverSection.allCases { desk.type("<Space>") }
    #expect(!desk.text.contains("has read all of it"))
    #expect(desk.submitted.count < before + HandoverSection.allCases.count)
    #expect(desk.resultLine.contains("was not all on the screen"), "\(desk.resultLine)")
    for _ in 0..<8 { desk.type("<Space>") }
    #expect(desk.office.handover.unread(by: Story.bea).isEmpty)
  }

  @Test("Enter keeps a line that is added by hand", .verifies("MSG-16"))
  func line() {
    var desk = FormDesk()
    desk.type(":handover<Enter>+Gate B closes at 17:00<Enter>")
    #expect(desk.office.handover.lines.map(\.words) == ["Gate B closes at 17:00"])
    #expect(desk.top == "Handover")
  }

  @Test("every counter shows its definition and arithmetic by one key", .verifies("REP-13"))
  func counters() {
    var desk = FormDesk(200, 60)
    desk.type(":counters<Enter>")
    #expect(desk.top == "Counters")
    for name in Counter.Name.allCases {
      #expect(desk.text.contains(Wording.title(of: name)))
      #expect(!desk.text.contains(Wording.definition(of: name)))
    }
    desk.type("=")
    for name in Counter.Name.allCases {
      #expect(desk.text.contains(Wording.definition(of: name).prefix(40)), "\(name)")
    }
  }

  @Test("both are windows of the past too, where nothing is read or taken")
  func past() {
    var desk = FormDesk()
    let view = PastView(
      office: desk.office, board: desk.model.board, at: Story.now - .hours(1), entry: nil, lastSeq: 3)
    desk.type("(")
    desk.send(.answered(.past(view), .past(1)))
    desk.type(":handover<Enter>")
    #expect(desk.top == "Handover")
    let count = desk.submitted.count
    desk.type("<Space>Y+")
    #expect(desk.submitted.count == count && desk.top == "Handover")
  }

  @Test("many of one kind are one line with their numbers, and one by one at Enter", .verifies("MSG-16"))
  func gathered() {
    var office = FormOffice.made()
    for number in 20_431...20_436 {
      FormOffice.add(
        number, "cold room \(number)", "refrigeration", .p2, .today, FormOffice.store, at: Story.at(1, 0),
        &office)
    }
    var desk = FormDesk(160, 60, office: office)
    desk.tick(1_200)
    desk.type(":handover<Enter>")
    let sheet = HandoverSheet(desk.office, desk.model.board, at: desk.model.now)
    #expect(sheet.items(.late).count > 3 && sheet.lines(.late).count == 1)
    #expect(desk.text.contains("times clock missed: 204"), "\(desk.text)")
    #expect(!desk.text.contains("20434 Store 112: "))
    desk.type("<Enter>")
    #expect(desk.text.contains("20434 Store 112: "), "\(desk.text)")
    desk.type("<Enter>")
    #expect(!desk.text.contains("20434 Store 112: "))
  }
}
