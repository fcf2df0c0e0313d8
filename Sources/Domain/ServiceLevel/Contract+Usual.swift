extension Contract {
  /// The contracts an office begins with, one for each tier: Gold, Silver, Standard.
  ///
  /// Standard answers in 4, 8, 24 and 72 hours and fixes in 8, 24, 72 hours and 10 days for P1 to P4; Silver
  /// takes half, Gold a quarter of that. Gold counts round the clock, the others Monday to Friday 08:00 to
  /// 18:00, and P1 always round the clock. Hours are open hours of the level's calendar; days are its working
  /// days of ten hours, round the clock of twenty-four.
  public static func usual(gold: ID, silver: ID, standard: ID) -> [Contract] {
    [
      usual(gold, "Gold", .gold, share: 4, hours: .always),
      usual(silver, "Silver", .silver, share: 2, hours: .officeWeek),
      usual(standard, "Standard", .standard, share: 1, hours: .officeWeek)
    ]
  }

  private static func usual(
    _ id: ID, _ name: String, _ tier: Tier, share: Int64, hours: OpeningHours
  ) -> Contract {
    let day = hours.isRoundTheClock ? Span.hours(24) : .hours(10)
    let targets: [(Priority, response: Span, fix: Span)] = [
      (.p1, .hours(4), .hours(8)), (.p2, .hours(8), .hours(24)), (.p3, .hours(24), .hours(72)),
      (.p4, .hours(72), day * 10)
    ]
    let levels = targets.map { priority, response, fix in
      ServiceLevel(
        priority: priority, response: response / share, fix: fix / share,
        isRoundTheClock: priority == .p1 || hours.isRoundTheClock)
    }
    return Contract(id: id, name: name, tier: tier, response: .onSite, hours: hours, levels: levels)
  }
}
