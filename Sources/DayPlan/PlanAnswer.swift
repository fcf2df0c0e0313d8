public import Domain

/// What a question came to: nothing of it has been done.
public struct PlanAnswer: Sendable {
  public let question: PlanQuestion
  /// The best first, numbered by their place.
  public internal(set) var options: [PlanOption]
  /// Why there is nothing to choose from; nil when there is.
  public internal(set) var nothing: Nothing?
  /// Whether a better one may follow.
  public var isFirst = false
  /// The day that was planned, where it is not today.
  public internal(set) var day: CivilDate?
  /// What somebody is taken to be on for longer than anybody knows.
  public var staying: Staying?

  /// Somebody is over his estimate: nobody knows when he is free, and for how long he stays is assumed.
  public struct Staying: Hashable, Sendable {
    public let technician: Technician.ID
    /// What he is on.
    public let number: Int
    /// So much longer than now.
    public let span: Span
    public let until: Timestamp
  }

  public enum Nothing: Hashable, Sendable {
    /// Nobody works any more that day.
    case nobodyWorks
    /// A number in the rules is greater than what can be reckoned with.
    case beyondReckoning
    /// No work waits that could be done that day.
    case nothingWaits
    /// He has nothing before him.
    case nothingAhead(Technician.ID)
    /// What he has before him are further visits alone, which people give away.
    case furtherAlone(Technician.ID, [PlanLeft])
    /// Nothing would be better than it is.
    case bestAlready(Technician.ID)
    /// No other way to share the visits of these costs less.
    case sharedBest([Technician.ID])
    case notLate(Technician.ID)
    /// He is, and yet nothing that he has before him begins late.
    case nothingLate(Technician.ID, Lateness)
    /// Somebody has it already.
    case taken(WorkOrder.ID, Technician.ID)
    /// Nobody can come, whatever gives way; the order's own reasons say why.
    case nobodyCan(WorkOrder.ID)
    /// The office would refuse every way that was found, because of this.
    case refused(BrokenRule?)
    /// It is under way or over.
    case underWay(WorkOrder.ID)
    /// He does not work any more today, or is not here.
    case notHere(Technician.ID)
    /// He is free, and nothing that waits fits in.
    case nothingFits(Technician.ID)
    /// He is not free then.
    case noGap(Technician.ID)
    /// No other work waits in reach of it.
    case nothingNear(WorkOrder.ID, reach: Span)
    /// It is planned for another day than today.
    case anotherDay(WorkOrder.ID, Timestamp)
    /// Other work waits in reach, and nobody has room for both.
    case nobodyTakesBoth(WorkOrder.ID)
  }
}
