/// The counts at the top of the queue: what work waits for, what is urgent, and how old it is.
public enum QueueBucket: Int, Hashable, Sendable, CaseIterable {
  /// Nobody has looked at it yet: to be triaged.
  case new
  /// Ready for somebody to be sent.
  case dispatch
  /// Held until parts, or until an approval or a decision comes, whether or not a review is due.
  case parts, approval
  /// In the queue with P1, or with a clock that is missed, unless that was so before the office was told of old work.
  case urgent
  /// In the queue for less than an hour, since earlier today, since yesterday, for two to five days, for longer.
  case ageNew, ageToday, ageOneDay, ageFewDays, ageOlder
}

/// How long ago a call came in, by the office's shift days once an hour has gone by.
public enum QueueAge: Int, Hashable, Sendable, CaseIterable {
  case new, today, oneDay, fewDays, older

  /// How long something counts as new.
  public static let newFor = Span.hours(1)

  init(receivedAt: Timestamp, daysAgo: Int, at instant: Timestamp) {
    if instant - receivedAt < QueueAge.newFor {
      self = .new
    } else {
      switch daysAgo {
      case ..<1: self = .today
      case 1: self = .oneDay
      case ...5: self = .fewDays
      default: self = .older
      }
    }
  }

  public init(of order: WorkOrder, in office: Office, at now: Timestamp) {
    let received = office.shiftDate(at: order.receivedAt).daysSinceEpoch
    self.init(
      receivedAt: order.receivedAt, daysAgo: office.shiftDate(at: now).daysSinceEpoch - received, at: now)
  }

  public var bucket: QueueBucket {
    switch self {
    case .new: .ageNew
    case .today: .ageToday
    case .oneDay: .ageOneDay
    case .fewDays: .ageFewDays
    case .older: .ageOlder
    }
  }
}

/// How many rows are in each bucket; added to and taken from as rows come and go.
public struct QueueCounts: Hashable, Sendable {
  private var values = SIMD16<Int32>.zero

  public init() {}

  public subscript(bucket: QueueBucket) -> Int {
    get { Int(values[bucket.rawValue]) }
    set { values[bucket.rawValue] = Int32(clamping: newValue) }
  }

  static func += (left: inout QueueCounts, right: QueueCounts) { left.values &+= right.values }
  static func -= (left: inout QueueCounts, right: QueueCounts) { left.values &-= right.values }
}

extension QueueRow {
  /// What an unfinished order that nobody works on waits for; nil for one that is on its way or held otherwise.
  public var waitsFor: QueueBucket? {
    switch hold {
    case .parts: return .parts
    case .approval, .customer: return .approval
    case .access, .escalated, .weather, .vendor: return nil
    case nil: break
    }
    guard isQueued else { return nil }
    return status == .new || status == .triage ? .new : .dispatch
  }

  /// Whether somebody must look at it before the others.
  public var isUrgent: Bool { isQueued && (priority == .p1 || isMissed) }

  /// What it adds to the counts.
  var counted: QueueCounts {
    var counts = QueueCounts()
    if let waitsFor { counts[waitsFor] = 1 }
    if isUrgent { counts[.urgent] = 1 }
    if isQueued { counts[age.bucket] = 1 }
    return counts
  }
}

extension [ClockFace] {
  /// Whether one of them was missed while the office knew of the work. What was missed long before an import told of it
  /// is nobody's emergency.
  public func isMissed(of work: WorkOrder) -> Bool { isMissed(work.receivedAt, learned: work.learnedAt) }

  func isMissed(_ received: Timestamp, learned: Timestamp?) -> Bool {
    let isOld = learned.map { received + Alert.passedOnWithin <= $0 } ?? false
    return contains { face in
      face.state == .breached && !(isOld && learned.map { face.dueAt < $0 } ?? false)
    }
  }
}
