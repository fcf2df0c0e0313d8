import Domain
import Settings
import TUI
import Terminal
import TestSupport
import Testing
import Verbs

@Suite("What a technician's face keeps to his own work")
struct PocketScopeTests {
  @Test("shows nothing of others' work, whatever is pressed", .verifies("USR-03"), arguments: 0..<6)
  func canaries(_ seed: UInt64) throws {
    var office = try PocketDesk.office()
    let other = Story.order(20_404)
    office.orders[other]?.summary = "CANARY summary"
    office.orders[other]?.notes = [Note(words: "CANARY note", by: Story.bea, at: Story.now)]
    office.technicians[PocketDesk.ines]?.name = FormOffice.words("CANARY, Inés")
    var random = SplitMix(seed: seed)
    var desk = try PocketDesk.made(80, 24, office: office)
    let keys = Array("adtobHhcCxrlpwnNmsu?jkgGqABDEFIKLMOPQRSTUVWXYZ1234567890-=!/:@[](){}<>+_*.,;'")
    for step in 0..<250 {
      switch Int.random(in: 0..<12, using: &random) {
      case 0: desk.type("<enter>")
      case 1: desk.type("<esc>")
      case 2: desk.type("<tab>")
      case 3: desk.type("<F9>")
      case 4: desk.type("<C-p>")
      case 5: desk.tick(3)
      case 6:
        let sizes = [(80, 24), (60, 20), (40, 15), (120, 40), (30, 9)]
        let size = sizes.randomElement(using: &random) ?? (80, 24)
        desk.resize(size.0, size.1)
      default: desk.send(.input(.key(.character(keys.randomElement(using: &random) ?? "q"))))
      }
      #expect(!desk.text.contains("CANARY"), "seed \(seed), step \(step):\n\(desk.text)")
      #expect(desk.model.line == nil)
    }
    #expect(desk.order(20_404)?.summary == "CANARY summary")
    #expect(desk.order(20_404)?.visits.last?.assignment?.status == .dispatched)
  }

  @Test("says what dispatch has taken back or cancelled, and goes on with the next")
  func taken() throws {
    var desk = try PocketDesk.made()
    try desk.elsewhere(.unassignVisit(Story.order(20_418), UnassignVisit(replacing: FormOffice.ana)))
    #expect(desk.resultLine.contains("20418 is not with you any more"), "\(desk.resultLine)")
    #expect(desk.selectedNumber == 20_421)
    desk.type("j")
    #expect(desk.selectedNumber == 20_391)
    desk.type("a")
    #expect(desk.resultLine.contains("planned, not told yet"), "\(desk.resultLine)")
  }

  @Test("says so where there is no work, and begins a shift from there")
  func empty() throws {
    var office = FormOffice.made()
    var person = FormOffice.person(PocketDesk.ana, "ana", "Ana Ruiz", .technician)
    person.technician = FormOffice.ana
    office.people[PocketDesk.ana] = person
    var desk = try PocketDesk.made(40, 15, office: office)
    #expect(desk.text.contains("No work is yours now."))
    desk.type("atoHcxrlpwnjk<enter>")
    #expect(desk.top == nil && desk.submitted.isEmpty)
    desk.type("qq")
    #expect(desk.effects.contains { if case .quit = $0 { true } else { false } })
  }

  @Test("needs no Ctrl key, and the plain map no letter", .verifies("UX-04"))
  func keys() throws {
    for binding in Keymaps.shipped("default").bindings where binding.context == "tech" {
      #expect(!binding.keys.contains { $0.spelling.hasPrefix("C-") }, "\(binding.keys)")
    }
    var desk = try PocketDesk.made(80, 24, keymap: "plain")
    desk.type("<F2><F3><F4><enter>")
    #expect(desk.status(20_418) == .onSite)
  }

  @Test("what the line is like stands in the header, with what waits", .verifies("TEC-20"))
  func link() throws {
    var desk = try PocketDesk.made()
    desk.send(.link(.office(.offline(since: Story.now - .minutes(4)), waiting: 2)))
    #expect(desk.canvas.rows[0].contains("○ no line 4 min, 2 to send"))
    desk.send(.link(.office(.live, waiting: 0)))
    #expect(desk.canvas.rows[0].contains("● office"))
  }

  @Test("says when it is too small, under the size of a phone", .verifies("UX-03"))
  func small() throws {
    let desk = try PocketDesk.made(39, 14)
    #expect(desk.text.contains("Callout needs 40x15, this is 39x14."))
  }
}
