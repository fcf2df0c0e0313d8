/// What the four panes show, as plain values: a function of the office and the time.
public struct Board: Hashable, Sendable {
  public var queue: [QueueRow]
  public var technicians: [TechnicianCard]
  public var lanes: [TimelineLane]
  public var alerts: [Alert]
  public var counts: Counts

  public init(
    queue: [QueueRow] = [], technicians: [TechnicianCard] = [], lanes: [TimelineLane] = [],
    alerts: [Alert] = [],
    counts: Counts = Counts()
  ) {
    self.queue = queue
    self.technicians = technicians
    self.lanes = lanes
    self.alerts = alerts
    self.counts = counts
  }

  /// The figures of the header.
  public struct Counts: Hashable, Sendable {
    public var p1Open = 0
    public var breached = 0
    public var atRisk = 0
    public var doneToday = 0
    public var plannedToday = 0
    public var unassigned = 0
    public var free = 0
    public var late = 0

    public init() {}
  }
}
