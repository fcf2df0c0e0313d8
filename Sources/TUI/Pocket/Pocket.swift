public import Domain

/// A technician's own face: the work that is his, one order at a time.
public struct Pocket: Sendable {
  public let technician: Technician.ID
  /// The order that the step keys act on.
  public internal(set) var cursor: WorkOrder.ID?
  /// His visits that are not over, in the order in which he does them.
  var jobs: [PocketJob] = []
  /// Visits of his that were done in the shift day.
  var done: [PocketReport] = []
  /// Visits that were reported as seen from here.
  var reported: Set<Visit.ID> = []
  /// The action whose window or form lies over it; nil where nothing does.
  var opened: String?

  public init(_ technician: Technician.ID) { self.technician = technician }

  var selected: PocketJob? { jobs.first { $0.order == cursor } }
}

/// One visit of his that is not over.
struct PocketJob: Hashable, Sendable {
  let order: WorkOrder.ID
  let visit: Visit.ID
  let number: Int
  let status: AssignmentStatus
  let isHeld: Bool
  let start: Timestamp?
  let estimate: Span
  /// When it came to the state that it is in.
  let since: Timestamp

  /// On his way or there: what he does now.
  var isUnderWay: Bool { status == .travelling || status == .onSite }

  /// Put on hold where he was, until it is released: nobody is to come before.
  var isWaiting: Bool { isHeld && status == .notDone }
}

extension PocketJob {
  /// Whether he has been there, or held it, and has written nothing down since it was given to him.
  func lacksNote(_ model: Model) -> Bool {
    guard let order = model.office.order(order), let assignment = order.openVisit?.activeAssignment else {
      return false
    }
    guard isHeld || assignment.onSiteAt != nil else { return false }
    return !order.notes.contains { $0.by == model.person && $0.at >= assignment.assignedAt }
  }
}

/// One visit that he has done, and what its report lacks.
struct PocketReport: Hashable, Sendable {
  let number: Int
  let missing: [String]
}

extension Office {
  /// A technician's visits that are not over: what he does now, then by their time.
  func jobs(of technician: Technician.ID) -> [PocketJob] {
    orders.unordered.compactMap { order -> PocketJob? in
      guard !order.isEnded, let (visit, assignment) = order.part(inHandOf: technician) else { return nil }
      return PocketJob(
        order: order.id, visit: visit.id, number: order.number, status: assignment.status,
        isHeld: order.hold != nil, start: visit.start, estimate: visit.estimate,
        since: assignment.lastStepAt)
    }.sorted { first, second in
      if first.isUnderWay != second.isUnderWay { return first.isUnderWay }
      if first.isWaiting != second.isWaiting { return second.isWaiting }
      let starts = (first.start?.seconds ?? .max, second.start?.seconds ?? .max)
      return (starts.0, first.number) < (starts.1, second.number)
    }
  }

  /// What he has done since an instant, and what is missing in its report.
  func reports(of technician: Technician.ID, since begin: Timestamp) -> [PocketReport] {
    orders.unordered.flatMap { order in
      order.visits.flatMap { visit in
        visit.assignments.compactMap { assignment -> PocketReport? in
          guard assignment.technician == technician, assignment.status == .done,
            let end = assignment.endedAt, end >= begin
          else { return nil }
          let report = assignment.report
          let missing = [
            report?.cause == nil ? "cause" : nil, report?.resolution == nil ? "resolution" : nil,
            report?.signature == nil ? "signature" : nil
          ]
          return PocketReport(number: order.number, missing: missing.compactMap(\.self))
        }
      }
    }.sorted { $0.number < $1.number }
  }
}

extension WorkOrder {
  /// The visit that a technician has, or had when he put the order on hold there, and how far he has come with it.
  fileprivate func part(inHandOf technician: Technician.ID) -> (Visit, Assignment)? {
    if let visit = openVisit {
      guard let assignment = visit.activeAssignment, assignment.technician == technician,
        assignment.status != .tentative
      else { return nil }
      return (visit, assignment)
    }
    guard hold != nil, let visit = latestVisit, let assignment = visit.assignment,
      assignment.technician == technician, assignment.status == .notDone
    else { return nil }
    return (visit, assignment)
  }
}

extension Assignment {
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
