import Foundation
import Planner
import TestSupport
import Testing

@testable import Exchange

/// The independent scorer beside the project, and what it needs to run.
private enum OtherScorer {
  static let script: String = {
    if let folder = ProcessInfo.processInfo.environment["CALLOUT_TEST_TOOLS"] {
      return folder + "/routebench/fsmodel.py"
    }
    return URL(filePath: PublicData.folder).deletingLastPathComponent()
      .appending(path: "tools/routebench/fsmodel.py").standardized.path()
  }()

  static let folder = PublicData.folder + "/routing/fieldservice"

  static let days: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.filter { $0.hasPrefix("city-") && $0.hasSuffix(".json") }.sorted()
  }()

  static let isThere: Bool = {
    guard !days.isEmpty, FileManager.default.fileExists(atPath: script) else { return false }
    return (try? run(["-c", "import numpy"]))?.status == 0
  }()

  static func run(_ words: [String]) throws -> (status: Int32, output: Data) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3"] + words
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, data)
  }

  /// What it says of a plan: costs by term, the total among them, and counts.
  static func score(_ day: String, _ solution: PlanSolutionFile) throws -> [String: Any] {
    let file = FileManager.default.temporaryDirectory.appending(path: "plan-\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    try solution.text().write(to: file, atomically: true, encoding: .utf8)
    let answer = try run([script, folder + "/" + day, file.path()])
    return try #require(JSONSerialization.jsonObject(with: answer.output) as? [String: Any])
  }
}

@Suite(
  "Another scorer",
  .enabled(if: OtherScorer.isThere, "skipped: the days, the other scorer or python3 are not here"))
struct ScorerAgreementTests {
  private func file(_ name: String) throws -> PlanProblemFile {
    try PlanProblemFile(Array(try Data(contentsOf: URL(filePath: OtherScorer.folder + "/" + name))))
  }

  /// A plan that somebody could make by hand: each technician gets what he may do as long as his day can be driven.
  private func made(_ problem: Problem, each most: Int) throws -> Plan {
    let ground = try Ground(problem)
    var plan = Plan(unassigned: [])
    var taken: Set<Int> = []
    for technician in problem.technicians.indices {
      var route = Plan.Route(technician: technician, stops: [])
      var tried = 0
      for visit in problem.visits.indices where !taken.contains(visit) && tried < 3 * most {
        let one = problem.technicians[technician]
        guard route.visits.count < most,
          problem.misfit(of: problem.visits[visit], with: one, numbered: technician) == nil
        else { continue }
        tried += 1
        let longer = Plan.Route(
          technician: technician, stops: (route.visits + [visit]).map { Plan.Stop(visit: $0) })
        let timed = ground.hours(of: Plan(routes: [longer])).routes[0]
        guard timed.stops.allSatisfy({ $0.start != nil }) else { continue }
        route = timed
        taken.insert(visit)
      }
      if !route.stops.isEmpty { plan.routes.append(route) }
    }
    plan.unassigned = problem.visits.indices.filter { !taken.contains($0) }
    return plan
  }

  private func agree(_ day: String, _ file: PlanProblemFile, _ plan: Plan) throws {
    let ours = file.problem.score(plan)
    let theirs = try OtherScorer.score(day, PlanSolutionFile(file, plan))
    #expect(theirs["feasible"] as? Bool == ours.isFeasible, "\(ours.violations)")
    #expect(theirs["total"] as? Int == ours.cost.total)
    let terms = try #require(theirs["terms"] as? [String: Int])
    for (name, cost) in ours.cost.terms where name != "total" { #expect(terms[name] == cost, "\(name)") }
    #expect(theirs["unserved"] as? [Int] == ours.unserved)
    #expect(theirs["lateJobs"] as? Int == ours.lateVisits)
    #expect(theirs["changed"] as? Int == ours.changed && theirs["moved"] as? Int == ours.moved)
  }

  @Test("agrees to the unit about a plan made by hand, of every day there is", arguments: OtherScorer.days)
  func byHand(day: String) throws {
    let file = try file(day)
    let plan = try made(file.problem, each: 6)
    #expect(plan.routes.count > 2)
    try agree(day, file, plan)
    try agree(day, file, Plan(routes: [], unassigned: Array(file.problem.visits.indices)))
  }

  @Test(
    "agrees about what the search finds, and about the same without its hours",
    arguments: OtherScorer.days.filter { !$0.contains("200x2000") })
  func searched(day: String) throws {
    let file = try file(day)
    var planning = try Planning(file.problem, seed: 2)
    planning.advance(40)
    let plan = planning.finish()
    #expect(file.problem.score(plan).isFeasible)
    try agree(day, file, plan)
    var bare = plan
    for route in bare.routes.indices {
      for stop in bare.routes[route].stops.indices { bare.routes[route].stops[stop].start = nil }
    }
    try agree(day, file, bare)
  }

  @Test("finds rules broken where ours does", arguments: OtherScorer.days.filter { $0.contains("10x60") })
  func broken(day: String) throws {
    let file = try file(day)
    var plan = try made(file.problem, each: 4)
    plan.routes[0].stops.append(Plan.Stop(visit: plan.routes[1].visits[0]))
    let ours = file.problem.score(plan)
    #expect(!ours.isFeasible)
    #expect(try OtherScorer.score(day, PlanSolutionFile(file, plan))["feasible"] as? Bool == false)
  }
}
