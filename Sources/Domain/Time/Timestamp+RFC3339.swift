extension Timestamp {
  /// Reads `2026-11-24T10:42:00Z`, also with an offset (`+01:00`) or a fraction of a second, which is
  /// dropped.
  public init?(rfc3339 text: String) {
    var scan = TextScan(text)
    guard let date = scan.civilDate(), scan.take(anyOf: "Tt ") else { return nil }
    guard let hour = scan.digits(2), scan.take(":"), let minute = scan.digits(2), scan.take(":"),
      let second = scan.digits(2), hour < 24, minute < 60, second <= 60
    else { return nil }
    if scan.take(".") { guard scan.skipDigits() > 0 else { return nil } }
    guard let offset = scan.rfc3339Offset(), scan.isAtEnd else { return nil }
    let secondOfDay = hour * 3_600 + minute * 60 + second
    self.init(seconds: Int64(date.daysSinceEpoch) * 86_400 + Int64(secondOfDay - offset))
  }

  /// UTC to the second; instants outside the years 0000 to 9999 are shown as the nearest one inside.
  public var rfc3339: String {
    let local = CivilTime(secondsSinceEpoch: seconds)
    let clock = local.secondOfDay
    return local.date.iso + "T" + padded(clock / 3_600, 2) + ":" + padded(clock / 60 % 60, 2) + ":"
      + padded(clock % 60, 2) + "Z"
  }
}

extension TextScan {
  /// The offset east of UTC in seconds: `Z` or `±HH:MM`.
  fileprivate mutating func rfc3339Offset() -> Int? {
    if take(anyOf: "Zz") { return 0 }
    let sign = take("+") ? 1 : take("-") ? -1 : 0
    guard sign != 0, let hours = digits(2), take(":"), let minutes = digits(2), hours < 24, minutes < 60
    else { return nil }
    return sign * (hours * 3_600 + minutes * 60)
  }
}
