import Domain
import TUI
import TestSupport
import Testing
import Verbs

@Suite("A technician's last step, taken back")
struct PocketBackTests {
  @Test("one key takes back each step that one key reports, and no more", .verifies("TEC-04", "TEC-20"))
  func steps() throws {
    for (keys, before) in [
      ("a", AssignmentStatus.seen), ("at", .accepted), ("ato<enter>", .travelling)
    ] {
      var desk = try PocketDesk.made()
      desk.type(keys)
      #expect(desk.resultLine.contains("u takes it back"), "\(keys): \(desk.resultLine)")
      desk.type("u")
      #expect(desk.status(20_418) == before, "\(keys): \(desk.resultLine)")
      #expect(desk.resultLine.contains("taken back, it is"), "\(desk.resultLine)")
      desk.type("u")
      #expect(desk.status(20_418) == before && desk.resultLine.contains("just taken back"))
    }
  }

  @Test("leaves the cursor on the work whose step it was")
  func cursor() throws {
    var desk = try PocketDesk.made()
    desk.type("ja")
    #expect(desk.selectedNumber == 20_421)
    desk.type("t")
    #expect(desk.selectedNumber == 20_421 && desk.status(20_421) == .travelling)
    desk.type("u")
    #expect(desk.selectedNumber == 20_421 && desk.status(20_421) == .accepted, "\(desk.text)")
  }

  @Test("a break that was a slip is over, and one that was ended goes on")
  func pause() throws {
    var desk = try PocketDesk.made()
    let presence = { (desk: FormDesk) in desk.office.technician(FormOffice.ana)?.presence }
    desk.type("b")
    #expect(presence(desk) == .onBreak && desk.resultLine.contains("u takes it back"), "\(desk.resultLine)")
    desk.type("u")
    #expect(presence(desk) == .available)
  }

  @Test("says why a step stays that was reported long ago")
  func late() throws {
    var desk = try PocketDesk.made()
    desk.type("at")
    desk.tick(16)
    desk.type("u")
    #expect(desk.status(20_418) == .travelling)
    #expect(desk.resultLine.contains("No step was reported within 15 min: n says what is right"))
  }

  @Test("what is no step is undone as before")
  func undo() throws {
    var desk = try PocketDesk.made()
    desk.type("ato<enter>l2")
    desk.type("u")
    guard
      case .submit(let proposal, _)? = desk.effects.last(where: {
        if case .submit = $0 { true } else { false }
      })
    else {
      Issue.record("nothing was handed in")
      return
    }
    #expect(proposal.takingBack == .last && desk.status(20_418) == .onSite)
  }
}
