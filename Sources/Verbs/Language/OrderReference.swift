public import Domain

/// How an order was named: by its number, or by being selected or the last one.
public enum OrderReference: Hashable, Sendable {
  case number(Int)
  case id(WorkOrder.ID)

  public func means(_ order: WorkOrder) -> Bool {
    switch self {
    case .number(let number): order.number == number
    case .id(let id): order.id == id
    }
  }

  public static func looksRight(_ text: String) -> Bool {
    if text == "." || text == "-" { return true }
    return number(text) != nil || WorkOrder.ID(text) != nil
  }

  /// A number as people write it, a leading `#` allowed.
  static func number(_ text: String) -> Int? {
    let digits = text.hasPrefix("#") ? text.dropFirst() : Substring(text)
    guard !digits.isEmpty, digits.count <= 12, digits.utf8.allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    return Int(digits)
  }
}

extension VerbContext {
  /// What a word means as orders: `.` may be several.
  func references(_ word: String) throws(UsageFault) -> [OrderReference] {
    switch word {
    case ".":
      if selection.isEmpty {
        throw UsageFault("Nothing is selected: name the order by its number.", word: word)
      }
      return selection.map { .id($0) }
    case "-":
      guard let last else {
        throw UsageFault("There is no last order yet: name it by its number.", word: word)
      }
      return [.id(last)]
    default:
      if let number = OrderReference.number(word) { return [.number(number)] }
      if let id = WorkOrder.ID(word) { return [.id(id)] }
      throw UsageFault("\"\(word.clipped(24))\" is no order. A number, . or - is.", word: word)
    }
  }

  /// The order that is meant, from the running day or from before it.
  func order(_ reference: OrderReference) throws(Refusal) -> WorkOrder {
    switch reference {
    case .number(let number):
      guard let order = office.order(number: number) ?? olderOrder(reference) else {
        throw .notFound(.order(number))
      }
      return order
    case .id(let id):
      guard let order = office.order(id) ?? olderOrder(reference) else { throw .notFound(.order(0)) }
      return order
    }
  }

  /// The orders that are meant, each once, in the order in which they were named; numbers that are known to be
  /// nobody's are passed over as long as there is another one.
  func orders(_ references: [OrderReference]) throws(Refusal) -> [WorkOrder] {
    var seen: Set<WorkOrder.ID> = []
    var orders: [WorkOrder] = []
    let known = references.filter { reference in
      if case .number(let number) = reference { !strangers.contains(number) } else { true }
    }
    for reference in known.isEmpty ? references : known {
      let order = try order(reference)
      if seen.insert(order.id).inserted { orders.append(order) }
    }
    return orders
  }
}
