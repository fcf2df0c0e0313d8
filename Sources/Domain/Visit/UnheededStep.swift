/// What a technician reported of work that was not his to do any more by then: it is on record, and counts for nothing.
public struct UnheededStep: Codable, Hashable, Sendable {
  /// The order's number: the rest of it may be none of his.
  public let order: Int
  public let status: AssignmentStatus
  public let at: Timestamp
  public let reason: Reason

  public enum Reason: String, Codable, Hashable, Sendable {
    /// Somebody else has it.
    case another
    /// Nobody has it: dispatch had taken it back.
    case takenBack
    /// The work had ended.
    case ended
  }
}

extension Office {
  /// What a technician has reported in vain since an instant, the oldest first: of all work where that is here, and what
  /// his office has told him of where only his own is.
  public func unheededSteps(of technician: Technician.ID, since: Timestamp) -> [UnheededStep] {
    let own = orders.unordered.flatMap { unheededSteps(of: technician, on: $0) } + unheeded
    return own.filter { since < $0.at }.sorted { ($0.at, $0.order) < ($1.at, $1.order) }
  }

  /// The same of one order, as its anomalies have it.
  func unheededSteps(of technician: Technician.ID, on order: borrowing WorkOrder) -> [UnheededStep] {
    let (number, holder, isEnded) = (order.number, order.technician, order.isEnded)
    return order.anomalies.compactMap { anomaly in
      guard let facts = anomaly.facts, facts.technician == technician, let status = facts.step,
        status != .seen
      else { return nil }
      switch anomaly.kind {
      case .notTheirs:
        // Once it is his again, what he does there counts.
        if holder == technician { return nil }
        return UnheededStep(
          order: number, status: status, at: anomaly.at,
          reason: isEnded ? .ended : holder == nil ? .takenBack : .another)
      case .afterTheEnd:
        return isEnded ? UnheededStep(order: number, status: status, at: anomaly.at, reason: .ended) : nil
      case .skippedStep, .contradictoryTimes, .outOfOrder, .unannounced, .elsewhere, .otherNumber, .otherTime:
        return nil
      }
    }
  }
}
