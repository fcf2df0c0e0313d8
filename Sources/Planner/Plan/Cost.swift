/// What a plan costs, term by term.
public struct Cost: Equatable, Sendable {
  public var unserved = 0
  public var late = 0
  public var travel = 0
  public var overtime = 0
  public var balance = 0
  public var preference = 0
  public var change = 0

  public init() {}

  public var total: Int { unserved + late + travel + overtime + balance + preference + change }

  public static func - (one: Cost, other: Cost) -> Cost {
    var cost = one
    cost.unserved -= other.unserved
    cost.late -= other.late
    cost.travel -= other.travel
    cost.overtime -= other.overtime
    cost.balance -= other.balance
    cost.preference -= other.preference
    cost.change -= other.change
    return cost
  }
}

/// A plan looked through rule by rule.
public struct Score: Equatable, Sendable {
  public var cost = Cost()
  public var violations: [Violation] = []
  /// Visits left out, by priority.
  public var unserved: [Int] = []
  public var lateVisits = 0
  public var travelSeconds = 0
  /// Promises broken: by another technician or nobody, and by the hour.
  public var changed = 0, moved = 0

  public var isFeasible: Bool { violations.isEmpty }
}

/// A hard rule that a plan breaks.
public enum Violation: Equatable, Sendable {
  case twoRoutes(technician: Int)
  case twice(visit: Int)
  case misfit(visit: Int, technician: Int, Misfit)
  /// Reached after its last window.
  case reachedTooLate(visit: Int, at: Int)
  case beforePossible(visit: Int, start: Int, earliest: Int)
  case outsideWindows(visit: Int, start: Int)
  case lunchNotDue(technician: Int)
  case lunchBeforePossible(technician: Int, start: Int, earliest: Int)
  case lunchTooLate(technician: Int, start: Int)
  case lunches(technician: Int, count: Int)
  case homeTooLate(technician: Int, at: Int)
  case parts(technician: Int, part: Int, used: Int, has: Int)
  /// What was fixed to open the route does not.
  case opening(technician: Int)
}
