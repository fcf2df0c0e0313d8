/// What of a visit is to stay as it is: machines leave it alone, and people are asked before they change it.
public enum Pin: String, CompactCodable, Hashable, Sendable, CaseIterable {
  case time, technician, both
  /// Nothing, also where a promise would pin the time by itself.
  case nothing = "none"

  public var holdsTime: Bool { self == .time || self == .both }
  public var holdsTechnician: Bool { self == .technician || self == .both }
}

extension WorkOrder {
  /// What machines must leave alone of the open visit: what somebody pinned, and a time that keeps the promise given
  /// to the customer, unless somebody said that nothing is pinned.
  public var effectivePin: Pin {
    guard let visit = openVisit else { return .nothing }
    switch visit.pin {
    case .nothing, .time, .both: return visit.pin ?? .nothing
    case .technician: return isTimePromised ? .both : .technician
    case nil: return isTimePromised ? .time : .nothing
    }
  }

  /// Whether the open visit stands where the customer was told that somebody comes: that pins itself.
  public var isTimePromised: Bool {
    guard let window, let start = openVisit?.start else { return false }
    return window.start <= start && start <= window.end
  }
}

extension Moment {
  /// Refuses a rule that would change what is pinned, also by a promise; people are asked instead.
  func leaveAlonePinned(
    _ order: WorkOrder, technician: Technician.ID?, start: Timestamp?
  ) throws(Refusal) {
    guard isAutomatic, let visit = order.openVisit else { return }
    let pin = order.effectivePin
    let time = pin.holdsTime && visit.start != start ? visit.start : nil
    let holder = pin.holdsTechnician && order.technician != technician ? order.technician : nil
    guard time != nil || holder != nil else { return }
    let handle = office.technician(order.technician)?.handle ?? ""
    throw .broken(
      BrokenRule(
        rule: .pinned, severity: .forbid, order: order.number, technician: handle,
        evidence: .pinned(at: time, to: holder == nil ? nil : handle)))
  }
}
