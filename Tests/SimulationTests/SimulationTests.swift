import Foundation
import Simulation
import Synchronization
import TestSupport
import Testing

@Suite("An office and its consoles on a bad network")
struct SimulationTests {
  private static var environment: [String: String] { ProcessInfo.processInfo.environment }

  /// One seed where it is named, else as many as are asked for.
  private static var seeds: ClosedRange<UInt64> {
    if let seed = environment["SEED"].flatMap({ UInt64($0) }) { return seed...seed }
    return 1...(environment["SEEDS"].flatMap { UInt64($0) } ?? 80)
  }

  @Test("agree, lose nothing and do nothing twice, whatever the network does", .verifies("UX-06"))
  func holds() async throws {
    let seeds = Self.seeds
    let result = try await SimulatedSeeds.play(
      seeds, threads: ProcessInfo.processInfo.activeProcessorCount)
    for failure in result.failures {
      let small = try Simulation.smallest(seed: failure.seed)
      Issue.record("seed \(failure.seed): \(failure.violations.first ?? ""). \(small)")
      if seeds.count == 1 { print(failure.trace.joined(separator: "\n")) }
    }
    let steps = [
      "pull", "push", "pause", "rest", "late answer", "enrol anew", "go back", "snapshot", "live line",
      "heard live", "live line given up"
    ]
    for step in steps where seeds.count > 20 {
      #expect(result.reached[step] ?? 0 > 0, "\(step) was never reached")
    }
    print("\(result.played) seeds, transitions: \(result.transitions)")
  }

  @Test("a seed plays the same twice, in memory and on files", arguments: [false, true])
  func repeats(onFiles: Bool) throws {
    let first = try Simulation.play(seed: 7, onFiles: onFiles).trace
    let second = try Simulation.play(seed: 7, onFiles: onFiles).trace
    let parting = zip(first, second).first { $0 != $1 }
    #expect(parting == nil && first.count == second.count, "\(parting.map { "\($0)" } ?? "")")
  }

  @Test("each fault is told as soon as it is there, before its own seed counts as played")
  func tellsAtOnce() async throws {
    let told = Mutex<[String]>([])
    let result = try await SimulatedSeeds.play(1...600, threads: 1, bug: .allCases.first) { count in
      told.withLock { $0.append("played \(count)") }
    } found: { failure in
      told.withLock { $0.append("seed \(failure.seed)") }
    }
    let fault = try #require(result.failures.first?.seed)
    var expected = (1...fault).map { "played \($0)" }
    expected.insert("seed \(fault)", at: expected.count - 1)
    #expect(told.withLock { $0 } == expected)
  }

  @Test("each planted bug is found, and its seed shrunk", arguments: PlantedBug.allCases)
  func finds(bug: PlantedBug) throws {
    for seed in UInt64(1)...300 {
      let outcome = try Simulation.play(seed: seed, bug: bug)
      guard let violation = outcome.violations.first else { continue }
      let small = try Simulation.smallest(seed: seed, bug: bug)
      print("\(bug.rawValue): seed \(seed): \(violation). \(small)")
      return
    }
    Issue.record("\(bug.rawValue) was not found in 300 seeds")
  }
}
