import Domain
import TUI

extension Story {
  private struct Line {
    let number: Int
    let priority: Priority
    let clock: ClockFace
    let waits: Span
    let trade: String
    let site: String
    let problem: String
    var zone = "north"
    var claimedBy: String?
    var isFlagged = false
    var hold: HoldReason?
  }

  static func clock(_ kind: ClockFace.Kind, _ state: ClockFace.State, minutes: Int64) -> ClockFace {
    ClockFace(
      kind: kind, state: state, dueAt: now + .minutes(minutes), remaining: .minutes(minutes), paused: .zero,
      metAt: nil, changesAt: nil)
  }

  private static let lines = [
    Line(
      number: 20_418, priority: .p1, clock: clock(.response, .atRisk, minutes: 38), waits: .minutes(22),
      trade: "hvac", site: "Mercy Hosp", problem: "AHU-3 no air"),
    Line(
      number: 20_421, priority: .p1, clock: clock(.response, .atRisk, minutes: 56), waits: .minutes(4),
      trade: "lift", site: "Quay House", problem: "lift 2 dead", zone: "south"),
    Line(
      number: 20_396, priority: .p2, clock: clock(.response, .breached, minutes: -12), waits: .minutes(252),
      trade: "plumbing", site: "Elm Court 4B", problem: "burst pipe", claimedBy: "BL"),
    Line(
      number: 20_399, priority: .p2, clock: clock(.response, .running, minutes: 100), waits: .minutes(140),
      trade: "refrigeration", site: "Store 112", problem: "walk-in warm", zone: "south"),
    Line(
      number: 20_407, priority: .p2, clock: clock(.response, .running, minutes: 178), waits: .minutes(62),
      trade: "hvac", site: "Library", problem: "boiler lockout", isFlagged: true),
    Line(
      number: 20_380, priority: .p3, clock: clock(.response, .running, minutes: 230), waits: .minutes(250),
      trade: "print", site: "City Hall 2", problem: "jam, noise"),
    Line(
      number: 20_405, priority: .p3, clock: clock(.fix, .paused, minutes: 280), waits: .days(1),
      trade: "doors",
      site: "Arcade", problem: "awaits approval", zone: "south", hold: .approval),
    Line(
      number: 20_411, priority: .p3, clock: clock(.response, .running, minutes: 432), waits: .minutes(48),
      trade: "it", site: "Kwan Dental", problem: "no network"),
    Line(
      number: 20_366, priority: .p4, clock: clock(.response, .running, minutes: 1_450), waits: .minutes(560),
      trade: "doors", site: "Arcade", problem: "closer broken", zone: "south"),
    Line(
      number: 20_370, priority: .p4, clock: clock(.response, .running, minutes: 2_900), waits: .days(1),
      trade: "lighting", site: "Car park C", problem: "3 lamps out"),
    Line(
      number: 20_372, priority: .p4, clock: clock(.response, .running, minutes: 2_901), waits: .days(1),
      trade: "general", site: "Town Library, reading room on the second floor",
      problem: "shelf down, books on the floor and nobody may go in"),
    Line(
      number: 20_373, priority: .p4, clock: clock(.response, .running, minutes: 2_902), waits: .days(2),
      trade: "pest", site: "Bakery", problem: "mice", zone: "south")
  ]

  static let queue: [QueueRow] = lines.enumerated().map { index, line in
    QueueRow(
      id: order(line.number), number: line.number, status: line.hold == nil ? .ready : .held,
      priority: line.priority,
      clock: line.clock, receivedAt: now - line.waits, trade: Trade(line.trade), siteName: line.site,
      customerName: "Mercy Trust", zone: line.zone, summary: line.problem, window: nil,
      score: Score(terms: [
        Score.Term(.priority, points: 500 - index * 30), Score.Term(.waiting, points: index)
      ]),
      claimedBy: line.claimedBy, isFlagged: line.isFlagged, hold: line.hold, hasAnomaly: false,
      claim: line.claimedBy.map { _ in Claim(by: bea, at: now) })
  }
}
