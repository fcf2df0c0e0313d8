import Foundation
import TestSupport
import Testing

@Suite("An office and its consoles on a bad network")
struct SimulationTests {
  private static var environment: [String: String] { ProcessInfo.processInfo.environment }

  /// One seed where it is named, else as many as are asked for.
  private static var seeds: [UInt64] {
    if let seed = environment["SEED"].flatMap({ UInt64($0) }) { return [seed] }
    return Array(1...(environment["SEEDS"].flatMap { UInt64($0) } ?? 30))
  }

  @Test("agree, lose nothing and do nothing twice, whatever the network does", .verifies("UX-06"))
  func holds() throws {
    var reached: [String: Int] = [:]
    for seed in Self.seeds {
      let world = try World(seed: seed)
      world.play()
      reached.merge(world.reached, uniquingKeysWith: +)
      guard let violation = world.violations.first else { continue }
      let small = try Shrinking(seed: seed, bug: nil).smallest()
      Issue.record("seed \(seed): \(violation). \(small)")
      if Self.seeds.count == 1 { print(world.trace.joined(separator: "\n")) }
      return
    }
    for step in ["pull", "push", "pause", "rest", "late answer", "enrol anew", "go back", "snapshot"]
    where Self.seeds.count > 20 {
      #expect(reached[step] ?? 0 > 0, "\(step) was never reached")
    }
    let told = reached.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    print("\(Self.seeds.count) seeds, transitions: \(told.joined(separator: ", "))")
  }

  @Test("a seed plays the same twice")
  func repeats() throws {
    func trace() throws -> [String] {
      let world = try World(seed: 7)
      world.play()
      return world.trace
    }
    let (first, second) = (try trace(), try trace())
    let parting = zip(first, second).first { $0 != $1 }
    #expect(parting == nil && first.count == second.count)
  }

  @Test("each planted bug is found, and its seed shrunk", arguments: PlantedBug.allCases)
  func finds(bug: PlantedBug) throws {
    for seed in UInt64(1)...300 {
      let world = try World(seed: seed, bug: bug)
      world.play()
      if world.violations.isEmpty { continue }
      let small = try Shrinking(seed: seed, bug: bug).smallest()
      print("\(bug.rawValue): seed \(seed): \(world.violations[0]). \(small)")
      return
    }
    Issue.record("\(bug.rawValue) was not found in 300 seeds")
  }
}
