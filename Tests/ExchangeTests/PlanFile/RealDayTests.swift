import Foundation
import Planner
import TestSupport
import Testing

@testable import Exchange

/// The days beside the project, for tests that say they were skipped without them.
private enum RealDays {
  static let folder = PublicData.folder + "/routing/fieldservice"

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.filter { $0.hasPrefix("city-") && !$0.contains("200x2000") }.sorted()
  }()

  static var areThere: Bool { !names.isEmpty }

  static func file(_ name: String) throws -> PlanProblemFile {
    try PlanProblemFile(Array(try Data(contentsOf: URL(filePath: folder + "/" + name))))
  }
}

@Suite("Days of a real size", .enabled(if: RealDays.areThere, PublicData.absence))
struct RealDayTests {
  @Test("have the travel times of the formula, to the second", arguments: RealDays.names)
  func travel(name: String) throws {
    let path = URL(filePath: RealDays.folder + "/" + name)
    let object = try #require(JSONSerialization.jsonObject(with: Data(contentsOf: path)) as? [String: Any])
    let jobs = try #require(object["jobs"] as? [[String: Any]])
    let spots = jobs.compactMap { $0["at"] as? [Double] }.map { [$0[0] * .pi / 180, $0[1] * .pi / 180] }
    let problem = try RealDays.file(name).problem
    for from in stride(from: 0, to: spots.count, by: 3) {
      for to in spots.indices {
        let up = sin((spots[from][0] - spots[to][0]) / 2)
        let along = sin((spots[from][1] - spots[to][1]) / 2)
        let square = up * up + cos(spots[from][0]) * cos(spots[to][0]) * along * along
        let metres = 2 * 6371008.8 * asin(min(1, square.squareRoot()))
        let seconds = spots[from] == spots[to] ? 0 : Int((metres * 1.35 / 9 + 120.5).rounded(.down))
        #expect(problem.travel[problem.visits[from].place, problem.visits[to].place] == seconds)
      }
    }
  }

  @Test(
    "are planned without breaking a rule, for no more than the search believes", arguments: RealDays.names)
  func planned(name: String) throws {
    let file = try RealDays.file(name)
    var planning = try Planning(file.problem, seed: 1)
    planning.advance(60)
    let believed = planning.bestCost
    let before = file.problem.score(planning.best)
    #expect(before.isFeasible)
    // A re-plan searches with dearer changes, so it believes more; hours are made exact only at the end.
    #expect(before.cost.total <= believed)
    let closed = file.problem.score(planning.finish())
    #expect(closed.isFeasible && closed.cost.total <= before.cost.total)
  }

  @Test(
    "planned anew keep most of what was promised", arguments: RealDays.names.filter { $0.contains("replan") })
  func replanned(name: String) throws {
    let problem = try RealDays.file(name).problem
    let score = problem.score(try Planning(problem, seed: 1).best)
    let promised = problem.visits.count { $0.published != nil }
    #expect(score.isFeasible && score.changed * 4 < promised)
  }
}
