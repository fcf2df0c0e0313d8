import Foundation
import TestSupport
import Testing

/// The calls of a real day from eight to four, handled at one console by keys; the time stands while they are pressed.
@Suite("Eight hours of a real day", .serialized, .enabled(if: PublicData.hasRecordedDay, PublicData.absence))
struct EightHourStoryTests {
  private let binary: Binary
  private let sandbox: [String]

  init() throws {
    var binary = try Binary()
    binary.now = nil
    self.binary = binary
    sandbox = ["--db", binary.home.path() + "/day.db"]
  }

  private func shell(_ words: String..., input: String? = nil) throws -> Binary.Answer {
    try binary.run(words: words + sandbox, input: input)
  }

  private func objects(_ words: String...) throws -> [[String: Any]] {
    try binary.run(words: words + ["--json"] + sandbox).objects
  }

  private func play(until hour: String) throws {
    let played = try shell(
      "replay", PublicData.recordedDay, "--only", "calls", "--from", "08:00", "--until", hour, "--speed",
      "7200",
      "--keep-dates", "--zone", "America/Los_Angeles")
    #expect(played.status == 0, "\(played.errors)")
  }

  private func order(_ number: Int) throws -> [String: Any] {
    try #require(try objects("show", String(number)).first)
  }

  private func status(_ number: Int) throws -> String? { try order(number)["status"] as? String }

  /// When an order's visit begins.
  private func start(_ number: Int) throws -> String? {
    (try order(number)["visits"] as? [[String: Any]])?.last?["start"] as? String
  }

  /// Plays on, and looks until the desk shows all that came in: keys that are pressed before act on the board that is
  /// shown.
  private func play(until hour: String, seenAt desk: Terminal) throws -> [Int] {
    try play(until: hour)
    let waiting = try waiting()
    #expect(desk.redrawn("\(waiting.count) unassigned"), "\(hour)")
    return waiting
  }

  private func waiting() throws -> [Int] { try objects("list", "queue").compactMap { $0["number"] as? Int } }

  /// Looks at the file until it is so; a look takes long enough to be no hurry.
  private func soon(_ desk: Terminal, _ isSo: () throws -> Bool) throws -> Bool {
    for _ in 0..<60 {
      if try isSo() { return true }
      _ = desk.redrawn("callout")
    }
    return false
  }

  @Test(
    "assigned, moved, overridden, held in bulk, undone, put off and handed over, and the file is whole",
    .verifies("ADM-10", "QUE-05", "QUE-06", "TML-03", "TML-04", "UX-05", "EXC-02", "MSG-16", "USR-06"))
  func story() throws {
    try play(until: "08:20")
    #expect(try shell("person", "add", "Sam Lee", "--handle", "sam", "--role", "dispatcher").status == 0)
    #expect(try shell("person", "pin", "sam", input: "97531864\n97531864\n").status == 0)
    let desk = try Terminal(binary, words: sandbox, columns: 200, rows: 60)
    #expect(desk.redrawn("unassigned"))
    let morning = try waiting()
    let (first, later) = (morning[0], morning[1])

    // The first in the queue to the best, in two keys; the next one for half past ten.
    desk.type("a")
    #expect(desk.redrawn("Assign \(first)") && desk.redrawn("free now"))
    desk.type("\r")
    #expect(try soon(desk) { try status(first) == "dispatched" })
    desk.type("a")
    #expect(desk.redrawn("Assign \(later)") && desk.redrawn("free now"))
    desk.type("t10:30\r")
    #expect(desk.redrawn("At that time"))
    desk.type("\r")
    #expect(try soon(desk) { try start(later) == "2017-01-05T18:30:00Z" })

    // A quarter of an hour later, seen as a ghost first; taken back, and done again.
    desk.type(":open \(later)\r")
    #expect(desk.redrawn("SUMMARY") || desk.redrawn("Summary"))
    desk.type("tl")
    #expect(desk.redrawn("MOVING \(later)"))
    #expect(try start(later) == "2017-01-05T18:30:00Z", "nothing is written before it is dropped")
    desk.type("\r")
    #expect(try soon(desk) { try start(later) == "2017-01-05T18:45:00Z" })
    desk.type("u")
    #expect(try soon(desk) { try start(later) == "2017-01-05T18:30:00Z" })
    desk.type("\u{12}")
    #expect(try soon(desk) { try start(later) == "2017-01-05T18:45:00Z" })
    desk.leave()

    // Two at one time for the same crew: a rule stops it, a reason gets past it.
    let crew = try #require(
      ((try order(later)["visits"] as? [[String: Any]])?.last?["assignments"] as? [[String: Any]])?
        .last?["technician"] as? String)
    let third = try #require(try waiting().first)
    desk.type(":assign \(third) \(crew) 10:45\r")
    #expect(desk.redrawn("eason"))
    #expect(try status(third) == "ready")
    desk.type("both are on the same block\r")
    #expect(try soon(desk) { try start(third) == "2017-01-05T18:45:00Z" })

