/// Says "I am working on this", or gives it free again.
public struct ClaimWorkOrder: WorkOrderCommand {
  public static let permission = Permission.dispatchWork
  public static let kind = CommandKind.claim
  public static let heedsClaims = false

  public var isTaken: Bool
  /// Whose claim is being replaced; nil for none.
  public var replacing: Person.ID?

  public init(_ isTaken: Bool, replacing: Person.ID?) {
    self.isTaken = isTaken
    self.replacing = replacing
  }

  public func decide(on order: WorkOrder, in moment: Moment) throws(Refusal) -> [WorkOrderEvent] {
    if order.isEnded { throw .workEnded(order.number, order.status) }
    let wanted = isTaken ? moment.stamp.by : nil
    if order.claim?.by == wanted { return [] }
    if order.claim?.by != replacing {
      let holder = moment.office.person(order.claim?.by)?.name.words
      throw .changedSince(.order(order.number), field: "claim", now: holder)
    }
    return [isTaken ? .claimed : .claimReleased]
  }

  /// What somebody else had claimed cannot be claimed again in his name; it is given free.
  public func inverse(on order: WorkOrder, in moment: Moment) -> [Command] {
    let wasMine = order.claim?.by == moment.stamp.by
    if !isTaken, !wasMine { return [] }
    return [.claimWorkOrder(order.id, ClaimWorkOrder(wasMine, replacing: isTaken ? moment.stamp.by : nil))]
  }

  func restated(on order: WorkOrder?) -> Restatement {
    guard let order else { return .byHand }
    var again = self
    again.replacing = order.claim?.by
    return .anew(.claimWorkOrder(order.id, again))
  }
}
