import Glibc
import Simulation

/// Plays many seeds of the simulator on all processors, as fast as a released build can:
///
///     simulate [--from N] [--seeds M] [--bugs]
@main
struct Simulate {
  static func main() async throws {
    let arguments = CommandLine.arguments
    func number(_ option: String, else usual: UInt64) -> UInt64 {
      zip(arguments, arguments.dropFirst()).first { $0.0 == option }.flatMap { UInt64($0.1) } ?? usual
    }
    if arguments.contains("--bugs") { try findBugs(within: number("--seeds", else: 10_000)) }
    let first = number("--from", else: 1)
    let last = first + max(1, number("--seeds", else: 2_000)) - 1
    let began = time(nil)
    let result = try await SimulatedSeeds.play(
      first...last, threads: max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    ) { done in
      if done % 1_000 == 0 { say("\(done) seeds, \(time(nil) - began) s") }
    } found: { failure in
      say("seed \(failure.seed): \(failure.violations.joined(separator: "; "))")
    }
    print("\(result.played) seeds in \(time(nil) - began) s. Transitions: \(result.transitions)")
    for failure in result.failures {
      say("seed \(failure.seed): \(try Simulation.smallest(seed: failure.seed))")
    }
    exit(result.failures.isEmpty ? 0 : 1)
  }

  /// Says a line at once, though nobody may be at a terminal.
  private static func say(_ line: String) {
    print(line)
    fflush(nil)
  }

  /// Searches each planted bug afresh.
  private static func findBugs(within seeds: UInt64) throws {
    for bug in PlantedBug.allCases {
      var found = "not found"
      for seed in 1...seeds {
        guard let violation = try Simulation.play(seed: seed, bug: bug).violations.first else { continue }
        found = "seed \(seed): \(violation)"
        break
      }
      say("\(bug.rawValue): \(found)")
    }
  }
}
