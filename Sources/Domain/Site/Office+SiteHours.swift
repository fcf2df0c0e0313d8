extension Office {
  /// When a site lets people in, from an instant on, as far as so many days after it in the site's zone; nil where the
  /// site says nothing of it or is open round the clock.
  public func openRanges(of site: Site, from instant: Timestamp, days: Int) -> [TimeRange]? {
    guard let hours = site.hours, !hours.isRoundTheClock else { return nil }
    let zone = zone(site.timeZone)
    let today = zone.date(at: instant)
    let ranges = (-1...days).flatMap { offset in
      let day = today.adding(days: offset)
      return hours.intervals(on: day).map { $0.range(on: day, zone) }
    }
    return ranges.merged.filter { instant < $0.end }
  }

  /// When somebody is let in to do an order: a promise made to the customer and a P1 wait for no opening hours.
  public func openRanges(for order: WorkOrder, from instant: Timestamp, days: Int) -> [TimeRange]? {
    guard order.window == nil, order.priority != .p1, let site = site(order.site) else { return nil }
    return openRanges(of: site, from: instant, days: days)
  }
}
