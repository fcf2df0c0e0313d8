/// Where a work order stands, derived from what happened and never stored.
public enum WorkOrderStatus: String, CompactCodable, Hashable, Sendable, CaseIterable {
  case new, triage, ready, tentative, scheduled, dispatched, accepted, travelling, onSite
  case held, review, closed, notDone, cancelled, duplicate

  public enum Category: Sendable {
    case open, planned, active, held, done, ended
  }

  public var category: Category {
    switch self {
    case .new, .triage, .ready: .open
    case .tentative, .scheduled, .dispatched, .accepted: .planned
    case .travelling, .onSite: .active
    case .held: .held
    case .review, .closed: .done
    case .notDone, .cancelled, .duplicate: .ended
    }
  }
}

extension WorkOrder {
  /// The first of the states that is true, the ending before the hold before the work.
  public var status: WorkOrderStatus {
    if let ending {
      switch ending.kind {
      case .closed: return .closed
      case .cancelled: return .cancelled
      case .duplicate: return .duplicate
      }
    }
    if hold != nil { return .held }
    if let assignment = openVisit?.activeAssignment {
      switch assignment.status {
      case .onSite: return .onSite
      case .travelling: return .travelling
      case .accepted: return .accepted
      case .dispatched, .seen: return .dispatched
      case .scheduled: return .scheduled
      case .tentative: return .tentative
      case .done, .notDone, .declined: break
      }
    }
    switch outcome?.status {
    case .done: return .review
    case .notDone: return .notDone
    case .tentative, .scheduled, .dispatched, .seen, .accepted, .travelling, .onSite, .declined, nil: break
    }
    // What was held and released, or sent back, has been looked at.
    if triagedAt != nil || !pastHolds.isEmpty || !reworks.isEmpty { return .ready }
    return trade == nil || !priorityIsConfirmed ? (trade == nil ? .new : .triage) : .ready
  }

  /// Whether nothing more is to be done: closed, cancelled or a duplicate.
  public var isEnded: Bool { ending != nil }

  /// Whether it stands in the unassigned queue: alive, nobody has it, and it waits for somebody.
  public var isUnassigned: Bool { ending == nil && technician == nil && doneAt == nil }
}
