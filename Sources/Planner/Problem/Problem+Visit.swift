extension Problem {
  /// A planned attendance that somebody may be sent to.
  public struct Visit: Equatable, Sendable {
    public var place, duration: Int
    /// An index into the weights: nought is the most urgent.
    public var priority: Int
    public var release: Int
    /// When somebody should have arrived.
    public var due: Int?
    /// When the work may begin, both ends included.
    public var windows: [ClosedRange<Int>]
    public var skills: [Need]
    public var parts: [Need]
    public var preferred, forbidden: [Int]
    public var pinned: Int?
    public var published: Promise?

    public init(
      place: Int, duration: Int, priority: Int = 0, release: Int = 0, due: Int? = nil,
      windows: [ClosedRange<Int>], skills: [Need] = [], parts: [Need] = [], preferred: [Int] = [],
      forbidden: [Int] = [], pinned: Int? = nil, published: Promise? = nil
    ) {
      (self.place, self.duration, self.priority) = (place, duration, priority)
      (self.release, self.due, self.windows) = (release, due, windows)
      (self.skills, self.parts) = (skills, parts)
      (self.preferred, self.forbidden, self.pinned) = (preferred, forbidden, pinned)
      self.published = published
    }
  }

  /// A skill at a level, or a number of parts.
  public struct Need: Equatable, Sendable {
    public var index, amount: Int

    public init(_ index: Int, _ amount: Int) { (self.index, self.amount) = (index, amount) }
  }

  /// What people have been told: who comes, and when.
  public struct Promise: Equatable, Sendable {
    public var technician, start: Int

    public init(technician: Int, start: Int) { (self.technician, self.start) = (technician, start) }
  }

  /// What each thing costs; a unit is a tenth of a second's driving when `travel` is 10.
  public struct Weights: Equatable, Sendable {
    /// Per second.
    public var travel, overtime, balance: Int
    /// By priority: per second late, and per visit left out.
    public var late, unserved: [Int]
    public var notPreferred, changedTechnician, movedStart, movedStartTolerance: Int

    public init(
      travel: Int, overtime: Int, balance: Int, late: [Int], unserved: [Int], notPreferred: Int = 0,
      changedTechnician: Int = 0, movedStart: Int = 0, movedStartTolerance: Int = 0
    ) {
      (self.travel, self.overtime, self.balance) = (travel, overtime, balance)
      (self.late, self.unserved, self.notPreferred) = (late, unserved, notPreferred)
      (self.changedTechnician, self.movedStart) = (changedTechnician, movedStart)
      self.movedStartTolerance = movedStartTolerance
    }
  }
}
