import DayPlan
import Domain
import TUI
import Terminal
import TestSupport
import Testing

@Suite("Who fits, on the timeline")
struct FitsPopupTests {
  @Test(
    "gives the best one the order in two keys, when and where the ghost stood", .verifies("REC-01", "REC-04"))
  func best() throws {
    var desk = FormDesk()
    let order = try #require(desk.order(20_418))
    let best = try #require(desk.office.exactCandidates(for: order, at: Story.now).best)
    desk.type("w")
    #expect(desk.top == "Who fits")
    #expect(desk.text.contains("WHO FITS 20418 · P1"))
    #expect(desk.text.contains("If given: \(best.name)"))
    #expect(desk.text.contains("cost   Weighs"))
    #expect(desk.canvas.rows.contains { $0.contains("1 \(best.name)") && $0.contains("░") })
    #expect(desk.submitted.isEmpty, "looking writes nothing")
    desk.type("<Enter>")
    #expect(desk.order(20_418)?.technician == best.id)
    #expect(desk.order(20_418)?.openVisit?.start == best.arrival)
    #expect(desk.top == nil)
  }

  @Test("is walked by arrows, says why not of whoever cannot, and leaves nothing behind")
  func walked() {
    var desk = FormDesk()
    let before = desk.office
    desk.type("w")
    let first = desk.text
    desk.type("j")
    #expect(desk.text != first)
    desk.type("<End>")
    #expect(desk.text.contains("cannot"))
    #expect(desk.text.contains("no     "))
    desk.type("<Esc>")
    #expect(desk.top == nil && desk.submitted.isEmpty)
    #expect(desk.office == before)
  }

  @Test("takes a digit as the list of the assign popup does, and warns as it does")
  func digit() {
    var picture = FormDesk()
    picture.type("w2")
    var list = FormDesk()
    list.type("a2")
    #expect(picture.order(20_418)?.technician == list.order(20_418)?.technician)
    #expect(picture.order(20_418)?.openVisit?.start == list.order(20_418)?.openVisit?.start)
    #expect(picture.top == nil || picture.top == "Who fits")
  }

  @Test("asks a reason before it passes a rule that blocks")
  func override() {
    var desk = FormDesk()
    desk.type("w<End><Enter>")
    #expect(desk.order(20_418)?.technician == nil)
    #expect(desk.top?.contains("blocked") == true || desk.text.contains("not assigned"))
  }

  @Test("is the list as a picture, and back, and takes the place of a visit that is being moved")
  func picture() {
    var desk = FormDesk()
    desk.type("aw")
    #expect(desk.top == "Who fits")
    desk.type("w")
    #expect(desk.top == "Assign")
    desk.type("<Esc>")
    #expect(desk.top == nil)
    var moving = KeyDesk.made()
    moving.type("3Gllt")
    #expect(moving.top?.hasPrefix("Move ") == true)
    moving.type("w")
    #expect(moving.top == "Who fits")
  }

  @Test("takes a typed time and length")
  func typed() {
    var desk = FormDesk()
    desk.type("wt13:30<Enter>d45m<Enter>1")
    #expect(desk.order(20_418)?.openVisit?.start == Story.at(13, 30))
    #expect(desk.order(20_418)?.openVisit?.estimate == .minutes(45))
  }

  @Test("is pictured", arguments: [(120, 36), (80, 24), (200, 60)])
  func pictured(_ width: Int, _ height: Int) {
    var desk = FormDesk(width, height)
    desk.type("w")
    expectScreen(desk.canvas, "fits-\(width)x\(height)", roleNames: ConsoleScreenTests.roleName)
  }
}

@Suite("Free time being filled")
struct FreeTimePictureTests {
  @Test("is pictured with the day and a ghost in it", arguments: [(120, 40), (80, 24)])
  func pictured(_ width: Int, _ height: Int) throws {
    let (technician, _) = try #require(FreeTimeStoryTests.free())
    var desk = FormDesk.at(technician)
    desk.resize(width, height)
    desk.type("w")
    #expect(desk.text.contains("What fits "))
    expectScreen(desk.canvas, "fill-\(width)x\(height)", roleNames: ConsoleScreenTests.roleName)
  }
}
