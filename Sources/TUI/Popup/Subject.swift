public import Domain
public import Terminal

extension Popup {
  public var isWaiting: Bool { false }
  public var actsOnMarks: Bool { false }
  public func frame(in model: Model) -> Rect? { nil }
  public var isReading: Bool { false }
  /// Most popups are about no order that verbs could act on.
  public var subject: WorkOrder.ID? { nil }
}
