/// Writes something down about an order, ended ones included.
public struct AddNote: WorkOrderCommand {
  public static let permission = Permission.note
  public static let kind = CommandKind.fact

  public var words: String

  public init(_ words: String) { self.words = words }

  public func decide(on order: WorkOrder, in moment: Moment) throws(Refusal) -> [WorkOrderEvent] {
    if words.trimmed.isEmpty { throw .missing(.order(order.number), fields: ["note"]) }
    return [.noted(words)]
  }
}
