/// One open order as the queue shows it.
///
/// A row is one reference, so that a queue of 10,000 is copied, sorted and changed cheaply.
public struct QueueRow: Sendable, Identifiable {
  private let box: Box

  private final class Box: Sendable {
    let content: Content
    init(_ content: Content) { self.content = content }
  }

  private struct Content: Hashable {
    let id: WorkOrder.ID
    let number: Int
    let status: WorkOrderStatus
    let priority: Priority
    let clock: ClockFace?
    let receivedAt: Timestamp
    let trade: Trade?
    let siteName: String
    let customerName: String
    let zone: String?
    let summary: String
    let window: AppointmentWindow?
    let score: Score
    let claimedBy: String?
    let isFlagged: Bool
    let hold: HoldReason?
    let hasAnomaly: Bool
    let tier: Tier?
    let claim: Claim?
    let followUp: FollowUp?
    let age: QueueAge
    let isQueued: Bool
    let furtherCalls: Int
    let isMissed: Bool
    let comesBack: Bool
    let technician: Technician.ID?
  }

  public init(
    id: WorkOrder.ID, number: Int, status: WorkOrderStatus, priority: Priority, clock: ClockFace?,
    receivedAt: Timestamp, trade: Trade?, siteName: String, customerName: String, zone: String?,
    summary: String,
    window: AppointmentWindow?, score: Score, claimedBy: String?, isFlagged: Bool, hold: HoldReason?,
    hasAnomaly: Bool,
    tier: Tier? = nil, claim: Claim? = nil, followUp: FollowUp? = nil, age: QueueAge = .today,
    isQueued: Bool = true, furtherCalls: Int = 0, isMissed: Bool? = nil, comesBack: Bool = false,
    technician: Technician.ID? = nil
  ) {
    box = Box(
      Content(
        id: id, number: number, status: status, priority: priority, clock: clock, receivedAt: receivedAt,
        trade: trade, siteName: siteName, customerName: customerName, zone: zone, summary: summary,
        window: window,
        score: score, claimedBy: claimedBy, isFlagged: isFlagged, hold: hold, hasAnomaly: hasAnomaly,
        tier: tier,
        claim: claim, followUp: followUp, age: age, isQueued: isQueued,
        furtherCalls: furtherCalls, isMissed: isMissed ?? (clock?.state == .breached),
        comesBack: comesBack, technician: technician))
  }
}

extension QueueRow {
  public var id: WorkOrder.ID { box.content.id }
  public var number: Int { box.content.number }
  public var status: WorkOrderStatus { box.content.status }
  public var priority: Priority { box.content.priority }
  /// The clock that falls due first among those that run; nil when nothing was promised or all are met.
  public var clock: ClockFace? { box.content.clock }
  public var receivedAt: Timestamp { box.content.receivedAt }
  public var trade: Trade? { box.content.trade }
  public var siteName: String { box.content.siteName }
  public var customerName: String { box.content.customerName }
  public var zone: String? { box.content.zone }
  public var summary: String { box.content.summary }
  public var window: AppointmentWindow? { box.content.window }
  public var score: Score { box.content.score }
  /// Who works on it, by the initials of the name.
  public var claimedBy: String? { box.content.claimedBy }
  public var isFlagged: Bool { box.content.isFlagged }
  /// How many calls came about it after the first one.
  public var furtherCalls: Int { box.content.furtherCalls }
  /// Whether somebody was there for it before: it was left undone, or sent back as not right.
  public var comesBack: Bool { box.content.comesBack }
  /// Who has it, or did it where it awaits review; nil while nobody has.
  public var technician: Technician.ID? { box.content.technician }
  public var hold: HoldReason? { box.content.hold }
  public var hasAnomaly: Bool { box.content.hasAnomaly }
  /// The customer's tier; nil without a customer.
  public var tier: Tier? { box.content.tier }
  /// Who said that he works on it, and when.
  public var claim: Claim? { box.content.claim }
  /// When somebody wanted to come back to it.
  public var followUp: FollowUp? { box.content.followUp }
  public var age: QueueAge { box.content.age }
  /// Whether it stands in the queue; else somebody has it, or it is held and its review is not due.
  public var isQueued: Bool { box.content.isQueued }
  /// Whether a clock was missed here; by default whether the one that is shown is.
  var isMissed: Bool { box.content.isMissed }
}

extension QueueRow: Hashable {
  public static func == (left: QueueRow, right: QueueRow) -> Bool {
    left.box === right.box || left.box.content == right.box.content
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(box.content) }
}
