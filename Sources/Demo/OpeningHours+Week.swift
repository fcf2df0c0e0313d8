import Domain

extension OpeningHours {
  /// The five days of a made-up town: Monday to Friday; where today is at the weekend the days around it, on which its
  /// technicians work, too: the day that is shown is one on which its sites are open and its clocks run.
  static func week(of today: CivilDate) -> OpeningHours {
    guard [.saturday, .sunday].contains(today.weekday), let day = officeWeek.weekly[.monday] else {
      return officeWeek
    }
    let days = (-2...2).map { today.adding(days: $0).weekday }
    return OpeningHours(weekly: Dictionary(uniqueKeysWithValues: days.map { ($0, day) }))
  }

  /// The same days with doors that are open before and after the moment that is shown, so that an evening's day has work
  /// that can be done, too.
  static func doors(around now: CivilTime) -> OpeningHours {
    let hour = now.secondOfDay / 3_600
    let opens = TimeOfDay(clamping: 60 * max(0, min(8, hour - 3)))
    let closes = TimeOfDay(clamping: 60 * min(24, max(18, hour + 5)))
    guard let open = OpenInterval(opens: opens, closes: closes) else { return .always }
    return OpeningHours(weekly: week(of: now.date).weekly.mapValues { _ in [open] })
  }
}
