public import Domain

/// `window ORDER… am|9-11|10:00|after hours|flexible|none`: when the customer was promised that somebody comes.
public struct WindowVerb: Verb {
  public static let name = "work-order.window"
  public static let words = ["window"]
  public static let help = "Promise the customer a time: exact, hours, am, pm, after hours, flexible"
  public static let permission: Permission? = WorkOrder.Field.window.permission
  public static let parameters: [Parameter] = [
    .orders, .needed("window", .text, "9-11, 10:00, am, tomorrow pm, after hours, flexible or none")
  ]

  let orders: [OrderReference]
  /// Nil takes the promise away.
  let word: String?

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    orders = try arguments.orders(in: context)
    let word = try arguments.needed("window")
    self.word = word.folded == "none" ? nil : word
    guard let promise = self.word else { return }
    try TypedWindow.check(promise, in: context)
    for reference in orders {
      guard let order = try? context.order(reference) else { continue }
      _ = try TypedWindow.window(promise, at: context.office.site(order.site), in: context)
    }
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    let found = try context.orders(orders)
    var commands: [Command] = []
    var said: [String] = []
    let wording = Wording(office: context.office, now: context.now)
    for order in found {
      do throws(UsageFault) {
        let site = context.office.site(order.site)
        let window = try word.map { word throws(UsageFault) in
          try TypedWindow.window(word, at: site, in: context)
        }
        let local = window.map { wording.abroad($0, at: site) } ?? ""
        if let window, !local.isEmpty {
          said.append("\(order.number): \(wording.window(window)) here\(local).")
        }
        said += late(order, window, wording)
        let change = FieldChange<WorkOrder.Field>(
          .window, from: order.text(of: .window).map { .plain($0) }, to: (window?.text).map { .plain($0) })
        commands.append(.editWorkOrder(order.id, EditWorkOrder([change])))
      } catch {
        throw Refusal.fault(FieldFault(field: "window", word: error.word ?? "", expected: error.message))
      }
    }
    return Self.proposal(commands, orders: found.map(\.number), warnings: said)
  }
  /// That a time is promised at which a clock has run out, whoever comes.
  private func late(_ order: WorkOrder, _ window: AppointmentWindow?, _ wording: Wording) -> [String] {
    guard let promised = window?.range else { return [] }
    let length = order.openVisit?.estimate ?? order.estimate
    return wording.missed(by: TimeRange(start: promised.start, length: length), of: order).map {
      "✗ \(order.number) at \(wording.time(promised.start)), when the promise begins: \($0)."
    }
  }
}
