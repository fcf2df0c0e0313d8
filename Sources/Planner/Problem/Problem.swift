/// A day to plan, in numbers: people, places, skills and parts are indices, instants are seconds since midnight.
public struct Problem: Equatable, Sendable {
  /// Seconds between the places that technicians and visits refer to.
  public var travel: Travel
  public var weights: Weights
  public var technicians: [Technician]
  public var visits: [Visit]

  public init(travel: Travel, weights: Weights, technicians: [Technician], visits: [Visit]) {
    self.travel = travel
    self.weights = weights
    self.technicians = technicians
    self.visits = visits
  }

  /// The index of a technician who is named and not among those to plan for.
  public static let nobody = -1
}

extension Problem {
  /// Somebody whose route is planned.
  public struct Technician: Equatable, Sendable {
    /// Where he sets out and where he must be in the end.
    public var start, end: Int
    public var shiftStart, shiftEnd, maxOvertime: Int
    public var lunch: Lunch?
    /// His level in each skill, nought where he has none.
    public var skills: [Int]
    /// How many of each part are on his van.
    public var stock: [Int]
    /// Seconds of work that he has done already.
    public var priorWork: Int
    /// Visits under way or told as fixed: they open his route in this order, and nothing comes between.
    public var opening: [Int]

    public init(
      start: Int, end: Int, shiftStart: Int, shiftEnd: Int, maxOvertime: Int = 0, lunch: Lunch? = nil,
      skills: [Int] = [], stock: [Int] = [], priorWork: Int = 0, opening: [Int] = []
    ) {
      (self.start, self.end) = (start, end)
      (self.shiftStart, self.shiftEnd, self.maxOvertime) = (shiftStart, shiftEnd, maxOvertime)
      self.lunch = lunch
      (self.skills, self.stock) = (skills, stock)
      (self.priorWork, self.opening) = (priorWork, opening)
    }
  }

  /// A rest that starts between two instants, taken where one is, neither while driving nor at work.
  public struct Lunch: Equatable, Sendable {
    public var duration, earliest, latest: Int

    public init(duration: Int, earliest: Int, latest: Int) {
      (self.duration, self.earliest, self.latest) = (duration, earliest, latest)
    }
  }
}
