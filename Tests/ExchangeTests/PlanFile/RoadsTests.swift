import Domain
import Planner
import Settings
import TestSupport
import Testing

@testable import Exchange

@Suite("The roads of a plan's file")
struct RoadsTests {
  /// The small day with zones: T1's home and A in the south, B in the north; C has none.
  private static let zoned = [
    ("\"legOverheadS\":120}", "\"legOverheadS\":120,\"zones\":\(table)}"),
    ("\"id\":\"T1\",", "\"id\":\"T1\",\"startZone\":\"south\",\"endZone\":\"south\","),
    ("\"id\":\"A\",", "\"id\":\"A\",\"zone\":\"south\","),
    ("\"id\":\"B\",", "\"id\":\"B\",\"zone\":\"north\",")
  ]

  private static let table = "{\"names\":[\"south\",\"north\"],\"seconds\":[[300,1500],[1700,null]]}"
  private static let rush = "{\"from\":28800,\"to\":36000,\"percent\":50}"

  private static func text(_ changes: [(String, String)]) -> [UInt8] {
    var text = SmallDay.problem
    for (old, new) in changes { text = text.replacing(old, with: new, maxReplacements: 1) }
    return Array(text.utf8)
  }

  private static func speeds(_ spans: String) -> (String, String) {
    ("\"legOverheadS\":120}", "\"legOverheadS\":120,\"speeds\":[\(spans)]}")
  }

  @Test(
    "are a table of zones where both ends have one, and distance elsewhere; each figure says which",
    .verifies("RTE-05"))
  func zones() throws {
    let file = try PlanProblemFile(RoadsTests.text(RoadsTests.zoned))
    let (problem, travel) = (file.problem, file.problem.travel)
    let (home, a, b, c) =
      (
        problem.technicians[0].start, problem.visits[0].place, problem.visits[1].place,
        problem.visits[2].place
      )
    #expect(travel[home, a] == 300 && travel.source(home, a) == .zones(from: 0, to: 0))
    #expect(travel[a, b] == 1500 && travel[b, a] == 1700)
    #expect(travel.source(b, a) == .zones(from: 1, to: 0))
    let plain = try PlanProblemFile(Array(SmallDay.problem.utf8)).problem
    #expect(travel[b, c] == plain.travel[plain.visits[1].place, plain.visits[2].place])
    #expect(travel.source(b, c) == .distance)
    // D is at T1's home and has no zone: nothing to drive all the same.
    let d = problem.visits[3].place
    #expect(travel[home, d] == 0 && travel.source(home, d) == .sameSpot)
    #expect(plain.travel.source(plain.technicians[0].start, plain.visits[0].place) == .distance)
  }

  @Test("are slower or faster by the time of day at which one is expected", .verifies("RTE-05"))
  func speeds() throws {
    let file = try PlanProblemFile(RoadsTests.text([RoadsTests.speeds(RoadsTests.rush)]))
    let (problem, travel) = (file.problem, file.problem.travel)
    let plain = try PlanProblemFile(Array(SmallDay.problem.utf8)).problem
    func legs(_ problem: Problem, _ from: Int, _ to: Int) -> Int {
      problem.travel[problem.visits[from].place, problem.visits[to].place]
    }
    // A may begin from 8:00 to 10:00, when speed is halved: the way takes twice as long, what each leg costs apart.
    let usual = legs(plain, 1, 0) - 120
    #expect(abs(legs(problem, 1, 0) - 120 - 2 * usual) <= 1)
    #expect(travel.timePercent(to: problem.visits[0].place) == 200)
    // D may begin from 8:00 to 18:00, a fifth of it slow.
    #expect(travel.timePercent(to: problem.visits[3].place) == 120)
    // C is released at 31,000: 5,000 s of 33,801 are slow.
    #expect(travel.timePercent(to: problem.visits[2].place) == 115)
    // Home is driven to at 13:00.
    #expect(travel.timePercent(to: problem.technicians[0].end) == 100)
  }

