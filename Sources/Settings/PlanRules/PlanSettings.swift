/// What a plan weighs, how far it may go and what is known of the roads, as a file tells it; what the file does not
/// name stays as it is built in.
public struct PlanSettings: Equatable, Sendable {
  /// What is weighed, each a number a second of it or a case of it; ten a second of driving is usual.
  public enum Weight: String, CaseIterable, Sendable {
    case driving, overtime
    case unevenWork = "uneven-work"
    case brokenPromise = "broken-promise"
    case newAtTheSite = "new-at-the-site"
    case rating
    case changedTechnician = "changed-technician"
    case movedStart = "moved-start"
    case roomForUrgent = "room-for-urgent"
  }

  /// How far a plan may go, each a length of time.
  public enum Limit: String, CaseIterable, Sendable {
    case mostOvertime = "most-overtime"
    case near
  }

  /// How fast one drives from a time of day up to another, in percent of the usual.
  public struct Speed: Equatable, Sendable {
    /// Seconds since midnight.
    public var from, to: Int
    public var percent: Int

    public init(from: Int, to: Int, percent: Int) { (self.from, self.to, self.percent) = (from, to, percent) }

    /// What a speed may be.
    public static let allowed = 5...400
  }

  /// Raised by whoever changes the file, so that a plan can say by which rules it was made.
  public var version: Int?
  public var weights: [Weight: Int] = [:]
  /// P1 to P4: a second too late, and leaving out.
  public var late: [Int]?
  public var leftOut: [Int]?
  /// Seconds.
  public var limits: [Limit: Int] = [:]
  /// How many times a plan is taken apart and put together again.
  public var tries: Int?
  public var speeds: [Speed] = []
  /// The file with the minutes from zone to zone, as it stands in this one.
  public var zones: String?

  /// Where each name stands, such as `weights.driving`.
  public internal(set) var places: [String: Int] = [:]

  public init() {}

  /// The sections of the file with the names in each.
  static let sections: [(name: String, names: [String])] = [
    ("", ["version", "weights", "limits", "travel"]),
    ("weights", Weight.allCases.map(\.rawValue) + ["late", "left-out"]),
    ("limits", Limit.allCases.map(\.rawValue) + ["tries"]), ("travel", ["zones", "speeds"])
  ]
}
