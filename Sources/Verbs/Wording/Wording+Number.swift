public import Domain

extension Wording {
  /// An order by its number, or that it has none yet.
  public static func number(_ order: WorkOrder) -> String {
    Office.numbers.contains(order.number) ? String(order.number) : "Without a number yet:"
  }
}
