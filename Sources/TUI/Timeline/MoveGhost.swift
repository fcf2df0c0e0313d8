import Domain

/// A visit that has been grabbed: where it was, and where it would be dropped.
struct MoveGhost: Sendable {
  let order: WorkOrder.ID
  let number: Int
  /// As it stood when it was grabbed; the drop says that it replaces this.
  let from: MovePreview.Spot
  var to: MovePreview.Spot
  /// Whether the later visits of that day go along.
  var isPushing = false
  /// Why it stays where and with whom it is, though its length may change; nil while it can be moved.
  let stays: String?

  /// Nil for an order without a visit to move.
  init?(_ order: WorkOrder, now: Timestamp, stays: String? = nil) {
    guard !order.isEnded, let visit = order.openVisit else { return nil }
    self.stays = stays
    self.order = order.id
    number = order.number
    from = MovePreview.Spot(technician: order.technician, start: visit.start, length: visit.estimate)
    to = from
    // A visit without a time begins its way at the next quarter of an hour.
    if to.start == nil {
      to.start = Timestamp(seconds: (now.seconds + 899) / 900 * 900)
    }
  }

  static let step = Span.minutes(15)
  private static let lengths = Span.minutes(15)...Span.days(30)

  mutating func move(by span: Span) { to.start = to.start.map { $0 + span } }

  /// To the same clock time of another day.
  mutating func move(byDays days: Int, in zone: ZoneRules) {
    to.start = to.start.map { start in
      let civil = zone.civil(at: start)
      return zone.timestamp(
        of: CivilTime(date: civil.date.adding(days: days), secondOfDay: civil.secondOfDay))
    }
  }

  mutating func stretch(by span: Span) {
    to.length = min(Self.lengths.upperBound, max(Self.lengths.lowerBound, to.length + span))
  }

  /// By how much later visits are pushed: what the end moves by, or the room it takes in another day's row.
  var push: Span {
    guard let before = from.range, let after = to.range, from.technician == to.technician else {
      return to.length
    }
    return after.end - before.end
  }

  /// From when on visits are pushed: whatever stands behind the place that it leaves or takes.
  var pushesFrom: Timestamp? {
    guard from.technician == to.technician, let before = from.start, let after = to.start else {
      return to.start
    }
    return min(before, after)
  }
}
