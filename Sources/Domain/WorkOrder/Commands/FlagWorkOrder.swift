/// Flags an order for follow-up, on a day or whenever, or takes the flag off; the last word wins.
public struct FlagWorkOrder: WorkOrderCommand {
  public static let permission = Permission.note
  public static let kind = CommandKind.claim
  public static let heedsClaims = false

  public var isFlagged: Bool
  public var until: CivilDate?
  /// An undo's: the flag as it stood before.
  public var restoring: FollowUp?

  public init(_ isFlagged: Bool, until: CivilDate? = nil) {
    self.isFlagged = isFlagged
    self.until = until
  }

  init(restoring flag: FollowUp?) {
    isFlagged = flag != nil
    until = flag?.until
    restoring = flag
  }

  public func decide(on order: WorkOrder, in moment: Moment) throws(Refusal) -> [WorkOrderEvent] {
    if order.isEnded { throw .workEnded(order.number, order.status) }
    if isFlagged {
      if let flag = order.flag, restoring == nil ? flag.until == until : flag == restoring { return [] }
      return [.flagged(until: until, restoring: restoring)]
    }
    return order.flag == nil ? [] : [.unflagged]
  }

  public func inverse(on order: WorkOrder, in moment: Moment) -> [Command] {
    [.flagWorkOrder(order.id, FlagWorkOrder(restoring: order.flag))]
  }

  func restated(on order: WorkOrder?) -> Restatement { .asItIs }
}
