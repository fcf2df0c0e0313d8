/// Reports a part that was used, while it is in the hand; the report of the visit begins with those of its technician.
public struct UsePart: WorkOrderCommand {
  public static let permission = Permission.reportWork
  public static let kind = CommandKind.fact
  static let longestName = 200

  public var name: String
  /// A number, with a unit behind it where it is none of pieces.
  public var quantity: String

  public init(_ name: String, _ quantity: String = "1") { (self.name, self.quantity) = (name, quantity) }

  public func decide(on order: WorkOrder, in moment: Moment) throws(Refusal) -> [WorkOrderEvent] {
    if name.trimmed.isEmpty { throw .missing(.order(order.number), fields: ["part"]) }
    if order.isEnded { throw .workEnded(order.number, order.status) }
    if name.count > Self.longestName {
      throw .fault(
        FieldFault(field: "part", word: String(name.prefix(12)), expected: "at most 200 characters"))
    }
    guard Self.isQuantity(quantity.trimmed) else {
      throw .fault(
        FieldFault(field: "count", word: String(quantity.prefix(12)), expected: "a number such as 2 or 1.5 m")
      )
    }
    return [.partUsed(name.trimmed, quantity: quantity.trimmed)]
  }

  /// More than nothing, in few letters.
  public static func isQuantity(_ text: String) -> Bool {
    guard text.count <= 20, let number = text.split(separator: " ").first else { return false }
    return number.first?.isNumber ?? false && number.contains { $0 != "0" && $0.isNumber }
  }
}
