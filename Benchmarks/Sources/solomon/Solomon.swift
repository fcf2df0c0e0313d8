import Foundation
import Planner

/// `solomon FILE… --seconds S [--seed N]`: vehicles, distance and routes of a VRPTW, distance alone. The planner has no
/// line for this kind of problem: it is a check of the search on what others have solved for forty years.
@main
enum Solomon {
  static func main() {
    var files: [String] = []
    var seconds = 1.0
    var seed: UInt64 = 1
    var words = Array(CommandLine.arguments.dropFirst())[...]
    while let word = words.popFirst() {
      switch word {
      case "--seconds": seconds = words.popFirst().flatMap(Double.init) ?? seconds
      case "--seed": seed = words.popFirst().flatMap(UInt64.init) ?? seed
      case _: files.append(word)
      }
    }
    for file in files {
      guard let text = try? String(contentsOfFile: file, encoding: .utf8), let instance = Instance(text)
      else {
        print("\(file): no VRPTW instance")
        exit(2)
      }
      do { try solve(instance, seconds, seed) } catch {
        print("\(file): \(error)")
        exit(2)
      }
    }
  }

  private static func solve(_ instance: Instance, _ seconds: Double, _ seed: UInt64) throws(ProblemFault) {
    let began = cpuSeconds()
    let problem = instance.problem
    var planning = try Planning(problem, seed: seed)
    let ready = cpuSeconds()
    planning.advance(planning.firstCooling)
    let rate = Double(planning.firstCooling) / (cpuSeconds() - ready)
    planning.expect(planning.firstCooling + Int((began + seconds - cpuSeconds()) * rate))
    while cpuSeconds() - began < seconds { planning.advance(50) }
    let plan = planning.finish()
    let score = problem.score(plan)
    let tenths = score.travelSeconds
    print(
      "\(instance.name) vehicles \(plan.routes.count) distance \(tenths / 10).\(tenths % 10)"
        + " unserved \(plan.unassigned.count) violations \(score.violations.count)"
        + " iterations \(planning.iterations)")
    let routes = plan.routes.map { "[" + $0.visits.map { String($0 + 1) }.joined(separator: ",") + "]" }
    print("{\"routes\":[" + routes.joined(separator: ",") + "]}")
  }

  /// Seconds of processor time of this process.
  private static func cpuSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
