extension WorkOrder {
  /// Whoever was told of a visit that was called off since, and does not know that: nobody has written to him since,
  /// nobody has settled the alert about it, and he has reported nothing more. Nil where there is nobody.
  public var unreached: Assignment? {
    guard let ending, case .cancelled = ending.kind, let alert = unreachedAlert,
      let active = openVisit?.activeAssignment, active.status.isTold,
      learnedAt.map({ $0 <= ending.at }) ?? true, alertLives[alert]?.resolution == nil
    else { return nil }
    let his = messages.filter { $0.to == .technician(active.technician) }
    if his.contains(where: { $0.state != .recalled && $0.at >= ending.at }) { return nil }
    // What told him of it was taken back before it left.
    if active.status == .dispatched, !his.isEmpty, his.allSatisfy({ $0.state == .recalled }) { return nil }
    return active
  }

  /// The alert about it; nil for what has not ended.
  var unreachedAlert: Alert.ID? {
    ending.map { Alert.ID(.notReached, order: number, cause: $0.at) }
  }
}
