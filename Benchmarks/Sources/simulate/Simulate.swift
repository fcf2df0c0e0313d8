import Glibc
import Simulation

/// Plays many seeds of the simulator on all processors, as fast as a released build can:
///
///     simulate [--from N] [--seeds M] [--bugs]
@main
struct Simulate {
  private static let usage = "usage: simulate [--from N] [--seeds M] [--bugs], each number 1 or more"

  static func main() async throws {
    let wish: Wish
    do { wish = try Wish(Array(CommandLine.arguments.dropFirst())) } catch {
      print(error.words.map { "\($0) \(usage)" } ?? usage)
      exit(error == .help ? 0 : 2)
    }
    if wish.isForBugs { return try findBugs(within: wish.seeds ?? 10_000) }
    let last = wish.first + (wish.seeds ?? 2_000) - 1
    let began = time(nil)
    let result = try await SimulatedSeeds.play(
      wish.first...last, threads: max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
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

  /// What was asked for.
  private struct Wish {
    private(set) var first: UInt64 = 1
    private(set) var seeds: UInt64?
    private(set) var isForBugs = false

    enum Fault: Error, Equatable {
      case help
      case unknown(String)
      case number(String)

      /// Nil where nothing is wrong.
      var words: String? {
        switch self {
        case .help: nil
        case .unknown(let word): "\"\(word)\" is no option here."
        case .number(let option): "\(option) takes a number."
        }
      }
    }

    init(_ words: [String]) throws(Fault) {
      var rest = words[...]
      while let word = rest.popFirst() {
        switch word {
        case "--bugs": isForBugs = true
        case "--from": first = try Self.number(&rest, of: word)
        case "--seeds": seeds = try Self.number(&rest, of: word)
        case "--help", "-h": throw .help
        default: throw .unknown(word)
        }
      }
    }

    /// So far that no sum of two is too much.
    private static func number(_ rest: inout ArraySlice<String>, of option: String) throws(Fault) -> UInt64 {
      guard let number = rest.popFirst().flatMap({ UInt64($0) }), (1...UInt64(Int64.max)).contains(number)
      else { throw .number(option) }
      return number
    }
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
