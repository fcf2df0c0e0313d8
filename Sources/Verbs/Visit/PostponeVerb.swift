public import Domain

/// `postpone ORDER… DAY [--quiet]`: gives work back that cannot be done now, for another day, and tells customers.
public struct PostponeVerb: Verb {
  public static let name = "work-order.postpone"
  public static let words = ["postpone"]
  public static let help = "Put work off to another day and tell its customers, as one step"
  public static let permission: Permission? = PostponeWorkOrder.permission
  public static let parameters: [Parameter] = [
    .orders, .needed("day", .day, "the day it comes up again; today takes it back"),
    .flag("quiet", "tells the customers nothing; that is noted")
  ]

  let orders: [OrderReference]
  let day: CivilDate
  let isQuiet: Bool

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    orders = try arguments.orders(in: context)
    guard let day = try arguments.day("day", in: context) else {
      throw UsageFault("The day is missing.", word: "day")
    }
    guard context.today <= day else {
      throw UsageFault("\(day.iso) is over. Work is put off to today or later.", word: arguments.text("day"))
    }
    self.day = day
    isQuiet = arguments.has("quiet")
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    let orders = try context.orders(orders)
    var commands: [Command] = []
    var unreachable: [Int] = []
    for order in orders {
      guard day != context.today else {
        commands.append(
          .postponeWorkOrder(order.id, PostponeWorkOrder(to: nil, replacing: order.postponedTo)))
        continue
      }
      if order.postponedTo == day, order.technician == nil { continue }
      commands += freeing(order, in: context)
      commands.append(.postponeWorkOrder(order.id, PostponeWorkOrder(to: day, replacing: order.postponedTo)))
      if isQuiet {
        commands.append(.addNote(order.id, AddNote(Wording.keptQuiet("The customer"))))
      } else if let told = Telling.command("postponed", of: order, with: Self.name, in: context) {
        commands.append(told)
      } else {
        unreachable.append(order.number)
      }
    }
    let numbers = unreachable.prefix(8).map(String.init).joined(separator: ", ")
    let wording = Wording(office: context.office, now: context.now)
    let late = day == context.today ? nil : wording.missed(byPuttingOff: orders, to: day)
    let elsewhere = day == context.today ? orders.compactMap { standing($0, wording) } : []
    let warnings =
      [late].compactMap(\.self) + elsewhere
      + (unreachable.isEmpty ? [] : [Wording.unreachable(unreachable.count, numbers)])
    return Self.proposal(commands, orders: orders.map(\.number), warnings: warnings)
  }

  /// That a visit stands on another day, which taking the order back from being put off does not change.
  private func standing(_ order: WorkOrder, _ wording: Wording) -> String? {
    guard let start = order.openVisit?.start, wording.office.zone.date(at: start) != day else { return nil }
    let hour = "\(wording.call(MoveVerb.name)) gives it another hour"
    return "\(order.number) stands on \(wording.time(start)): \(hour)."
  }

  /// Takes it from whoever has it, who hears of it, and its time away, of which nothing more goes out.
  private func freeing(_ order: WorkOrder, in context: VerbContext) -> [Command] {
    var commands =
      Telling.losing(order, with: Self.name, in: context) + Telling.untrue(of: order, with: Self.name)
    if let holder = order.technician {
      commands.append(.unassignVisit(order.id, UnassignVisit(replacing: holder)))
    }
    if let start = order.openVisit?.start {
      commands.append(
        .moveVisit(order.id, MoveVisit(start: nil, replacingStart: start, replacingTechnician: nil)))
    }
    return commands
  }
}
