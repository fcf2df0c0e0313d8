public import Domain
public import Terminal
public import Verbs

extension Popup {
  public var isWaiting: Bool { false }
  public var actsOnMarks: Bool { false }
  public func frame(in model: Model) -> Rect? { nil }
  public var isReading: Bool { false }
  public var isReview: Bool { false }
  public var mayBePutAside: Bool { true }
  public var isSecretMarked: Bool { false }
  public mutating func mayHandIn(_ proposal: Proposal, _ model: Model) -> Bool { true }
  /// Most popups are about no order that verbs could act on.
  public var subject: WorkOrder.ID? { nil }
}
