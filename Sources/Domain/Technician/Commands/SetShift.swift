/// Sets the hours of one day, which replace the working week on that day; none gives the day back to the week.
public struct SetShift: RecordCommand {
  public static let permission = Permission.managePeople
  public static let kind = CommandKind.claim

  public var day: CivilDate
  /// An empty list is a day off; nil is the working week again.
  public var intervals: [OpenInterval]?

  public init(day: CivilDate, intervals: [OpenInterval]?) {
    self.day = day
    self.intervals = intervals
  }

  public func decide(on technician: Technician, in moment: Moment) throws(Refusal) -> [TechnicianEvent] {
    let wanted = intervals?.sorted()
    if let wanted, let twice = wanted.firstOverlap {
      throw .fault(FieldFault(field: "shift", word: twice.text, expected: "hours that do not overlap"))
    }
    return technician.shifts[day] == wanted ? [] : [.shiftSet(day, wanted)]
  }

  public func inverse(on technician: Technician, in moment: Moment) -> [Command] {
    [.setShift(technician.id, SetShift(day: day, intervals: technician.shifts[day]))]
  }
}
