/// Since when an order stands as its alerts tell it: an alert counts from when its cause began to hold, never from
/// something older.
extension WorkOrder {
  /// When it was last taken up again after it had ended or was done; nil where it never was.
  var takenUpAt: Timestamp? {
    [pastEndings.last?.takenBackAt, reworks.last?.at].compactMap(\.self).max()
  }

  /// Since when it waits for somebody, or goes on, without a break: it was taken up again, or released.
  var goesOnSince: Timestamp? { [takenUpAt, pastHolds.last?.releasedAt].compactMap(\.self).max() }

  /// Since when nobody has it: the call, the last no or failed visit, or when it was taken up again.
  var unassignedSince: Timestamp {
    [latestVisit?.assignment?.endedAt, goesOnSince].compactMap(\.self).max() ?? receivedAt
  }
}