  @Test("are told with every stop of the plan, and only then")
  func told() throws {
    func text(_ bytes: [UInt8]) throws -> String {
      let file = try PlanProblemFile(bytes)
      var planning = try Planning(file.problem, seed: 1)
      planning.advance(50)
      let plan = planning.finish()
      #expect(file.problem.score(plan).isFeasible)
      let text = PlanSolutionFile(file, plan).text(reasonsFrom: planning.ground)
      #expect(try PlanSolutionFile(Array(text.utf8), of: file).plan == plan)
      return text
    }
    let zoned = try text(RoadsTests.text(RoadsTests.zoned))
    #expect(zoned.contains("\"travelS\":300,\"by\":\"zones\"") && zoned.contains("\"by\":\"distance\""))
    #expect(try text(RoadsTests.text([RoadsTests.speeds(RoadsTests.rush)])).contains("\"timePercent\":"))
    #expect(!(try text(Array(SmallDay.problem.utf8))).contains("\"by\""))
  }

  @Test(
    "are refused with the path of the field that is wrong",
    arguments: [
      ("\"zone\":\"south\"", "\"zone\":\"west\"", "jobs[0].zone"),
      ("\"startZone\":\"south\"", "\"startZone\":3", "technicians[0].startZone"),
      ("[1700,null]", "[1700]", "travel.zones.seconds[1]"),
      ("[1700,null]", "[1700,-1]", "travel.zones.seconds[1][1]"),
      ("[1700,null]", "[1700,\"x\"]", "travel.zones.seconds[1][1]"),
      (",[1700,null]", "", "travel.zones.seconds"),
      ("[\"south\",\"north\"]", "[\"south\",\"south\"]", "travel.zones.names[1]"),
      ("\"zones\":{", "\"speeds\":[{\"from\":2,\"to\":1,\"percent\":90}],\"zones\":{", "travel.speeds[0].to"),
      (
        "\"zones\":{", "\"speeds\":[{\"from\":1,\"to\":2,\"percent\":0}],\"zones\":{",
        "travel.speeds[0].percent"
      ),
      ("\"zones\":{", "\"speeds\":[{\"to\":2,\"percent\":90}],\"zones\":{", "travel.speeds[0].from"),
      ("\"zones\":{", "\"speeds\":7,\"zones\":{", "travel.speeds")
    ])
  func faults(_ old: String, _ new: String, _ path: String) throws {
    do throws(ExchangeError) {
      _ = try PlanProblemFile(RoadsTests.text(RoadsTests.zoned + [(old, new)]))
      Issue.record("\(path) was taken")
    } catch {
      guard case .field(path, _) = error else {
        Issue.record("\(error)")
        return
      }
    }
  }

  @Test("are made by whoever knows spots, zones and hours, as the files are")
  func made() throws {
    let table = try #require(ZoneTable([[nil, 600], [700, 200]]))
    let sources = Travel.Sources(
      spots: [0, 1, 1, 2], zones: [0, 1, 1, -1], timePercents: [100, 100, 150, 200], table: table)
    let travel = Travel(sources) { from, to in 100 * abs(from - to) }
    #expect(travel[0, 1] == 600 && travel[0, 2] == 900 && travel[1, 2] == 0 && travel[1, 0] == 700)
    #expect(travel[0, 3] == 400 && travel.source(0, 3) == .distance)
    #expect(Travel(places: 1) { _, _ in 0 }.source(0, 0) == .given)
    #expect(ZoneTable([[1, 2]]) == nil && ZoneTable([[-1]]) == nil && table[0, 0] == nil)
    #expect(table[5, 0] == nil && table[-1, 0] == nil)
  }

  @Test("a speed has the same bounds wherever it is read, though the rooms do not know each other")
  func bounds() {
    #expect(Domain.Roads.allowedSpeeds == DaySpeeds.allowed)
    #expect(PlanSettings.Speed.allowed == DaySpeeds.allowed)
  }
}
