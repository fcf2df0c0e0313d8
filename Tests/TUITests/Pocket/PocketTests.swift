import Domain
import Settings
import TUI
import Terminal
import TestSupport
import Testing
import Verbs

@Suite("A technician's own face")
struct PocketTests {
  @Test("shows his work on every screen, a phone included", .verifies("TEC-02", "UX-03"))
  func screens() throws {
    for (width, height) in [(80, 24), (60, 20), (40, 15)] {
      var desk = try PocketDesk.made(width, height)
      expectScreen(desk.canvas, "pocket-\(width)x\(height)", roleNames: ConsoleScreenTests.roleName)
      desk.type("at")
      desk.tick(14)
      desk.type("o<enter>nfilter is full of dust, cleaning it<C-s>")
      expectScreen(desk.canvas, "pocket-on-site-\(width)x\(height)", roleNames: ConsoleScreenTests.roleName)
      desk.type("c")
      expectScreen(desk.canvas, "pocket-complete-\(width)x\(height)", roleNames: ConsoleScreenTests.roleName)
    }
  }

  @Test("one key each reports a step, stamped when it was pressed", .verifies("TEC-04", "TEC-05"))
  func steps() throws {
    var desk = try PocketDesk.made()
    #expect(desk.selectedNumber == 20_418 && desk.status(20_418) == .seen)
    desk.type("a")
    #expect(desk.status(20_418) == .accepted)
    desk.tick(4)
    desk.type("t")
    let left = desk.model.now
    desk.tick(14)
    desk.type("o<enter>")
    let assignment = desk.order(20_418)?.visits.last?.assignment
    #expect(assignment?.status == .onSite)
    #expect(assignment?.travellingAt == left && assignment?.onSiteAt == desk.model.now)
    desk.tick(30)
    desk.type("w")
    #expect(desk.text.contains("Travel  0:14") && desk.text.contains("Work    0:30"))
  }

