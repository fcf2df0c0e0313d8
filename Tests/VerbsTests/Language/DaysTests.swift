import Domain
import TestSupport
import Testing

@testable import Verbs

/// The day is Tuesday 24 November 2026.
@Suite("Days, as people say them")
struct DaysTests {
  @Test(
    "are read the same by every verb that asks for one", .verifies("UX-02"),
    arguments: [
      "postpone 20401 ", "flag 20401 --until ", "forecast ", "gaps ", "morning ", "day ana "
    ])
  func everyVerb(line: String) throws {
    for day in ["thu", "26 Nov", "Nov 26", "26. nov", "\"26 Nov\"", "26.11.", "26.11.2026", "2026-11-26"] {
      #expect(try meant(line + day) == meant(line + "2026-11-26"), "\(line)\(day)")
    }
    let fault = try #require(ParsingTests.desk().fault(line + "31/12"))
    #expect(fault.message == "\"31/12\" is no day. today, mon, 26 Nov or 2026-11-26 are.")
  }

  /// What a line comes to at a desk of its own, so that ids are the same.
  private func meant(_ line: String) throws -> String {
    switch try ParsingTests.desk().act(line, isScript: true) {
    case .submit(let proposal): "\(proposal.commands)"
    case .ask(let query): "\(query)"
    case .show(let view): "\(view)"
    case .chore(let chore): "\(chore)"
    }
  }

  @Test("leave names and numbers alone that are like one")
  func names() throws {
    var desk = try ParsingTests.desk()
    try desk.say(#"technician add "Jan Berg" --handle jan --skill lift:3 --shift "Mon-Fri 07:00-19:00""#)
    let jan = try desk.technician("jan").id
    guard case .ask(.day(jan, let day)) = try desk.act("day jan 26 Nov", isScript: true) else {
      Issue.record("no sheet of jan's")
      return
    }
    #expect(day.iso == "2026-11-26")
    guard case .setOnCall(let rule) = try desk.command("on-call jan 1 dec 3 dec") else { return }
    #expect(rule.turn.technician == jan && rule.turn.from.rfc3339 == "2026-12-01T00:00:00Z")
    #expect(desk.fault("assign 12 jan")?.message.contains("12") ?? true, "it is an order and a technician")
  }

  @Test("stand before a clock time, alone where a verb takes a day for a time, and in words as they came")
  func besides() throws {
    let desk = try ParsingTests.desk()
    #expect(TypedTime.instant("26 Nov 9:00", in: desk.context())?.rfc3339 == "2026-11-26T09:00:00Z")
    #expect(TypedTime.instant("26.11. 9:00", in: desk.context())?.rfc3339 == "2026-11-26T09:00:00Z")
    #expect(TypedTime.instant("26 Nov", in: desk.context()) == nil)
    guard case .setOnCall(let rule) = try desk.command("on-call ana tomorrow \"26 Nov\"") else { return }
    #expect(rule.turn.to.rfc3339.hasPrefix("2026-11-2"))
    guard case .assignVisit(_, let assign) = try desk.command("assign 20401 ana 26 Nov 9:00") else {
      Issue.record("no assignment")
      return
    }
    #expect(assign.start.rfc3339 == "2026-11-26T09:00:00Z")
    guard case .addNote(_, let note) = try desk.command("note 20401 came 26 Nov late") else { return }
    #expect(note.words == "came 26 Nov late")
    guard case .holdWorkOrder(_, let hold) = try desk.command("hold 20401 parts due 26 Nov --review 27 Nov")
    else { return }
    #expect(hold.note == "due 26 Nov" && hold.reviewAt?.rfc3339 == "2026-11-27T09:00:00Z")
  }
}
