import Domain
import TUI
import Terminal
import TestSupport
import Testing
import Verbs

@Suite("Command line")
struct CommandLineTests {
  @Test("runs a verb on several orders from any pane", .verifies("UX-02"))
  func severalAtOnce() {
    var console = Console()
    console.type("3:note 20418 20421 \"ask for Osei\"<enter>")
    guard let (proposal, origin) = console.submitted else {
      Issue.record("nothing was submitted: \(console.resultLine)")
      return
    }
    #expect(proposal.orders == [20_418, 20_421])
    #expect(origin == .line)
    #expect(console.model.line == nil)
  }

  @Test(
    "refuses what only the shell can heed instead of doing the rest",
    arguments: ["--as carl", "--json", "--tsv", "--db other.db", "--dry-run"])
  func shellAlone(_ option: String) {
    var console = Console()
    console.type(":note 20418 \"seen\" \(option)<enter>")
    #expect(console.submitted == nil)
    #expect(console.resultLine.contains("is the shell's"))
  }

  @Test("means the selected order by a dot and the one before by a dash", .verifies("UX-02"))
  func dot() {
    var console = Console()
    console.type("j:note . \"seen\"<enter>")
    #expect(console.submitted?.0.orders == [20_421])
  }

  @Test("completes with Tab, walking through what fits", .verifies("UX-02"))
  func completes() {
    var console = Console()
    console.type(":rele<tab>")
    #expect(console.hintLine.hasPrefix(":release"))
    console.type("<C-u>technician <tab>")
    let first = console.hintLine
    #expect(console.text.contains("fit"))
    console.type("<tab>")
    #expect(console.hintLine != first && console.hintLine.hasPrefix(":technician "))
  }

  @Test("keeps its history and what was being typed")
  func history() {
    var console = Console()
    console.send(.history(["list queue"]))
    console.type(":note 20418 \"one\"<enter>")
    console.type(":half<up><up>")
    #expect(console.hintLine == ":list queue")
    console.type("<down><down>")
    #expect(console.hintLine == ":half")
  }

  @Test("stays with what was not understood, and says what would be")
  func faults() {
    var console = Console()
    console.type(":asign 20418<enter>")
    #expect(console.hintLine == ":asign 20418")
    #expect(console.resultLine.contains("asign"))
  }

  @Test("goes to an order by its bare number")
  func number() {
    var console = Console()
    console.type(":20407<enter>")
    #expect(console.selectedNumber == 20_407)
    console.type(":20418<enter>-")
    #expect(console.selectedNumber == 20_407, "- goes back to the order before")
    console.type(":find<enter>")
    #expect(console.model.popups.last?.popup.name.hasPrefix("Find") ?? false)
  }

  @Test("takes pasted text as text")
  func paste() {
    var console = Console()
    console.type(":")
    console.send(.input(.paste("note 20418 \"a\nb\"")))
    #expect(console.hintLine.hasPrefix(":note 20418"))
    #expect(console.submitted == nil)
  }
}

extension Console {
  /// The last proposal submitted and where it came from.
  var submitted: (Proposal, Origin)? {
    for effect in effects.reversed() {
      if case .submit(let proposal, let origin) = effect { return (proposal, origin) }
    }
    return nil
  }

  @Test(
    "asks in the form for what a line leaves out, about what it names or what is selected", .verifies("UX-02")
  )
  func asksForTheRest() {
    var console = Console()
    console.type(":hold 20421<enter>")
    #expect(console.model.line == nil && console.text.contains("Hold 20421"), "\(console.text)")
    console.type("<esc>:hold<enter>")
    #expect(console.text.contains("Hold 20418"), "\(console.text)")
    console.type("<esc>:priority 20418 P9<enter>")
    #expect(console.resultLine.contains("is no priority"), "a slip is none that a form asks about")
  }
}