  @Test(
    "a key pressed twice on a slow line stamps once, and no step is skipped", .verifies("TEC-20", "TEC-04"))
  func twice() throws {
    var desk = try PocketDesk.made()
    for key in ["t", "o", "c", "H", "x", "r"] {
      let before = desk.submitted.count
      desk.type(key)
      #expect(desk.submitted.count == before && desk.top == nil, "\(key)")
      #expect(desk.resultLine.contains("not accepted. a is next: accept."), "\(desk.resultLine)")
    }
    desk.type("aa")
    #expect(
      desk.resultLine.contains("20418: already accepted 10:42. t is next: travelling."), "\(desk.resultLine)")
    desk.type("tt")
    #expect(desk.resultLine.contains("20418: already travelling since 10:42. o is next: on site."))
    #expect(desk.submitted.count == 3)
  }

  @Test("declines with a reason, and the order is not his any more", .verifies("TEC-05"))
  func declines() throws {
    var desk = try PocketDesk.made()
    desk.type("d")
    #expect(desk.top == "Decline 20418")
    desk.type("<C-s>")
    #expect(desk.resultLine.contains("Why is missing."))
    desk.type("no permit for the roof<C-s>")
    #expect(desk.order(20_418)?.technician == nil)
    #expect(desk.selectedNumber == 20_421)
  }

  @Test("hazards are read before the arrival is reported, and that is on record", .verifies("TEC-13"))
  func hazards() throws {
    var desk = try PocketDesk.made()
    desk.type("ato")
    #expect(desk.top == "Hazards · 20418" && desk.text.contains("hot surfaces, permit at desk"))
    desk.type("<esc>")
    #expect(desk.status(20_418) == .travelling)
    desk.type("o<enter>")
    #expect(desk.status(20_418) == .onSite)
    #expect(desk.order(20_418)?.notes.last?.words == "Hazards read on arrival: hot surfaces, permit at desk")
    #expect(desk.order(20_418)?.notes.last?.by == PocketDesk.ana)
  }

  @Test(
    "completes only with work, cause, resolution and a word on the signature; what lacks is listed",
    .verifies("SGN-01", "TEC-09", "TEC-12", "SGN-02"))
  func completes() throws {
    var desk = try PocketDesk.made()
    desk.type("ato<enter>pBLT-22<tab>2<enter>c")
    #expect(desk.top == "Complete 20418" && desk.text.contains("BLT-22 x 2"))
    desk.type("<C-s>")
    for word in ["Work done", "Cause", "Resolved", "Signed"] {
      #expect(desk.resultLine.contains(word), "\(word)")
    }
    #expect(desk.status(20_418) == .onSite)
    desk.type("Reset trip<tab>2<tab>3<tab><tab><tab><tab>2Mr Osei<tab>")
    #expect(desk.text.contains("Missing") && desk.text.contains("why there is no code"))
    desk.type("his phone is dead")
    #expect(desk.text.contains("Nothing is missing."))
    desk.type("<C-s>")
    let report = desk.order(20_418)?.visits.last?.assignment?.report
    #expect(desk.status(20_418) == .done)
    #expect(report?.did == "Reset trip" && report?.cause == "blockage" && report?.resolution == "reset")
    #expect(report?.parts == ["BLT-22 x 2"] && report?.proof == .without("his phone is dead"))
    if case .by(let name)? = report?.signature {
      #expect(name.words == "Mr Osei")
    } else {
      Issue.record("unsigned")
    }
    #expect(desk.selectedNumber == 20_421)
  }

  @Test("a refused signature takes its reason", .verifies("SGN-02"))
  func unsigned() throws {
    var desk = try PocketDesk.made()
    desk.type("ato<enter>cDone<tab>1<tab>1<tab><tab><tab><tab>3nobody there<C-s>")
    #expect(desk.order(20_418)?.visits.last?.assignment?.report?.signature == .refused("nobody there"))
  }

  @Test(
    "holds with what was found, what could be done and what comes next; a held order is released",
    .verifies("HLD-02"))
  func holds() throws {
    var desk = try PocketDesk.made()
    desk.type("aH")
    #expect(desk.top == "Hold 20418")
    desk.type("1contactor burnt<tab>BLT-22 from the depot<tab>lend a cooler<C-s>")
    let hold = desk.order(20_418)?.hold
    #expect(hold?.reason == .parts && hold?.note == "contactor burnt")
    #expect(hold?.nextStep == "BLT-22 from the depot" && hold?.options == "lend a cooler")
    #expect(desk.text.contains("held for parts"))
    desk.type("t")
    #expect(desk.resultLine.contains("H releases it."), "\(desk.resultLine)")
    desk.type("H<C-s>")
    #expect(desk.order(20_418)?.hold == nil && desk.order(20_418)?.technician == FormOffice.ana)
  }

  @Test(
    "what he has put on hold on site stays in sight, last, and can be released there", .verifies("HLD-02"))
  func heldOnSite() throws {
    var desk = try PocketDesk.made()
    desk.type("ato<enter>H1contactor burnt<tab>BLT-22<C-s>")
    #expect(desk.selectedNumber == 20_421)
    desk.type("G")
    #expect(desk.selectedNumber == 20_418 && desk.text.contains("held for parts"))
    desk.type("a")
    #expect(desk.resultLine.contains("H releases it."), "\(desk.resultLine)")
    desk.type("H<C-s>")
    #expect(desk.order(20_418)?.hold == nil)
  }

  @Test(
    "a visit that was not done says why and what is next, a return visit likewise",
    .verifies("SGN-12", "TEC-22"))
  func notDone() throws {
    var desk = try PocketDesk.made()
    desk.type("atx")
    #expect(desk.top == "Not done 20418")
    desk.type("<esc>r")
    #expect(desk.top == "Not done 20418" && desk.text.contains("return visit, with "))
    desk.type("valve is seized<tab>VLV-3<C-s>")
    let assignment = desk.order(20_418)?.visits.last { $0.assignment != nil }?.assignment
    #expect(assignment?.status == .notDone && assignment?.reason == "valve is seized")
    #expect(assignment?.nextStep == "return visit, with VLV-3")
    #expect(desk.order(20_418)?.isEnded == false)
  }

  @Test("a note that was begun is kept at every letter", .verifies("TEC-06"))
  func drafts() throws {
    var desk = try PocketDesk.made()
    desk.type("nbelt is wor")
    #expect(desk.drafts.last?["text"] == "belt is wor")
    desk.type("<esc>")
    #expect(desk.top == nil)
    desk.type("pseal<esc>n")
    #expect(desk.text.contains("belt is wor"))
    desk.type("n<C-s>")
    #expect(desk.order(20_418)?.notes.last?.words == "belt is worn")
  }

  @Test(
    "a break and the shift are one key; the end lists what is open and what reports lack",
    .verifies("TEC-01", "TEC-17"))
  func shift() throws {
    var desk = try PocketDesk.made(80, 36)
    desk.type("b")
    #expect(desk.office.technician(FormOffice.ana)?.presence == .onBreak)
    #expect(desk.text.contains("on a break") && desk.hint.contains("b go on"))
    desk.type("b")
    #expect(desk.office.technician(FormOffice.ana)?.presence == .available)
    desk.type("ato<enter>")
    desk.run("work-order.complete", ["order": ["20418"], "did": ["belt"]])
    desk.type("s")
    #expect(desk.top == "End of the shift")
    for words in ["Still yours  2", "20421", "20391", "20418  no cause, no resolution, no signature"] {
      #expect(desk.text.contains(words), "\(words)")
    }
    desk.type("<esc>")
    #expect(desk.office.technician(FormOffice.ana)?.presence == .available)
    desk.type("s<enter>")
    #expect(desk.office.technician(FormOffice.ana)?.presence == .off)
    #expect(desk.office.technician(FormOffice.ana)?.presenceIsOwnReport == true)
    #expect(desk.entries.last?.person == PocketDesk.ana, "on record as his own word")
    desk.type("b")
    #expect(desk.resultLine.contains("No break: you are off. s begins the shift."), "\(desk.resultLine)")
    desk.type("s")
    #expect(desk.office.technician(FormOffice.ana)?.presence == .available)
  }

  @Test("the next customer is told in two keys how much later it will be", .verifies("TEC-14"))
  func late() throws {
    var desk = try PocketDesk.made()
    desk.type("ato<enter>l2")
    let message = desk.order(20_421)?.messages.last
    #expect(desk.order(20_418)?.messages.isEmpty == true)
    #expect(
      message?.words.words.contains("expected at Quay House at about 13:20, about 20 minutes later") == true)
    #expect(message?.by == PocketDesk.ana)
  }

  @Test(
    "what dispatch has told him is seen when it is shown, once, and not through a locked desk",
    .verifies("TEC-02"))
  func seen() throws {
    var desk = try PocketDesk.made()
    let seen = { (desk: FormDesk) in desk.submitted.filter { $0.verb == SeenVerb.name }.count }
    #expect(seen(desk) == 1 && desk.status(20_421) == .seen)
    desk.tick(1)
    desk.tick(1)
    #expect(seen(desk) == 1)
    #expect(desk.status(20_391) == .scheduled)
    var office = try PocketDesk.office()
    office.people[PocketDesk.ana]?.pin = FormOffice.words("sealed")
    var locked = FormDesk(
      80, 24, office: office, person: PocketDesk.ana, face: .pocket(Pocket(FormOffice.ana)))
    locked.send(.lock(mayLeave: true))
    locked.tick(1)
    #expect(seen(locked) == 0)
    locked.send(.acting(PocketDesk.ana))
    locked.tick(1)
    #expect(seen(locked) == 1)
  }

  @Test(
    "the code is hidden until it is asked for, and that goes on record first", .verifies("TEC-03", "AST-15"))
  func code() throws {
    var desk = try PocketDesk.made()
    var text = desk.text
    desk.type("<enter>")
    text += desk.text
    #expect(!text.contains("4711#") && text.contains("code hidden"))
    desk.type("<enter>")
    #expect(desk.text.contains("4711#"))
    #expect(desk.entries.last?.events.contains { if case .site = $0 { true } else { false } } == true)
    desk.type("<esc>]")
    #expect(!desk.text.contains("4711#"))
  }
}

extension FormDesk {
  /// The last two rows: the keys that count now.
  var hint: String { canvas.rows.suffix(2).joined(separator: " ") }
}
