import Domain
import TUI
import TestSupport
import Testing
import Verbs

@Suite("A technician's own face as lines", .verifies("UX-07"))
struct PlainLineTests {
  private func typed(_ lines: String..., in desk: inout FormDesk) {
    for line in lines { desk.send(.typed(line: line)) }
  }

  @Test("words are never run letter by letter: what is no choice is said to be none")
  func noChoice() throws {
    var desk = try PocketDesk.made()
    typed("at once please", "to", "ato", "accept it", in: &desk)
    #expect(desk.submitted.allSatisfy { $0.verb == "work-order.seen" })
    #expect(desk.status(20_418) == .seen && desk.top == nil)
    #expect(desk.resultLine.contains("\"accept it\" is no choice here"), "\(desk.resultLine)")
    #expect(desk.model.spokenResult != nil && desk.model.withoutResult.spokenResult == nil)
    typed("note", in: &desk)
    #expect(desk.model.spokenResult == nil, "what a line came to goes with the next one")
  }

  @Test("a choice is made by its key, by the words of its hint, or by those of its verb")
  func choices() throws {
    var desk = try PocketDesk.made()
    typed("Accept", in: &desk)
    #expect(desk.status(20_418) == .accepted)
    typed("travelling", in: &desk)
    #expect(desk.status(20_418) == .travelling)
    typed("o", "", in: &desk)
    #expect(desk.status(20_418) == .onSite)
    typed("not done", in: &desk)
    #expect(desk.top == "Not done 20418")
    typed(".", "end shift", in: &desk)
    #expect(desk.top == "End of the shift")
  }

  @Test("where a field asks, a line is its words and goes on")
  func words() throws {
    var desk = try PocketDesk.made()
    typed("note", "accept the belt is worn", in: &desk)
    #expect(desk.order(20_418)?.notes.last?.words == "accept the belt is worn" && desk.top == nil)
    #expect(desk.status(20_418) == .seen)
    typed("q", "q", in: &desk)
    guard case .quit? = desk.effects.last else {
      Issue.record("it does not leave")
      return
    }
  }

  @Test("a key that is no letter is a choice in a form, too, and help can be left")
  func keysInForms() throws {
    var desk = try PocketDesk.made()
    typed("note", "F1", in: &desk)
    #expect(desk.top?.hasPrefix("Help") == true)
    typed("zzz", in: &desk)
    #expect(desk.resultLine.contains("A full stop alone goes back"), "\(desk.resultLine)")
    typed(".", "the belt is worn ^S", in: &desk)
    #expect(desk.order(20_418)?.notes.last?.words == "the belt is worn ^S", "words are words")
  }

  @Test("a digit that goes on by itself is not followed by another step, and every field is asked")
  func digits() throws {
    var desk = try PocketDesk.made()
    typed("accept", "travelling", "on site", "", in: &desk)
    typed("complete", "belt replaced", in: &desk)
    let asked = desk.model.fieldAskedFor
    #expect(asked == "Cause", "\(asked ?? "nothing")")
    typed("1", in: &desk)
    #expect(desk.model.fieldAskedFor == "Resolved", "\(desk.model.fieldAskedFor ?? "nothing")")
  }
}
