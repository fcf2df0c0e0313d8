/// Who could do a visit and what that costs, and why everybody else is left out.
public struct Suggestion: Equatable, Sendable {
  public var visit: Int
  /// Where the visit is now, with what it costs to have it there.
  public var now: Place?
  /// The best place of everybody for whom it is worth it, the cheapest first.
  public var places: [Place]
  /// Everybody else, by the problem's order of technicians.
  public var reasons: [(technician: Int, reason: Reason)] { leftOut.map { ($0.technician, $0.reason) } }
  var leftOut: [LeftOut]
  /// What leaving it out costs, the broken promise included.
  public var leavingOut: Int

  struct LeftOut: Equatable, Sendable {
    var technician: Int
    var reason: Reason
  }
}

extension Suggestion {
  /// The best place with somebody else than now: why it is where it is, is what this would cost more.
  public var runnerUp: Place? { places.first { $0.technician != now?.technician } }

  /// A place for a visit in a technician's day.
  public struct Place: Equatable, Sendable {
    public var technician: Int
    /// Where it stands among his visits: nought is the first.
    public var position: Int
    /// When the work begins.
    public var start: Int
    /// Seconds of driving from the stop before, and how many more he drives in all.
    public var approach, detour: Int
    /// Seconds of work of his day without and with it.
    public var workBefore, workAfter: Int
    /// What it adds, term by term.
    public var cost: Cost
    /// His other visits that begin at another time than without it.
    public var moved: [Move]
    /// The day as it would be.
    public var route: Plan.Route
  }

  /// A visit that begins at another time.
  public struct Move: Equatable, Sendable {
    public var visit, from, to: Int
  }

  /// In a word, why a visit that nobody has is left out.
  public enum Verdict: Equatable, Sendable {
    case fits
    case nobodyMay
    case nobodyReaches
    case onlyByDisplacing
    case dearerThanLeavingOut
  }

  public var verdict: Verdict {
    if !places.isEmpty { return .fits }
    var verdict = Verdict.nobodyMay
    for one in leftOut {
      switch one.reason {
      case .misfit: continue
      case .tooFar, .homeTooLate, .noLunch: if verdict == .nobodyMay { verdict = .nobodyReaches }
      case .partsUsed, .full: if verdict != .dearerThanLeavingOut { verdict = .onlyByDisplacing }
      case .dearer: verdict = .dearerThanLeavingOut
      }
    }
    return verdict
  }
}