    // Calls come in for two hours; three of them wait for something, all at once, for a moment.
    let rest = try play(until: "10:20", seenAt: desk)
    #expect(rest.count > 10)
    desk.type("1g   H1")
    #expect(desk.redrawn("Hold 3 orders"))
    desk.type("waits for the next crew\r")
    func held() throws -> Int { try rest.prefix(3).count { try order($0)["hold"] != nil } }
    #expect(try soon(desk) { try held() == 3 })
    desk.type("u")
    #expect(try soon(desk) { try held() == 0 })

    // Everything that waits, in one plan that is looked at first.
    desk.type("1gAa")
    #expect(desk.redrawn("Assign to \(rest.count) orders") && desk.redrawn("Arrive"))
    desk.type("\r")
    #expect(try soon(desk) { try waiting().count < rest.count / 2 })

    // An alert is put off, and the day goes on to its end.
    desk.type("4gz1")
    #expect(try soon(desk) { try objects("alerts").contains { $0["state"] as? String == "snoozed" } })
    for hour in ["12:00", "16:00"] {
      let before = try play(until: hour, seenAt: desk).count
      desk.type("1g" + String(repeating: " ", count: 8) + "a")
      #expect(desk.redrawn("Assign to 8 orders") && desk.redrawn("Arrive"))
      desk.type("\r")
      let isGiven = { try soon(desk) { try waiting().count <= before - 6 } }
      // A plan that a minute has passed over is made anew, and asked for again.
      if try !isGiven() { desk.type("\r") }
      #expect(try isGiven(), "\(hour)")
    }

    // Handed over: a line by hand, the next one at the same console by his PIN, read to its end and taken.
    desk.type(":handover\r")
    #expect(desk.redrawn("Handover"))
    desk.type("+")
    desk.type("crew \(crew) has two on one block\r")
    #expect(try soon(desk) { try objects("handover").first?["words"] as? [String] ?? [] != [] })
    desk.leave()
    desk.type(":i-am sam\r")
    #expect(desk.redrawn("PIN"))
    desk.type("97531864\r")
    #expect(desk.redrawn("Sam Lee"))
    desk.type(":handover\r")
    #expect(desk.redrawn("Handover"))
    // One key for each part, and one more for each that does not stand on the screen; what nobody saw is not read.
    for _ in 0..<30 {
      desk.type(" ")
      _ = desk.redrawn("Handover")
    }
    #expect(desk.redrawn("has read all of it"))
    desk.type("Y")
    let taken = try soon(desk) {
      try objects("ledger", "--since", "0").contains {
        ($0["events"] as? [String] ?? []).contains("handoverTaken") && $0["person"] as? String == "sam"
      }
    }
    #expect(taken)
    desk.leave()
    desk.leave()
    desk.type("qq")
    #expect(desk.ended() == 0)
    #expect(try shell("check").status == 0)
  }
}
