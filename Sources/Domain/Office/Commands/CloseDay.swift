/// Ends the office's day: what has ended leaves the running day. Whoever works on the office's
/// own file submits it when it is due; the second finds it done.
public struct CloseDay: CommandRule {
  public static let permission = Permission.dispatchWork
  public static let kind = CommandKind.fact

  /// The instant at which the day was due to end, so that a repeat is *same*.
  public var due: Timestamp

  public init(due: Timestamp) { self.due = due }

  public func decide(in moment: Moment) throws(Refusal) -> [Event] {
    let office = moment.office
    let end = office.lastDayEnd(at: moment.now)
    if due != end {
      throw .fault(
        FieldFault(
          field: "due", word: due.rfc3339, expected: "the end of the office's last day, \(end.rfc3339)"))
    }
    return office.dayEndDue(at: moment.now) == nil ? [] : [.office(.dayClosed)]
  }
}

extension Office {
  /// The date of the shift day that an instant is in: until the office's day ends, that of the day before.
  public func shiftDate(at instant: Timestamp) -> CivilDate {
    let civil = zone.civil(at: instant)
    return civil.time < profile.dayEnds ? civil.date.adding(days: -1) : civil.date
  }

  /// The last instant at which a day ended, seen from now: the boundary that `dayClosed` marks.
  public func lastDayEnd(at now: Timestamp) -> Timestamp {
    let today = zone.timestamp(of: CivilTime(date: today(at: now), secondOfDay: profile.dayEnds.minutes * 60))
    if today <= now { return today }
    let yesterday = self.today(at: now).adding(days: -1)
    return zone.timestamp(of: CivilTime(date: yesterday, secondOfDay: profile.dayEnds.minutes * 60))
  }

  /// The end of the office's last day where it is still to be marked; nil where it has been. A day that opens later
  /// than now was closed by a clock that was ahead: it is opened again where it belongs.
  public func dayEndDue(at now: Timestamp) -> Timestamp? {
    let end = lastDayEnd(at: now)
    return dayOpenedAt >= end && dayOpenedAt <= now ? nil : end
  }

  /// Whether an instant is of the running day: of today, or of the night before the day ends.
  public func isOfRunningDay(_ instant: Timestamp, at now: Timestamp) -> Bool {
    zone.date(at: instant) <= today(at: now) || instant < BoardDay(self, at: now).shift.end
  }
}
