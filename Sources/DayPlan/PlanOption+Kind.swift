public import Domain

extension PlanOption {
  /// Which way to answer it is, and whom and what it is about.
  public enum Kind: Hashable, Sendable {
    /// Work given to whoever can do it between what stands.
    case given
    /// The same, where so many visits keep their technician and begin at another hour for what is urgent.
    case givenWithRoom(Int)
    /// The same, where visits of others may move or change hands as well.
    case rearranged
    case reordered(Technician.ID)
    /// The visits of several shared anew among them.
    case shared([Technician.ID])
    /// The customers of these visits hear of the time that comes of it.
    case told(Technician.ID)
    case givenAway(WorkOrder.ID, to: Technician.ID)
    case pushed(Technician.ID, by: Span)
    /// Fits into somebody's day, at this time.
    case fits(Technician.ID, at: Timestamp)
    /// First of all that he has before him.
    case next(Technician.ID, after: Int?, at: Timestamp)
    /// In the place of a visit that matters less.
    case instead(of: WorkOrder.ID, Technician.ID, at: Timestamp)
    /// Waiting work in somebody's free time, between what stands.
    case fills(GapFit)
    /// All that fits into somebody's free time, one after the other.
    case filled(Technician.ID, count: Int)
    /// Work that lies together, to one technician.
    case together(Technician.ID, count: Int)
  }
}

extension PlanOption.Kind {
  /// What sort of way it is, whoever and whatever it is about.
  public var sort: String {
    switch self {
    case .given, .givenWithRoom: "given"
    case .rearranged: "rearranged"
    case .reordered: "reordered"
    case .shared: "shared"
    case .told: "told"
    case .givenAway: "givenAway"
    case .pushed: "pushed"
    case .fits: "fits"
    case .next: "next"
    case .instead: "instead"
    case .fills: "fills"
    case .filled: "filled"
    case .together: "together"
    }
  }

  /// By this a chosen way is found again in a new plan: its sort, and whom and what it is about where
  /// the question leaves that open.
  public var mark: String {
    switch self {
    case .fills(let fit): "\(sort) \(fit.number)"
    case .together(let technician, _): "\(sort) \(technician)"
    case .fits(let technician, _), .next(let technician, _, _): "\(sort) \(technician)"
    case .instead(let bumped, let technician, _): "\(sort) \(bumped) \(technician)"
    case .givenAway(let order, let technician): "\(sort) \(order) \(technician)"
    case .given, .givenWithRoom, .rearranged, .reordered, .shared, .told, .pushed, .filled: sort
    }
  }
}
