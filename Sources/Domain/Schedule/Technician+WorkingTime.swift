extension Technician {
  /// The hours of a day: its own shift, else the working week's.
  ///
  /// Of one with neither a week nor a shift nobody has said when he works, and any time counts.
  public func intervals(on day: CivilDate) -> [OpenInterval] {
    if let single = shifts[day] { return single }
    if let hours { return hours.intervals(on: day) }
    return shifts.isEmpty ? OpeningHours.wholeDay : []
  }

  /// The shifts that open on a day, whole: one over midnight ends on the next day.
  func shifts(openingOn day: CivilDate, _ zone: ZoneRules) -> [TimeRange] {
    intervals(on: day).map { $0.range(on: day, zone) }
  }

  /// The usual breaks that touch a day.
  func breakRanges(around day: CivilDate, _ zone: ZoneRules) -> [TimeRange] {
    breaks.flatMap { pause in
      let own = pause.range(on: day, zone)
      return pause.crossesMidnight ? [pause.range(on: day.adding(days: -1), zone), own] : [own]
    }
  }

  func absence(at instant: Timestamp) -> Absence? { absences.first { $0.range.contains(instant) } }
}
