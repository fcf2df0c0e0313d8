public import Domain

extension Wording {
  /// A clock time of the office; the day is named when it is not today: `11:20`, `Wed 08:00`, `3 Dec 08:00`.
  public func time(_ instant: Timestamp) -> String { TimeWords.instant(instant, now: now, office.zone) }

  /// The same of something planned, with its date where that day is over.
  public func planned(_ instant: Timestamp) -> String {
    TimeWords.planned(instant, now: now, office.zone)
  }

  /// `today`, `Wed` within a week, `3 Dec`, with the year when it is half a year away.
  public func day(_ date: CivilDate) -> String { TimeWords.near(date, today: office.today(at: now)) }
}
