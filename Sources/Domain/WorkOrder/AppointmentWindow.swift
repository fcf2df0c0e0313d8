/// When a customer was told that somebody comes: the kind of promise, and the time that it stands for.
public struct AppointmentWindow: Hashable, Sendable {
  public enum Kind: String, CompactCodable, Hashable, Sendable, CaseIterable {
    /// At a time; whoever comes a quarter of an hour later still keeps it.
    case exact
    /// From one time to another, usually two hours.
    case hours
    case morning = "am"
    case afternoon = "pm"
    /// Once the site has closed.
    case afterHours
    /// Asked about, and any time will do.
    case flexible
  }

  public let kind: Kind
  /// Nil where any time will do.
  public let range: TimeRange?

  private init(kind: Kind, range: TimeRange?) {
    self.kind = kind
    self.range = range
  }

  public static let flexible = AppointmentWindow(kind: .flexible, range: nil)

  /// A promise that stands for a time; a flexible one stands for none.
  public init(_ kind: Kind, _ range: TimeRange) {
    self.init(kind: kind, range: kind == .flexible ? nil : range)
  }

  public static func exact(_ start: Timestamp) -> AppointmentWindow {
    AppointmentWindow(.exact, TimeRange(start: start, length: VisitSheet.grace))
  }

  /// The form in which an order's field keeps it: `start/end`, another kind before it, or `flexible`.
  public var text: String {
    guard let range else { return kind.rawValue }
    let ends = "\(range.start.rfc3339)/\(range.end.rfc3339)"
    return kind == .hours ? ends : "\(kind.rawValue) \(ends)"
  }

  /// Reads that form; nil when an end lies before its start.
  public init?(text: String) {
    let words = text.split(separator: " ").map(String.init)
    guard
      let kind = words.count == 1
        ? (words[0] == "flexible" ? .flexible : .hours) : Kind(rawValue: words.first ?? "")
    else { return nil }
    if kind == .flexible {
      guard words.count == 1 else { return nil }
      self = .flexible
      return
    }
    let ends = words.last?.split(separator: "/").map { Timestamp(rfc3339: String($0)) } ?? []
    guard words.count <= 2, ends.count == 2, let start = ends[0], let end = ends[1], start < end else {
      return nil
    }
    self.init(kind, TimeRange(start: start, end: end))
  }
}

extension WorkOrder {
  /// What the customer was promised; nil when nobody has asked.
  public var appointment: AppointmentWindow? {
    get {
      if windowKind == .flexible { return .flexible }
      return window.map { AppointmentWindow(windowKind ?? .hours, $0) }
    }
    set {
      window = newValue?.range
      windowKind = newValue.flatMap { $0.kind == .hours ? nil : $0.kind }
    }
  }
}

extension LoggedWork {
  /// What the customer was promised in the call.
  public mutating func promise(_ appointment: AppointmentWindow?) {
    window = appointment?.range
    windowKind = appointment.flatMap { $0.kind == .hours ? nil : $0.kind }
  }
}

extension Office {
  /// A half day or the time after hours at a site, by its own clock: mornings end and afternoons begin at noon; after
  /// hours is from closing to midnight, from 18:00 where the site does not close before eleven at night.
  public func appointment(
    _ kind: AppointmentWindow.Kind, on day: CivilDate, at site: Site?
  ) -> AppointmentWindow {
    let zone = zone(site?.timeZone)
    let hours = (site?.hours ?? .officeWeek).intervals(on: day)
    let noon = TimeOfDay(clamping: 12 * 60)
    let opens = hours.first.flatMap { $0.opens < noon && $0.opens > .midnight ? $0.opens : nil }
    let closes = hours.last.flatMap { last in
      !last.crossesMidnight && last.closes > noon && last.closes <= TimeOfDay(clamping: 23 * 60)
        ? last.closes : nil
    }
    let evening = closes ?? TimeOfDay(clamping: 18 * 60)
    func range(_ from: TimeOfDay, _ to: TimeOfDay) -> TimeRange {
      TimeRange(start: zone.timestamp(day, from), end: zone.timestamp(day, to))
    }
    switch kind {
    case .flexible: return .flexible
    case .morning: return AppointmentWindow(kind, range(opens ?? TimeOfDay(clamping: 8 * 60), noon))
    case .afternoon: return AppointmentWindow(kind, range(noon, evening))
    case .afterHours:
      let midnight = zone.startOfDay(day.adding(days: 1))
      return AppointmentWindow(kind, TimeRange(start: zone.timestamp(day, evening), end: midnight))
    case .exact, .hours: return AppointmentWindow(.hours, range(opens ?? .midnight, evening))
    }
  }
}
