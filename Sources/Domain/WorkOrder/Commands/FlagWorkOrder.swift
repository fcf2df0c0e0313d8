/// Flags an order for follow-up, on a day or whenever, or takes the flag off; the last word wins.
public struct FlagWorkOrder: WorkOrderCommand {
  public static let permission = Permission.note
  public static let kind = CommandKind.claim
  public static let heedsClaims = false

  public var isFlagged: Bool
  public var until: CivilDate?

  public init(_ isFlagged: Bool, until: CivilDate? = nil) {
    self.isFlagged = isFlagged
    self.until = until
  }

  public func decide(on order: WorkOrder, in moment: Moment) throws(Refusal) -> [WorkOrderEvent] {
    if order.isEnded { throw .workEnded(order.number, order.status) }
    if isFlagged {
      if let flag = order.flag, flag.until == until { return [] }
      return [.flagged(until: until)]
    }
    return order.flag == nil ? [] : [.unflagged]
  }

  public func inverse(on order: WorkOrder, in moment: Moment) -> [Command] {
    [.flagWorkOrder(order.id, FlagWorkOrder(order.flag != nil, until: order.flag?.until))]
  }

  func restated(on order: WorkOrder?) -> Restatement { .asItIs }
}
