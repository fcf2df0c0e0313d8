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
    if office.dayEndDue(at: moment.now) == nil { return [] }
    return [.office(.dayEnded(keptFrom: office.keptFrom(afterDayEnd: end)))]
  }
}

extension Office {
  /// The date of the shift day that an instant is in: until the office's day ends, that of the day before.
  public func shiftDate(at instant: Timestamp) -> CivilDate {
    let civil = zone.civil(at: instant)
    return civil.time < profile.dayEnds ? civil.date.adding(days: -1) : civil.date
  }

  /// The office's shift day of a date: from the day's end on it to the one on the next.
  public func shiftDay(_ date: CivilDate) -> TimeRange {
    TimeRange(start: dayEnd(on: date), end: dayEnd(on: date.adding(days: 1)))
  }

  private func dayEnd(on date: CivilDate) -> Timestamp {
    zone.timestamp(of: CivilTime(date: date, secondOfDay: profile.dayEnds.minutes * 60))
  }

  /// The last instant at which a day ended, seen from now: the boundary that `dayEnded` marks.
  public func lastDayEnd(at now: Timestamp) -> Timestamp {
    let today = today(at: now)
    let end = dayEnd(on: today)
    return end <= now ? end : dayEnd(on: today.adding(days: -1))
  }

  /// From when on work that ended stays when a day ends: what is still to be handed over, and the night that the
  /// boards of the new day show with it. A night shift is one piece, and so is what was done in it.
  func keptFrom(afterDayEnd end: Timestamp) -> Timestamp {
    let date = zone.date(at: end)
    let nights = technicians.unordered.filter(\.isActive).compactMap { night(of: $0, before: date)?.start }
    return ([zone.startOfDay(date), takenBefore(dayEnd: end)] + nights).compactMap(\.self).min() ?? end
  }

  /// When the desk was taken last, where that was in the day that ends then.
  func takenBefore(dayEnd end: Timestamp) -> Timestamp? {
    handover.taken.map(\.at).flatMap { lastDayEnd(at: end - .seconds(1)) <= $0 && $0 < end ? $0 : nil }
  }

  /// The end of the office's last day where it is still to be marked; nil where it has been. A day that opens later
  /// than now was closed by a clock that was ahead: it is opened again where it belongs.
  public func dayEndDue(at now: Timestamp) -> Timestamp? {
    let end = lastDayEnd(at: now)
    return dayOpenedAt >= end && dayOpenedAt <= now ? nil : end
  }

  /// The ends of all days that are over by now and not marked, in order: one that goes fast passes several at once. Of
  /// very many the last ones.
  public func dayEndsDue(at now: Timestamp) -> [Timestamp] {
    guard let last = dayEndDue(at: now) else { return [] }
    var ends = [last]
    while let first = ends.last.map({ lastDayEnd(at: $0 - .seconds(1)) }), dayOpenedAt < first,
      ends.count < 31
    {
      ends.append(first)
    }
    return ends.reversed()
  }

  /// Whether an instant is of the running day: of today, or of the night before the day ends.
  public func isOfRunningDay(_ instant: Timestamp, at now: Timestamp) -> Bool {
    zone.date(at: instant) <= today(at: now) || instant < BoardDay(self, at: now).shift.end
  }
}
