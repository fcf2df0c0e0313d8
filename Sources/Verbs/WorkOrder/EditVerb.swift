public import Domain

/// `edit ORDER FIELD=VALUE…`: changes what an order says.
public struct EditVerb: Verb {
  public static let name = "work-order.edit"
  public static let words = ["edit"]
  public static let help = "Change what an order says, field by field"
  public static let permission: Permission? = EditWorkOrder.permission
  public static let permissions = Permission.allCases.filter { kind in
    WorkOrder.Field.allCases.contains { $0.permission == kind }
  }
  public static let parameters: [Parameter] = [.orders, .fields(WorkOrder.Field.self)]

  let orders: [OrderReference]
  let fields: [String]

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    orders = try arguments.orders(in: context)
    fields = arguments.all("field")
    try WorkOrderFields.check(fields, on: orders, in: context)
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    try Self.onOrders(orders, in: context) { order throws(Refusal) in
      do throws(UsageFault) {
        return .editWorkOrder(
          order.id, EditWorkOrder(try WorkOrderFields.changes(of: order, fields, in: context)))
      } catch {
        throw Refusal.fault(FieldFault(field: "field", word: error.word ?? "", expected: error.message))
      }
    }
  }
}

/// The fields of an order as they are typed: names for ids, clock times for instants.
enum WorkOrderFields {
  /// Reads the fields for every order that is meant: what one may say depends on what it is.
  static func check(
    _ words: [String], on references: [OrderReference], in context: VerbContext
  ) throws(UsageFault) {
    let known = references.compactMap { reference -> WorkOrder? in
      do { return try context.order(reference) } catch { return nil }
    }
    for order in known.isEmpty ? [.blank(in: context)] : known {
      _ = try changes(of: order, words, in: context)
    }
  }

  /// The trade that the same words set, which says what the work may be about.
  private static func trade(saidIn words: [String], in context: VerbContext) throws(UsageFault) -> Trade? {
    for (name, value) in try Editing.pairs(words) where name.folded == WorkOrder.Field.trade.rawValue {
      if let value { return try context.trade(value) }
    }
    return nil
  }

  static func changes(
    of order: WorkOrder, _ words: [String], in context: VerbContext
  ) throws(UsageFault)
    -> [FieldChange<WorkOrder.Field>]
  {
    let said = try trade(saidIn: words, in: context)
    return try Editing.changes(of: order, words, in: context) { field, text throws(UsageFault) in
      switch field {
      case .customer: try context.customer(text).description
      case .site: try context.site(text).description
      case .equipment: try context.equipment(text, at: order.site).description
      case .trade: try context.trade(text).name
      case .window:
        try TypedWindow.window(text, at: context.office.site(order.site), in: context).text
      case .skills:
        try context.skills([text]).map { "\($0.trade.name):\($0.level)" }.joined(separator: " ")
      case .category: text == order.category ? text : try context.category(text, of: said ?? order.trade)
      case .summary, .description, .service, .urgency, .estimate, .nte, .reference, .impact, .rating: text
      }
    }
  }
}

extension WorkOrder {
  /// An order with nothing in it, to check typed values before the real one is at hand.
  static func blank(in context: VerbContext) -> WorkOrder {
    let request = WorkRequest(
      id: WorkRequest.ID(high: 0, low: 0), words: "", urgency: nil, source: .phone, receivedAt: context.now)
    let work = LoggedWork(
      id: WorkOrder.ID(high: 0, low: 0), number: 0, request: request, receivedAt: context.now, summary: "",
      priority: .p3)
    return WorkOrder(work, at: context.now)
  }
}
