extension Office {
  /// The orders that somebody has flagged, those of the earliest day first; those of no day come last.
  public var followUps: [WorkOrder] {
    var flagged: [WorkOrder] = []
    orders.forEach { if $0.flag != nil { flagged.append(copy $0) } }
    return flagged.sorted { left, right in
      (left.flag?.until?.daysSinceEpoch ?? .max, left.priority, left.number)
        < (right.flag?.until?.daysSinceEpoch ?? .max, right.priority, right.number)
    }
  }
}

extension FollowUp {
  /// Whether its day has come.
  public func isDue(on today: CivilDate) -> Bool { until.map { $0 <= today } ?? false }
}
