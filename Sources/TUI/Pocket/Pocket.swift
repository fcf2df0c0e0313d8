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
  /// What he did last here, as far as it says what `u` takes back; nil before he did anything.
  var did: Deed?
  /// The same while the answer is not there yet.
  var doing: Deed?
  /// The action whose window or form lies over it; nil where nothing does.
  var opened: String?

  enum Deed {
    /// A step or how he is, which has a way back of its own.
    case step
    case stepBack
    case other
  }

  public init(_ technician: Technician.ID) { self.technician = technician }

  var selected: OwnVisit? { jobs.first { $0.order == cursor } }
}
