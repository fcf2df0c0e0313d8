import Foundation
import Planner

/// `solomon FILE… --seconds S [--seed N] [--best bks.json]`: vehicles, distance and routes of a VRPTW, distance alone. The planner has no
/// line for this kind of problem: it is a check of the search on what others have solved for forty years.
@main
enum Solomon {
  static func main() {
    var files: [String] = []
    var seconds = 1.0
    var seed: UInt64 = 1
    var best: [String: Double] = [:]
    var gaps: [Double] = []
    var words = Array(CommandLine.arguments.dropFirst())[...]
    while let word = words.popFirst() {
      switch word {
      case "--seconds": seconds = words.popFirst().flatMap(Double.init) ?? seconds
      case "--seed": seed = words.popFirst().flatMap(UInt64.init) ?? seed
      case "--best": best = words.popFirst().map(bestKnown) ?? best
      case _: files.append(word)
      }
    }
    for file in files {
      guard let text = try? String(contentsOfFile: file, encoding: .utf8),
        let instance = Instance(text)
      else {
        print("\(file): no VRPTW instance")
        exit(2)
      }
      do {
        let distance = try solve(instance, seconds, seed)
        if let known = best[instance.name] { gaps.append(100 * (distance / known - 1)) }
      } catch {
        print("\(file): \(error)")
        exit(2)
      }
    }
    guard !gaps.isEmpty else { return }
    let mean = gaps.reduce(0, +) / Double(gaps.count)
    print(String(format: "above the best known: %.2f %% on average of \(gaps.count)", mean))
  }

  private static func solve(
    _ instance: Instance, _ seconds: Double, _ seed: UInt64
  )
    throws(ProblemFault) -> Double
  {
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
    let routes = plan.routes.map {
      "[" + $0.visits.map { String($0 + 1) }.joined(separator: ",") + "]"
    }
    print("{\"routes\":[" + routes.joined(separator: ",") + "]}")
    return Double(tenths) / 10
  }

  /// The best known distances by instance, every arc cut to a tenth; none where the file says nothing.
  private static func bestKnown(_ path: String) -> [String: Double] {
    guard let bytes = FileManager.default.contents(atPath: path),
      let all = try? JSONSerialization.jsonObject(with: bytes) as? [String: [String: Any]]
    else { return [:] }
    return all.compactMapValues {
      ($0["distanceOnlyDimacs"] as? [String: Any])?["distance"] as? Double
    }
  }

  /// Seconds of processor time of this process.
  private static func cpuSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
