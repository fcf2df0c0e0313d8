/// One visit of a technician's that is not over: his own, or one that he comes along to.
public struct OwnVisit: Hashable, Sendable {
  public let order: WorkOrder.ID
  public let visit: Visit.ID
  public let number: Int
  public let status: AssignmentStatus
  public let isHeld: Bool
  public let start: Timestamp?
  public let estimate: Span
  /// When it came to the state that it is in.
  public let since: Timestamp
  /// Who has it and reports on it, where that is somebody else.
  public let lead: Technician.ID?

  /// On his way or there: what he does now.
  public var isUnderWay: Bool { status == .travelling || status == .onSite }

  /// Put on hold where he was, until it is released: nobody is to come before.
  public var isWaiting: Bool { isHeld && status == .notDone }
}

/// One visit that a technician has done, and what its report lacks.
public struct OwnReport: Hashable, Sendable {
  public enum Gap: String, Hashable, Sendable {
    case cause, resolution, signature
  }

  public let number: Int
  public let missing: [Gap]
}

extension Office {
  /// A technician's visits that are not over: what he does now, then by their time.
  public func ownVisits(of technician: Technician.ID) -> [OwnVisit] {
    orders.unordered.compactMap { order -> OwnVisit? in
      guard !order.isEnded, let (visit, assignment) = order.part(inHandOf: technician) else { return nil }
      return OwnVisit(
        order: order.id, visit: visit.id, number: order.number, status: assignment.status,
        isHeld: order.hold != nil, start: visit.start, estimate: visit.estimate, since: assignment.lastStepAt,
        lead: assignment.technician == technician ? nil : assignment.technician)
    }.sorted { first, second in
      if first.isUnderWay != second.isUnderWay { return first.isUnderWay }
      if first.isWaiting != second.isWaiting { return second.isWaiting }
      let starts = (first.start?.seconds ?? .max, second.start?.seconds ?? .max)
      return (starts.0, first.number) < (starts.1, second.number)
    }
  }

  /// What he has done since an instant, and what is missing in its report.
  public func ownReports(of technician: Technician.ID, since begin: Timestamp) -> [OwnReport] {
    orders.unordered.flatMap { order in
      order.visits.flatMap(\.assignments).compactMap { assignment -> OwnReport? in
        guard assignment.technician == technician, assignment.status == .done,
          let end = assignment.endedAt, end >= begin
        else { return nil }
        return OwnReport(number: order.number, missing: assignment.gaps)
      }
    }.sorted { $0.number < $1.number }
  }
}

extension WorkOrder {
  /// Whether somebody has been there on the visit in hand, or held it, and has written nothing down since it was given
  /// to him.
  public func lacksNote(of person: Person.ID) -> Bool {
    guard let assignment = openVisit?.activeAssignment else { return false }
    guard hold != nil || assignment.onSiteAt != nil else { return false }
    return !notes.contains { $0.by == person && $0.at >= assignment.assignedAt }
  }

  /// The visit that a technician has or comes along to, or had when he put the order on hold there, and how far it has
  /// come.
  fileprivate func part(inHandOf technician: Technician.ID) -> (Visit, Assignment)? {
    if let visit = openVisit {
      let isHis = { (one: Assignment) in
        one.technician == technician || visit.helpers?.contains(technician) ?? false
      }
      guard let assignment = visit.activeAssignment, isHis(assignment), assignment.status != .tentative else {
        return nil
      }
      return (visit, assignment)
    }
    guard hold != nil, let visit = latestVisit, let assignment = visit.assignment,
      assignment.technician == technician, assignment.status == .notDone
    else { return nil }
    return (visit, assignment)
  }
}

extension Assignment {
  /// What its report does not say.
  fileprivate var gaps: [OwnReport.Gap] {
    let gaps: [OwnReport.Gap?] = [
      report?.cause == nil ? .cause : nil, report?.resolution == nil ? .resolution : nil,
      report?.signature == nil ? .signature : nil
    ]
    return gaps.compactMap(\.self)
  }

  /// When it came to the state that it is in.
  fileprivate var lastStepAt: Timestamp {
    let at: Timestamp? =
      switch status {
      case .tentative, .scheduled: assignedAt
      case .dispatched: dispatchedAt
      case .seen: seenAt
      case .accepted: acceptedAt
      case .travelling: travellingAt
      case .onSite: onSiteAt
      case .done, .notDone, .declined: endedAt
      }
    return at ?? assignedAt
  }
}
