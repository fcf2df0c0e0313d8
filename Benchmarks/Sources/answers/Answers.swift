import Exchange
import Foundation
import Planner

/// `answers FILE`: how quickly single questions are answered on a day, in milliseconds of processor time.
@main
enum Answers {
  static func main() throws {
    guard let path = CommandLine.arguments.dropFirst().first,
      let bytes = FileManager.default.contents(atPath: path)
    else {
      print("answers FILE: a callout-plan-problem/1 file")
      exit(2)
    }
    let problem = try PlanProblemFile(Array(bytes)).problem
    let ground = try Ground(problem)
    row(
      "compiled from nothing", try (0..<5).map { _ in try milliseconds { _ = try Ground(problem) } }
    )
    var planning = Planning(problem, on: ground.searched, seed: 1)
    planning.advance(500)
    let plan = planning.best
    row(
      "after one event",
      try events(problem).map { change in try milliseconds { _ = try ground.after(change) } })
    row(
      "who fits",
      stride(from: 0, to: problem.visits.count, by: 10).map { visit in
        milliseconds { _ = ground.suggest(visit, in: plan) }
      })
    row(
      "one technician's day in a better order",
      problem.technicians.indices.map { one in milliseconds { _ = ground.optimise(one, in: plan) } }
    )
  }

  /// A visit gone, changed and come, and a technician absent, late and elsewhere.
  private static func events(_ problem: Problem) -> [Problem.Change] {
    guard var visit = problem.visits.first, let one = problem.technicians.first else { return [] }
    visit.duration += 60
    var (absent, late, elsewhere) = (one, one, one)
    absent.shiftEnd = absent.shiftStart
    late.shiftStart += 1800
    elsewhere.start = visit.place
    return [
      .visitRemoved(0), .visit(0, visit), .visitAdded(visit), .technician(0, absent),
      .technician(0, late),
      .technician(0, elsewhere)
    ]
  }

  private static func row(_ what: String, _ times: [Double]) {
    let sorted = times.sorted()
    guard let worst = sorted.last else { return }
    let middle = sorted[sorted.count / 2]
    print(
      what.padding(toLength: 40, withPad: " ", startingAt: 0),
      String(format: "%8.1f ms in the middle, %8.1f ms at worst", middle, worst))
  }

  private static func milliseconds(_ work: () throws -> Void) rethrows -> Double {
    let began = processorSeconds()
    try work()
    return (processorSeconds() - began) * 1000
  }

  private static func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
