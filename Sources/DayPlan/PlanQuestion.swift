public import Domain

/// What somebody wants to have planned.
public enum PlanQuestion: Hashable, Sendable {
  /// The work that nobody has: these orders, or all that waits.
  case waiting([WorkOrder.ID])
  /// A technician's own day in a better order.
  case route(Technician.ID)
  /// The visits of these technicians in a better order and better shared among them; nobody else is touched.
  case among([Technician.ID])
  /// The rest of a technician's day given to others, because he cannot do it.
  case away(Technician.ID)
  /// What becomes of a technician's next visits, because he is late.
  case late(Technician.ID)
  /// An order that cannot wait: who comes, and what gives way.
  case urgent(WorkOrder.ID)
  /// The waiting work that fits best into a technician's free time, around an instant or anywhere in the day.
  case fill(Technician.ID, at: Timestamp?)
  /// An order with the other waiting work in reach of it, for one technician together.
  case together(WorkOrder.ID)
}

/// What a question came to: nothing of it has been done.
public struct PlanAnswer: Sendable {
  public let question: PlanQuestion
  /// The best first, numbered by their place.
  public let options: [PlanOption]
  /// Why there is nothing to choose from; nil when there is.
  public let nothing: Nothing?
  /// Whether a better one may follow.
  public var isFirst = false
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
    /// Nobody works any more today.
    case nobodyWorks
    /// A number in the rules is greater than what can be reckoned with.
    case beyondReckoning
    /// No work waits that could be done today.
    case nothingWaits
    /// He has nothing before him.
    case nothingAhead(Technician.ID)
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

/// One way to answer, as a whole: what changes, and what the day is like before and after.
public struct PlanOption: Sendable {
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

  public internal(set) var kind: Kind
  public let changes: [PlanChange]
  /// Work that nobody has in it, with the reason of whoever came nearest.
  public let left: [PlanLeft]
  /// What of it the office would refuse, and what has been left out because it would have.
  var refused: [Refused] = []
  var leftOut: [Refused] = []
  /// The day that it is a plan of, and the whole day by which all of them are weighed.
  let day: RunningDay
  var whole: RunningDay
  /// The whole day as it stands, by whose it is, and what it comes to then and with all changes: worked out with the
  /// answer, so that nobody who looks at it waits.
  var shares: [DayFigures] = []
  public internal(set) var before = DayFigures()
  var complete = DayFigures()
  /// How far work lies from the order that was asked about.
  public internal(set) var ways: [WorkOrder.ID: Travel] = [:]

  struct Refused: Sendable {
    let id: WorkOrder.ID
    let rule: BrokenRule
    /// Where it was refused because somebody rests then.
    let rest: TimeRange?
  }

  /// What the day would be like without some of the changes.
  public func after(dropping dropped: Set<WorkOrder.ID> = []) -> DayFigures {
    if dropped.isEmpty { return complete }
    return whole.figures(with: changes.filter { !dropped.contains($0.id) }, from: shares)
  }

  /// The changes that stay without some of them, each with what it would break then.
  public func judged(dropping dropped: Set<WorkOrder.ID>) -> [PlanChange] {
    if dropped.isDisjoint(with: changes.map(\.id)) { return changes }
    return day.judged(
      changes.compactMap { change in
        dropped.contains(change.id) ? nil : day.places[change.id].map { ($0, change.to) }
      })
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

  /// By this a chosen way is found again in a new plan: its sort, and where there are several of a sort at once what it
  /// is about.
  public var mark: String {
    switch self {
    case .fills(let fit): "\(sort) \(fit.number)"
    case .together(let technician, _): "\(sort) \(technician)"
    case .given, .givenWithRoom, .rearranged, .reordered, .shared, .told, .givenAway, .pushed, .fits, .next,
      .instead, .filled:
      sort
    }
  }
}

/// A visit that another option would have somewhere else.
public struct PlanChange: Hashable, Sendable, Identifiable {
  public let id: WorkOrder.ID
  public let number: Int
  public let from: MovePreview.Spot
  public let to: MovePreview.Spot
  /// Rules that it would break where everything else has moved, too.
  public let broken: [BrokenRule]
  /// Whether the way to it is only guessed.
  public let isGuessed: Bool
}

/// Work that a plan leaves where it is.
public struct PlanLeft: Hashable, Sendable, Identifiable {
  public let id: WorkOrder.ID
  public let number: Int
  public let verdict: Verdict

  /// In a word, why nobody has it.
  public enum Verdict: Hashable, Sendable {
    case nobodyMay, nobodyReaches, full, dearer
    /// There is room if this one moves.
    case ifMoved(number: Int, Priority, Technician.ID)
    case withOvertime(Span, Technician.ID)
    /// Where it would have gone, this rule forbids it.
    case refused(BrokenRule)
  }
}
