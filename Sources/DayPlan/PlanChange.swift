public import Domain

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
    /// Between what this plan comes to he would have room for it.
    case fits(Technician.ID, at: Timestamp)
    /// The site lets nobody in that day; when it opens again.
    case siteClosed(opens: Timestamp?)
    /// The customer was promised a later day.
    case promised(TimeRange)
    /// Due before the day that is planned: at this instant.
    case dueSooner(Timestamp)
    /// A further visit of its order stays with whom cannot do it: the visit's number, its time, and some who are free then.
    case further(visit: Int, at: Timestamp, free: [Technician.ID])
    /// So much is left out that nobody has looked for its reason.
    case notLookedAt
  }
}

extension [PlanLeft] {
  /// What matters most first.
  func urgentFirst(in office: Office) -> [PlanLeft] {
    sorted { left, right in
      (office.order(left.id)?.priority ?? .p4, left.number)
        < (office.order(right.id)?.priority ?? .p4, right.number)
    }
  }
}
