import Domain
import TUI
import Terminal
import TestSupport
import Testing
import Verbs

@Suite("The helpdesk's calls")
struct CallDeskTests {
  private func desk(_ width: Int = 80, _ height: Int = 24) -> FormDesk {
    var desk = FormDesk(width, height, face: .calls(CallDesk()))
    desk.tick(0)
    return desk
  }

  @Test(
    "takes several calls at once: each is kept at every field and gone on with",
    .verifies("INT-01"), arguments: [(80, 24), (120, 36), (60, 15)])
  func several(_ width: Int, _ height: Int) {
    var desk = desk(width, height)
    desk.type("n0151 496 0123<Tab><S-Tab><S-Tab>Dana<Esc><Esc>")
    #expect(desk.top == nil && desk.text.contains("1 begun") && desk.text.contains("Dana"), "\(desk.text)")
    desk.type("n0299 111 222<Tab>Kim<Tab>Pier 4<Tab><Tab>lamp is dark<C-s>")
    #expect(desk.top == nil && desk.text.contains("lamp is dark") && desk.text.contains("1 begun"))
    desk.type("g<Enter>")
    #expect(desk.top == "New call 20422" && desk.text.contains("Dana"))
    desk.type("<Tab><Tab><Tab>lift dead<C-s>")
    #expect(desk.order(20_422)?.requests.first?.caller?.words == "Dana")
    #expect(desk.text.contains("0 begun") && desk.drafts.isEmpty, "\(desk.text)")
  }

  @Test("a chaser is one key on the call that is marked, and its row counts it", .verifies("INT-25"))
  func chaser() throws {
    var desk = desk()
    let number = try #require(desk.selectedNumber)
    desk.type("YY")
    #expect(desk.order(number)?.furtherCalls == 2 && desk.text.contains("+2"), "\(desk.text)")
    #expect(desk.resultLine.contains("3 calls by now"), "\(desk.resultLine)")
  }

  @Test("as lines each choice is made by the words of its hint", .verifies("UX-07"))
  func spoken() throws {
    var desk = desk()
    let number = try #require(desk.selectedNumber)
    desk.send(.typed(line: "called again"))
    #expect(desk.order(number)?.furtherCalls == 1, "\(desk.resultLine)")
    desk.send(.typed(line: "new call"))
    #expect(desk.top?.hasPrefix("New call") == true)
  }

  @Test("a line that is none of a field's choices is asked for again, with the choices", .verifies("UX-07"))
  func noChoice() throws {
    var desk = desk()
    desk.send(.typed(line: "new call"))
    for line in ["0151 496 0123", "Dana", "", "", "lift dead", "", ""]
    where desk.model.fieldAskedFor != "Urgency" {
      desk.send(.typed(line: line))
    }
    #expect(desk.model.fieldAskedFor == "Urgency")
    for line in ["9", "zzz", "0"] {
      desk.send(.typed(line: line))
      #expect(desk.model.fieldAskedFor == "Urgency", "\(line)")
      #expect(
        desk.resultLine.contains("\"\(line)\" is none of these: 1 now, 2 today, 3 soon, 4 whenever"),
        "\(desk.resultLine)")
    }
    desk.send(.typed(line: "tod"))
    #expect(desk.model.fieldAskedFor == "Priority", "the beginning of its words is enough")
  }

  @Test("work that awaits its review says who did it", .verifies("INT-16"))
  func done() throws {
    var office = FormOffice.made()
    let id = try #require(desk().model.selectedOrder)
    let technician = try #require(office.technicians.inOrder.first)
    var assignment = Assignment(
      technician: technician.id, status: .done, assignedAt: Story.now, assignedBy: Story.bea)
    assignment.endedAt = Story.now
    office.orders[id]?.visits = [
      Visit(id: Visit.ID(high: 9, low: 9), start: nil, estimate: .hours(1), assignments: [assignment])
    ]
    var desk = FormDesk(office: office, face: .calls(CallDesk()))
    desk.tick(0)
    #expect(desk.text.contains("done, \(technician.name.words)"), "\(desk.text)")
  }

  @Test("the helpdesk adds a call to what is open, with the way in that it says", .verifies("INT-07"))
  func asHelpdesk() {
    var office = FormOffice.made()
    let hal = Person.ID(high: 1, low: 9)
    office.people[hal] = FormOffice.person(hal, "hal", "Hal Frost", .helpdesk)
    office.orders[Story.order(20_421)]?.priority = .p1
    var desk = FormDesk(office: office, person: hal, face: .calls(CallDesk()))
    desk.tick(0)
    desk.type(CallFormTests.keys + String(repeating: "<Tab>", count: 6) + "keys at desk<C-o>")
    #expect(desk.top == nil && desk.order(20_422)?.status == .duplicate, "\(desk.text)")
    #expect(desk.order(20_422)?.notes.map(\.words) == ["Way in: keys at desk"])
    #expect(desk.order(20_421)?.notes.last?.words.hasPrefix("Another call (20422)") == true)
  }

  @Test("is offered no assignment that the role may not do")
  func noAssignment() {
    var office = FormOffice.made()
    let hal = Person.ID(high: 1, low: 9)
    office.people[hal] = FormOffice.person(hal, "hal", "Hal Frost", .helpdesk)
    var desk = FormDesk(120, 36, office: office, person: hal, face: .calls(CallDesk()))
    desk.tick(0)
    desk.type(CallFormTests.keys)
    #expect(!desk.text.contains("save and assign") && desk.text.contains("^S save"), "\(desk.text)")
    desk.type("<C-g>")
    #expect(desk.top != nil && desk.resultLine.contains("takes a dispatcher"), "\(desk.resultLine)")
  }

  @Test("leads to the call's order and its customer, and back", .verifies("INT-16"))
  func windows() throws {
    var desk = desk(120, 36)
    let number = try #require(desk.selectedNumber)
    desk.type("<Enter>")
    #expect(desk.text.contains("\(number) · "))
    desk.type("<Esc>jk")
    #expect(desk.top == nil && desk.selectedNumber == number)
    desk.type("qq")
    guard case .quit? = desk.effects.last else {
      Issue.record("it does not leave")
      return
    }
  }
}
