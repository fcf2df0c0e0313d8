import Domain

extension OpeningHours {
  /// The five days of a made-up town: Monday to Friday; where today is at the weekend Wednesday to Sunday, so that the
  /// day that is shown is one on which its sites are open and its clocks run.
  static func week(of today: CivilDate) -> OpeningHours {
    guard [.saturday, .sunday].contains(today.weekday), let day = officeWeek.weekly[.monday] else {
      return officeWeek
    }
    let days: [Weekday] = [.wednesday, .thursday, .friday, .saturday, .sunday]
    return OpeningHours(weekly: Dictionary(uniqueKeysWithValues: days.map { ($0, day) }))
  }
}
