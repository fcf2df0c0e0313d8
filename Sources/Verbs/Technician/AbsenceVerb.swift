public import Domain

/// `absence TECHNICIAN WHEN [REASON]`: when he is away although the week says otherwise.
public struct AbsenceVerb: Verb {
  public static let name = "technician.absence"
  public static let words = ["absence"]
  public static let help = "Note when a technician is away, or take it back"
  public static let permission: Permission? = AddAbsence.permission
  public static let parameters: [Parameter] = [
    .needed("technician", .technician),
    .needed("when", .longText, "\(TypedPeriod.examples), and the reason behind it"),
    .flag("remove", "takes it back")
  ]

  let technician: Technician.ID
  let absences: [Absence]
  let isRemoved: Bool
  /// Said where the time is over: it stays on record and changes no plan.
  private let warnings: [String]

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    technician = try context.technician(try arguments.needed("technician"))
    isRemoved = arguments.has("remove")
    let text = try arguments.needed("when")
    guard let period = TypedPeriod(text.split(whereSeparator: \.isWhitespace).map(String.init), in: context)
    else {
      throw UsageFault(
        "\"\(text.clipped(32))\" is no time of being away. \(TypedPeriod.examples) are.", word: text)
    }
    if let said = period.misread {
      throw UsageFault(
        "\"\(said.clipped(32))\" is no time that is understood here. \(TypedPeriod.examples) are.", word: said
      )
    }
    if let said = period.backwards {
      throw UsageFault(
        "The absence would end before it begins: \"\(said.clipped(24))\" is no time after its beginning.",
        word: said)
    }
    let reason = period.rest.joined(separator: " ")
    let known = context.office.technician(technician)?.absences ?? []
    let said = Said(
      known: known, text: text, wording: Wording(office: context.office, now: context.now),
      technician: technician)
    var found: [Absence] = []
    for range in period.ranges {
      let wanted = Absence(from: range.start, to: range.end, reason: reason.isEmpty ? "absent" : reason)
      found.append(try isRemoved ? said.meant(by: wanted) : said.new(wanted))
    }
    absences = found
    let isOver = !isRemoved && found.allSatisfy { $0.to <= context.now }
    warnings = isOver ? ["That time is over: it is on record, and no plan changes."] : []
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    Self.proposal(
      absences.map { .addAbsence(technician, AddAbsence($0, isRemoved: isRemoved)) }, warnings: warnings)
  }
}

extension AbsenceVerb {
  /// What was said beside what is known.
  private struct Said {
    let known: [Absence]
    let text: String
    let wording: Wording
    let technician: Technician.ID
    var who: String { wording.technician(technician) }

    func new(_ wanted: Absence) throws(UsageFault) -> Absence {
      if let same = known.first(where: { $0.from <= wanted.from && wanted.to <= $0.to }) {
        throw UsageFault(
          "\(who) is away then already: \(wording.absence(same)). --remove takes it back first.", word: text)
      }
      return wanted
    }

    /// The one that is to be taken back: that very one, or the only one in that time.
    func meant(by wanted: Absence) throws(UsageFault) -> Absence {
      let exact = known.first { $0.from == wanted.from && $0.to == wanted.to }
      let touched = known.filter { $0.from < wanted.to && wanted.from < $0.to }
      if let found = exact ?? (touched.count == 1 ? touched.first : nil) { return found }
      let list = touched.map { wording.absence($0) }.joined(separator: "; ")
      throw UsageFault(
        touched.isEmpty
          ? "\(who) is not noted as away then." : "\(who) is away more than once then: \(list). Say which.",
        word: text)
    }
  }
}

extension Wording {
  /// `Wed 09:00 to Wed 12:00, sick`.
  fileprivate func absence(_ absence: Absence) -> String {
    "\(time(absence.from)) to \(time(absence.to)), \(absence.reason.clipped(24))"
  }
}
