public import Domain

/// What a day's plan weighs and how far it may go, under a version, so that a plan can say by which it was made.
///
/// A unit of cost is a tenth of a second of driving.
public struct PlanRules: Hashable, Sendable {
  public var version = 1
  /// Per second of driving, of work after the end of the shift, and of work above everybody's mean.
  public var travel = 10
  public var overtime = 20
  public var balance = 2
  /// By priority: per second that the work begins after it is due, and for leaving it out.
  public var late = [100, 30, 10, 2]
  public var unserved = [3_600_000, 1_080_000, 360_000, 180_000]
  /// Per second after the time promised to a customer, where the priority asks for less.
  public var brokenPromise = 30
  /// Somebody who has not been at the site goes there, although somebody has.
  public var newcomer = 6_000
  /// A point below the best in what customers thought of somebody's work.
  public var rating = 1_200
  public var changedTechnician = 9_000
  public var movedStart = 3_000
  /// The same for whoever makes room for what is urgent and keeps his technician.
  public var madeRoom = 18_000
  /// How far beyond the end of his shift somebody may be home.
  public var mostOvertime = Span.hours(1)
  /// What would begin later by no more than this stays when it stands.
  public var leeway = Span.minutes(5)
  /// Work whose way from an order is no longer than this lies near it.
  public var reach = Span.minutes(10)
  /// Who is on call is given what is at least as urgent as this.
  public var onCallFor = Priority.p2
  /// How many times a plan for the whole team is taken apart and put together again.
  public var tries = 6_000

  public init() {}

  public static let usual = PlanRules()

  /// So many units are a second of driving.
  var unitsASecond: Int { max(1, travel) }
}
