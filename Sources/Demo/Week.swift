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
}
