/// The numbers of the search that were found by measuring; docs/decisions/0022 says what else was tried.
public struct Tuning: Equatable, Sendable {
  /// How many visits an iteration takes out on average, and from one route at most.
  public var removals = 10, longestString = 10
  /// Warmest and coldest acceptance, in units of cost.
  public var warm = 22_000.0, cold = 150.0
  /// The warmest where promises are to be kept.
  public var mild = 600.0
  /// Iterations of the first cooling, which ends before anything is known about the time there is.
  public var firstCycle = 2_000
  /// How many left out visits come back to the pool of an iteration at most.
  public var pool = 8
  /// In a thousand: how often an insertion looks away from a route.
  public var blinks = 10
  /// How many nearest visits and homes say which routes an insertion looks at.
  public var nearVisits = 40, nearHomes = 10

  public init() {}
}
