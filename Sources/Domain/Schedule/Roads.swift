/// What is known of an office's roads beside distance: minutes that somebody has measured from zone to zone, and how
/// fast one drives at which hour.
///
/// Read from settings by whoever opens the office, so it is no part of the ledger.
public struct Roads: Hashable, Sendable {
  /// From a time of day up to another, in seconds since midnight, in percent of the usual speed.
  public struct Speed: Hashable, Sendable {
    public var from, to, percent: Int

    public init(from: Int, to: Int, percent: Int) { (self.from, self.to, self.percent) = (from, to, percent) }
  }

  /// By where one sets out and where one goes; a zone to itself is the usual way within it.
  public let minutes: [String: [String: Int]]
  public let speeds: [Speed]
  private var zones: [Coordinates: String] = [:]

  /// The zones of places are taken from the office as it is; a place that comes later has none.
  public init(minutes: [String: [String: Int]], speeds: [Speed], in office: Office) {
    self.minutes = minutes
    self.speeds = speeds
    if minutes.isEmpty { return }
    for site in office.sites.inOrder {
      if let place = site.coordinates, let zone = site.zone, zones[place] == nil { zones[place] = zone }
    }
    for technician in office.technicians.inOrder {
      if let home = technician.home, let zone = technician.zone, zones[home] == nil { zones[home] = zone }
    }
  }

  /// The measured way between two places, and between which zones it was measured.
  func measured(from start: Coordinates, to end: Coordinates) -> (minutes: Int, from: String, to: String)? {
    guard let from = zones[start], let to = zones[end], let minutes = minutes[from]?[to] else { return nil }
    return (minutes, from, to)
  }
}

extension Roads {
  /// What a speed may be, in percent of the usual.
  public static let allowedSpeeds = 5...400

  /// How long a way takes at an instant, in percent of the usual.
  public func timePercent(at instant: Timestamp, in zone: ZoneRules) -> Int {
    if speeds.isEmpty { return 100 }
    let second = zone.civil(at: instant).secondOfDay
    let speed = speeds.first { $0.from <= second && second < $0.to }
    let allowed = Roads.allowedSpeeds
    return speed.map { 10_000 / min(max($0.percent, allowed.lowerBound), allowed.upperBound) } ?? 100
  }

  /// The mean over a stretch of time, by every quarter of an hour.
  public func timePercent(over range: TimeRange, in zone: ZoneRules) -> Int {
    if speeds.isEmpty { return 100 }
    var total = 0
    var count = 0
    var instant = range.start
    repeat {
      total += timePercent(at: instant, in: zone)
      count += 1
      instant = instant + .minutes(15)
    } while instant < range.end && count < 200
    return total / count
  }
}
