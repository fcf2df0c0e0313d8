public import Domain

/// `status TECHNICIAN available|break|off|unavailable`: what a technician is set to.
public struct Status: Verb {
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
    return ["He stays away until \(until), \(away.reason.clipped(24)): absence with --remove ends that."]
  }

  /// The work that he is at, where he could not be at any: it stays his until somebody says otherwise.
  private func leftStanding(in context: VerbContext) -> [String] {
    switch presence {
    case .available: return stillAway(in: context)
    case .onBreak: return []
    case .off, .unavailable: break
    }
    let numbers = context.office.orders.unordered.filter { order in
      order.technician == technician && [.travelling, .onSite].contains(order.status)
    }.map(\.number).sorted()
    guard !numbers.isEmpty else { return [] }
    let list = numbers.map(String.init).joined(separator: ", ")
    return ["\(list.clipped(40)) is still under way with him: move gives it to somebody else."]
  }
}
