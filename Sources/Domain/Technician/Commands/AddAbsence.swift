/// Notes when a technician is away, or takes the note back.
public struct AddAbsence: RecordCommand {
  public static let permission = Permission.dispatchWork
  public static let kind = CommandKind.claim

  public var absence: Absence
  public var isRemoved: Bool

  public init(_ absence: Absence, isRemoved: Bool = false) {
    self.absence = absence
    self.isRemoved = isRemoved
  }

  public func decide(on technician: Technician, in moment: Moment) throws(Refusal) -> [TechnicianEvent] {
    guard absence.from < absence.to else {
      throw .fault(
        FieldFault(field: "to", word: absence.to.rfc3339, expected: "a time after the absence begins"))
    }
    let isKnown = technician.absences.contains(absence)
    if isRemoved { return isKnown ? [.absenceRemoved(absence)] : [] }
    return isKnown ? [] : [.absenceAdded(absence)]
  }

  public func inverse(on technician: Technician, in moment: Moment) -> [Command] {
    // As it was noted before, so that an undo brings it back as old as it was.
    let known = technician.absences.first { $0 == absence } ?? absence
    return [.addAbsence(technician.id, AddAbsence(known, isRemoved: !isRemoved))]
  }
}
