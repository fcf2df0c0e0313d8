public import Domain

/// `absence TECHNICIAN FROM [TO] [REASON]`: when he is away although the week says otherwise.
public struct AbsenceVerb: Verb {
  public static let name = "technician.absence"
  public static let words = ["absence"]
  public static let help = "Note when a technician is away, or take it back"
  public static let permission: Permission? = AddAbsence.permission
  public static let parameters: [Parameter] = [
    .needed("technician", .technician), .needed("from", .instant, "a day begins at midnight"),
    .optional("to", .instant, "a day ends at midnight; else the end of that day"),
    .optional("reason", .longText), .flag("remove", "takes it back")
  ]

  let technician: Technician.ID
  let absence: Absence
  let isRemoved: Bool

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    technician = try context.technician(try arguments.needed("technician"))
    guard let from = try arguments.instant("from", in: context, dayMeans: .midnight) else {
      throw UsageFault("from is missing.", word: "from")
    }
    let zone = context.office.zone
    let to =
      try arguments.instant("to", in: context, dayMeans: .endOfDay)
      ?? zone.startOfDay(zone.date(at: from).adding(days: 1))
    let said = arguments.text("to") ?? arguments.text("from") ?? ""
    if to <= from {
      throw UsageFault(
        "The absence would end before it begins: \"\(said.clipped(24))\" is no time after its beginning.",
        word: said)
    }
    isRemoved = arguments.has("remove")
    let wanted = Absence(from: from, to: to, reason: arguments.text("reason") ?? "absent")
    let known = context.office.technician(technician)?.absences ?? []
    let wording = Wording(office: context.office, now: context.now)
    let who = wording.technician(technician)
    guard isRemoved else {
      if let same = known.first(where: { $0.from <= from && to <= $0.to }) {
        throw UsageFault(
          "\(who) is away then already: \(wording.absence(same)). --remove takes it back first.", word: said)
      }
      absence = wanted
      return
    }
    let exact = known.first { $0.from == from && $0.to == to }
    let touched = known.filter { $0.from < to && from < $0.to }
    guard let found = exact ?? (touched.count == 1 ? touched.first : nil) else {
      let list = touched.map { wording.absence($0) }.joined(separator: "; ")
      throw UsageFault(
        touched.isEmpty
          ? "\(who) is not noted as away then." : "\(who) is away more than once then: \(list). Say which.",
        word: said)
    }
    absence = found
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    Self.proposal([.addAbsence(technician, AddAbsence(absence, isRemoved: isRemoved))])
  }
}

extension Wording {
  /// `Wed 09:00 to Wed 12:00, sick`.
  fileprivate func absence(_ absence: Absence) -> String {
    "\(time(absence.from)) to \(time(absence.to)), \(absence.reason.clipped(24))"
  }
}
