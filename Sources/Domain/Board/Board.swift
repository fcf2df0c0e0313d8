/// What the four panes show, as plain values: a function of the office and the time.
public struct Board: Hashable, Sendable {
  public var queue: [QueueRow]
  /// The open orders that do not stand in the queue, in the same order.
  public var elsewhere: [QueueRow]
  public var technicians: [TechnicianCard]
  public var lanes: [TimelineLane]
  public var alerts: [Alert]
  public var counts: Counts
  /// The open orders that say the same of the same place as another one: as many calls as there are may be about one
  /// thing.
  public var alike: Set<WorkOrder.ID> = []
  /// The open orders with a clock at risk or breached.
  public var dangers: [WorkOrder.ID: ClockDanger] = [:]

  public init(
    queue: [QueueRow] = [], technicians: [TechnicianCard] = [], lanes: [TimelineLane] = [],
    alerts: [Alert] = [],
    counts: Counts = Counts(), elsewhere: [QueueRow] = []
  ) {
    self.queue = queue
    self.elsewhere = elsewhere
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
    /// What work waits for and how old it is.
    public var queue = QueueCounts()

    public init() {}
  }
}
