public import Domain

/// `status TECHNICIAN available|break|off|unavailable`: what a technician is set to.
public struct StatusVerb: Verb {
  public static let name = "technician.set-presence"
  public static let words = ["status"]
  public static let help = "Set a technician available, on break, off or unavailable"
  public static let permission: Permission? = SetPresence.permission
  public static let parameters: [Parameter] = [
    .needed("technician", .technician), .choice("presence", Presence.self, isRequired: true)
  ]

  let technician: Technician.ID
  let presence: Presence

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    technician = try context.technician(try arguments.needed("technician"))
    presence = try arguments.neededChoice("presence")
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    let seen = context.office.technician(technician)?.presence
    return Self.proposal(
      [.setPresence(technician, SetPresence(presence, replacing: seen))],
      warnings: presence != .available && seen == presence ? [] : leftStanding(in: context))
  }

  /// The absence that stands whatever he is set to.
  private func stillAway(in context: VerbContext) -> [String] {
    let away = context.office.technician(technician)?.absences.first {
      $0.from <= context.now && context.now < $0.to
    }
    guard let away else { return [] }
    let until = Wording(office: context.office, now: context.now).time(away.to)
    return ["Away until \(until) all the same, \(away.reason.clipped(24)): absence with --remove ends that."]
  }

  /// The work that he is at or has yet to begin today, where he could not be at any: it stays his until somebody says
  /// otherwise.
  private func leftStanding(in context: VerbContext) -> [String] {
    switch presence {
    case .available: return stillAway(in: context)
    case .onBreak: return []
    case .off, .unavailable: break
    }
    let office = context.office
    let wording = Wording(office: office, now: context.now)
    let own = office.orders.unordered.filter { $0.technician == technician && $0.hold == nil }
    let begun = own.filter { [.travelling, .onSite].contains($0.status) }.map(\.number).sorted()
    let ahead = own.compactMap { order in
      order.openVisit?.start.map { (number: order.number, start: $0) }
    }.filter { one in
      !begun.contains(one.number) && office.zone.date(at: one.start) == office.today(at: context.now)
    }.sorted { ($0.start, $0.number) < ($1.start, $1.number) }
    let list = begun.map(String.init).joined(separator: ", ")
    let first = ahead.first.map { "\($0.number) at \(wording.time($0.start))" } ?? ""
    let more = ahead.count > 1 ? " and \(ahead.count - 1) more" : ""
    let handle = office.technician(technician)?.handle ?? ""
    return [
      begun.isEmpty ? nil : "\(list.clipped(40)) is still under way: move gives it to somebody else.",
      ahead.isEmpty ? nil : "Nobody comes to \(first)\(more): replan \(handle) finds somebody."
    ].compactMap(\.self)
  }
}
