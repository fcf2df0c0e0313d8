public import Domain

extension Popup {
  public var isWaiting: Bool { false }
  public var actsOnMarks: Bool { false }
  /// Most popups are about no order that verbs could act on.
  public var subject: WorkOrder.ID? { nil }
}
