public import Domain

/// A technician's own face: the work that is his, one order at a time.
public struct Pocket: Sendable {
  public let technician: Technician.ID
  /// The order that the step keys act on.
  public internal(set) var cursor: WorkOrder.ID?
  /// His visits that are not over, in the order in which he does them.
  var jobs: [OwnVisit] = []
  /// Visits of his that were done in the shift day.
  var done: [OwnReport] = []
  /// Visits that were reported as seen from here.
  var reported: Set<Visit.ID> = []
  /// How much dispatch had said about each order when it was last looked at.
  var heard: [WorkOrder.ID: Int] = [:]
  /// The action whose window or form lies over it; nil where nothing does.
  var opened: String?

  public init(_ technician: Technician.ID) { self.technician = technician }

  var selected: OwnVisit? { jobs.first { $0.order == cursor } }
}
