import Synchronization

/// An office and its consoles on a bad network, played from one seed.
public enum Simulation {
  /// What came of one seed.
  public struct Outcome: Sendable {
    public let seed: UInt64
    /// What did not hold at the end; nothing where all is well.
    public let violations: [String]
    /// How often each transition of a console's link was reached.
    public let reached: [String: Int]
    /// What happened, a line each.
    public let trace: [String]
  }

  /// Plays a seed; every so many seeds the office and its consoles are files, else all is in memory.
  public static func play(
    seed: UInt64, bug: PlantedBug? = nil, onFiles: Bool? = nil
  ) throws -> Outcome {
    let world = try World(seed: seed, bug: bug, onFiles: onFiles)
    world.play()
    return Outcome(
      seed: seed, violations: world.violations, reached: world.reached, trace: world.trace)
  }

  /// The fewest consoles, commands and faults with which a seed still fails, in words.
  public static func smallest(seed: UInt64, bug: PlantedBug? = nil) throws -> String {
    try Shrinking(seed: seed, bug: bug).smallest()
  }
}

/// What came of many seeds.
public struct SimulatedSeeds: Sendable {
  public private(set) var played = 0
  public private(set) var reached: [String: Int] = [:]
  /// The first seed that each worker found at fault.
  public private(set) var failures: [Simulation.Outcome] = []

  /// Plays seeds on so many threads; each stops at its first fault. `told` hears from any thread how many are done,
  /// `found` of each fault as soon as it is there.
  public static func play(
    _ seeds: ClosedRange<UInt64>, threads: Int, bug: PlantedBug? = nil,
    told: @escaping @Sendable (Int) -> Void = { _ in },
    found: @escaping @Sendable (Simulation.Outcome) -> Void = { _ in }
  ) async throws -> SimulatedSeeds {
    let done = Counter()
    return try await withThrowingTaskGroup(of: SimulatedSeeds.self) { group in
      for thread in 0..<UInt64(max(1, threads)) {
        group.addTask {
          var own = SimulatedSeeds()
          var seed = seeds.lowerBound + thread
          while seed <= seeds.upperBound, own.failures.isEmpty {
            let outcome = try Simulation.play(seed: seed, bug: bug)
            if !outcome.violations.isEmpty { found(outcome) }
            own.take(outcome)
            told(done.next())
            seed += UInt64(max(1, threads))
          }
          return own
        }
      }
      return try await group.reduce(into: SimulatedSeeds()) { all, part in
        all.played += part.played
        all.reached.merge(part.reached, uniquingKeysWith: +)
        all.failures += part.failures
      }
    }
  }

  private mutating func take(_ outcome: Simulation.Outcome) {
    played += 1
    reached.merge(outcome.reached, uniquingKeysWith: +)
    if !outcome.violations.isEmpty { failures.append(outcome) }
  }

  /// How often each transition was reached, in words.
  public var transitions: String {
    reached.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
  }
}

private final class Counter: Sendable {
  private let value = Atomic(0)
  func next() -> Int { value.add(1, ordering: .relaxed).newValue }
}
