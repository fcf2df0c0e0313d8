/// What an order's score is made of apart from the time: worked out once for one state of the order.
///
/// Points, all whole, their sum the score:
///
///     waiting    1 for each 15 minutes since it was received, at most 96 (a day)
///     clock      the share of the first due running clock's time that is used, in percent, at most 200:
///                100 when it falls due, 200 when it is as late again as it was long
///     urgency    now 40, today 25, soon or not said 10, whenever 0
///     tier       gold 30, silver 15, standard 0
///     history    10 for each service of the same equipment in the 30 days before the call (at most 30),
///                15 for each reopening and each return for rework, 10 for each visit that ended without the work done or was declined
///                (at most 30), 5 for each further call (at most 20)
///     priority   P1 100, P2 60, P3 30, P4 0
struct ScoreBasis: Hashable, Sendable {
  let receivedAt: Timestamp
  let urgency: Int
  let tier: Int
  let history: Int
  let priority: Int

  init(_ order: borrowing WorkOrder, tier: Tier, equipment: Equipment?) {
    receivedAt = order.receivedAt
    urgency = ScoreBasis.points(order.urgency)
    self.tier = ScoreBasis.points(tier)
    history = ScoreBasis.history(of: order, equipment)
    priority = ScoreBasis.points(order.priority)
  }

  /// The sum at an instant; the clock's use in percent, nil while none runs.
  func score(at now: Timestamp, clockUsed: Int?) -> Score {
    let quarters = max(now - receivedAt, .zero).seconds / ScoreBasis.waitingStep.seconds
    return Score(terms: [
      Score.Term(.waiting, points: Int(min(quarters, ScoreBasis.longestWait))),
      Score.Term(.clock, points: min(max(clockUsed ?? 0, 0), 200)),
      Score.Term(.urgency, points: urgency), Score.Term(.tier, points: tier),
      Score.Term(.history, points: history), Score.Term(.priority, points: priority)
    ])
  }

  private static let waitingStep = Span.minutes(15)
  private static let longestWait: Int64 = 96
}

extension ScoreBasis {
  private static func points(_ urgency: Urgency) -> Int {
    switch urgency {
    case .now: 40
    case .today: 25
    case .soon: 10
    case .whenever: 0
    }
  }

  private static func points(_ tier: Tier) -> Int {
    switch tier {
    case .gold: 30
    case .silver: 15
    case .standard: 0
    }
  }

  private static func points(_ priority: Priority) -> Int {
    switch priority {
    case .p1: 100
    case .p2: 60
    case .p3: 30
    case .p4: 0
    }
  }

  private static func history(of order: borrowing WorkOrder, _ equipment: Equipment?) -> Int {
    let month = TimeRange(start: order.receivedAt - .days(30), end: order.receivedAt)
    let services = equipment?.history.count { month.contains($0.closedAt) } ?? 0
    var failed = 0
    for visit in order.visits {
      failed += visit.assignments.count { $0.status == .notDone || $0.status == .declined }
    }
    return min(services * 10, 30) + (order.pastEndings.count + order.reworks.count) * 15
      + min(failed * 10, 30)
      + min(max(order.requests.count - 1, 0) * 5, 20)
  }
}

extension Office {
  /// Why an order stands where it stands in the queue, every term visible.
  public func score(of order: WorkOrder, at now: Timestamp) -> Score {
    var book = ContractBook(self)
    let clocks = book.clocks(of: order)
    let first = clocks.firstDue(clocks.map { $0.face(at: now) })
    let basis = ScoreBasis(
      order, tier: customer(of: order)?.tier ?? .standard, equipment: equipment(order.equipment))
    return basis.score(at: now, clockUsed: first?.usedPercent)
  }
}

extension [ServiceClock] {
  /// The clock to watch: the first due of those that tick, else of those that stand still; nil when all are
  /// met.
  func firstDue(_ faces: [ClockFace]) -> (face: ClockFace, usedPercent: Int?)? {
    var first: (face: ClockFace, usedPercent: Int?)?
    for (clock, face) in zip(self, faces) where face.state != .met {
      if let known = first?.face {
        if known.isTicking, !face.isTicking { continue }
        if known.isTicking == face.isTicking, known.dueAt <= face.dueAt { continue }
      }
      first = (face, face.isTicking ? clock.usedPercent(face) : nil)
    }
    return first
  }
}
