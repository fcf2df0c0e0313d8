public import Domain

extension Popup {
  /// Most popups are about no order that verbs could act on.
  public var subject: WorkOrder.ID? { nil }
}
