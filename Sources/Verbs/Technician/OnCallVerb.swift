public import Domain

/// `on-call TECHNICIAN FROM TO [--trade T] [--remove]`: who answers out of hours.
public struct OnCallVerb: Verb {
  public static let name = "technician.on-call"
  public static let words = ["on-call"]
  public static let help = "Say who answers out of hours, or take a turn back"
  public static let permission: Permission? = SetOnCall.permission
  public static let parameters: [Parameter] = [
    .needed("technician", .technician), .needed("from", .instant), .needed("to", .instant),
    .option("trade", .trade, "else all of them"), .flag("remove", "takes back the turns within that time")
  ]

  let turns: [OnCallTurn]
  let isRemoved: Bool

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    let technician = try context.technician(try arguments.needed("technician"))
    var trade: Trade?
    if let word = arguments.text("trade") { trade = try context.trade(word) }
    guard let from = try arguments.instant("from", in: context, dayMeans: .midnight),
      var to = try arguments.instant("to", in: context, dayMeans: .endOfDay)
    else { throw UsageFault("on-call needs two times: \(Usage.brief(of: Self.self))") }
    // A clock time alone is the next one after the beginning.
    if to <= from, let time = arguments.text("to").flatMap({ TimeOfDay($0.trimmed) }) {
      let zone = context.office.zone
      let (day, next) = (zone.date(at: from), zone.timestamp(zone.date(at: from), time))
      to = next > from ? next : zone.timestamp(day.adding(days: 1), time)
    }
    if to <= from {
      let wording = Wording(office: context.office, now: context.now)
      throw UsageFault(
        "The turn would end before it begins: \(wording.time(from)) to \(wording.time(to)). "
          + "A weekday is the next one of its name.", word: arguments.text("to"))
    }
    let turn = OnCallTurn(technician: technician, trade: trade, from: from, to: to)
    isRemoved = arguments.has("remove")
    turns = isRemoved ? try Self.known(within: turn, in: context) : [turn]
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    Self.proposal(turns.map { .setOnCall(SetOnCall($0, isRemoved: isRemoved)) })
  }

  /// The turns that lie within a time, of one trade or of any.
  private static func known(
    within said: OnCallTurn, in context: VerbContext
  ) throws(UsageFault) -> [OnCallTurn] {
    let wording = Wording(office: context.office, now: context.now)
    let held = context.office.onCall.filter { $0.technician == said.technician }
    let found = held.filter { turn in
      said.from <= turn.from && turn.to <= said.to && (said.trade == nil || turn.trade == said.trade)
    }
    if !found.isEmpty { return found }
    let who = wording.technician(said.technician)
    let list = held.map { wording.turn($0) }.joined(separator: "; ")
    throw UsageFault(
      "\(who) has no turn on call within that time\(list.isEmpty ? "" : ", but \(list)").", word: "--remove")
  }
}
