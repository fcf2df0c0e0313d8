import Planner
import Testing

@testable import Exchange

@Suite("Why a visit of a plan is where it is")
struct PlanExplanationTests {
  private func explained(_ name: String) throws -> JSONTree {
    let file = try PlanProblemFile(Array(SmallDay.problem.utf8))
    let plan = try PlanSolutionFile(Array(SmallDay.solution.utf8), of: file).plan
    let ground = try Ground(file.problem)
    let why = try #require(PlanExplanation(name, in: plan, of: file, on: ground))
    return try JSONReader.read(Array(why.json.utf8))
  }

  @Test("is its cost by term, and how much dearer the next best would be")
  func placed() throws {
    let why = try explained("B")
    #expect(try why.text("verdict") == "placed")
    let placed = try why.needed("placed")
    #expect(try placed.text("technician") == "T2" && placed.integer("position") == 1)
    let cost = try placed.needed("cost")
    #expect(try cost.integer("prefer") == 6000 && cost.integer("change") == 9000)
    let terms = ["unserved", "late", "travel", "overtime", "balance", "prefer", "change"]
    #expect(try cost.integer("total") == terms.reduce(0) { $0 + (try cost.integer($1)) })
    if let other = why["runnerUp"] {
      let more = try other.needed("dearer").integer("total")
      #expect(try other.needed("cost").integer("total") == cost.integer("total") + more)
    } else {
      #expect(try why.list("reasons").map { try $0.text("technician") } == ["T1"])
    }
  }

  @Test("is a reason for every technician where nobody has it")
  func leftOut() throws {
    let why = try explained("D")
    #expect(why["placed"] == nil)
    let told = try why.list("reasons").map { try ($0.text("technician"), $0.text("why")) }
    #expect(told.map(\.0) == ["T1", "T2"] && told.map(\.1) == ["part", "part"])
    #expect(try why.text("verdict") == "only by displacing" && why.integer("leavingOut") == 180_000)
  }

  @Test("is nothing for a visit that the problem does not have")
  func stranger() throws {
    let file = try PlanProblemFile(Array(SmallDay.problem.utf8))
    let ground = try Ground(file.problem)
    #expect(PlanExplanation("Z", in: Plan(unassigned: [0, 1, 2, 3, 4]), of: file, on: ground) == nil)
  }
}
