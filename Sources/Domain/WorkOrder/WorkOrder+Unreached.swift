/// Somebody who does not know that work was called off, and the alert about him.
public struct Unreached: Hashable, Sendable {
  public let technician: Technician.ID
  /// What is known of him last.
  public let status: AssignmentStatus
  /// Since when he is there or on his way; nil for one who has not set out.
  public let since: Timestamp?
  public let alert: Alert.ID
}

extension WorkOrder {
  /// Whoever was told of a visit that was called off since, or set out for it and came all the same, and does not know
  /// that: nobody has written to him since, nobody has settled the alert about it, and he has reported nothing more. Nil
  /// where there is nobody.
  public var unreached: Unreached? {
    guard let ending, case .cancelled = ending.kind, learnedAt.map({ $0 <= ending.at }) ?? true else {
      return nil
    }
    let late = reportedSince(ending.at)
    if let late, isUnsettled(late), !isWrittenTo(late.technician, since: late.alert.cause + .seconds(1)) {
      return late
    }
    guard let active = openVisit?.activeAssignment, active.status.isTold,
      active.technician != late?.technician
    else { return nil }
    let told = Unreached(
      technician: active.technician, status: active.status, since: active.onSiteAt ?? active.travellingAt,
      alert: unreachedAlert(since: ending.at))
    guard isUnsettled(told), !isWrittenTo(active.technician, since: ending.at) else { return nil }
    // What told him of it was taken back before it left.
    let his = messages.filter { $0.to == .technician(active.technician) }
    if active.status == .dispatched, !his.isEmpty, his.allSatisfy({ $0.state == .recalled }) { return nil }
    return told
  }

  /// Who reported last that he set out or came, after it was called off, and nothing more: whatever he was told before,
  /// and whoever had it by then.
  private func reportedSince(_ end: Timestamp) -> Unreached? {
    var gone: Set<Technician.ID> = []
    for anomaly in anomalies.reversed() where anomaly.at > end {
      guard [.afterTheEnd, .notTheirs].contains(anomaly.kind), let who = anomaly.facts?.technician,
        let step = anomaly.facts?.step, !gone.contains(who)
      else { continue }
      if step.isUnderWay {
        return Unreached(
          technician: who, status: step, since: anomaly.at, alert: unreachedAlert(since: anomaly.at))
      }
      gone.insert(who)
    }
    return nil
  }

  private func unreachedAlert(since cause: Timestamp) -> Alert.ID {
    Alert.ID(.notReached, order: number, cause: cause)
  }

  private func isUnsettled(_ one: Unreached) -> Bool { alertLives[one.alert]?.resolution == nil }

  private func isWrittenTo(_ technician: Technician.ID, since instant: Timestamp) -> Bool {
    messages.contains {
      $0.to == .technician(technician) && $0.state != .recalled && $0.at >= instant
    }
  }
}
