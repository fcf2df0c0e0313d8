/// Words that would do, by what is wanted: the same in a refusal, beside a field that is typed and in a popup.
public enum Examples {
  public static let lengths = "90m, 1h30 or 2d"
  static let times = "11:10, +30m or tomorrow 8:00"
  static let shifts = "+30m, -15m, 11:10 or tomorrow 8:00"
  static let days = "today, mon, 26 Nov or 2026-11-26"
  static let priorities = "P1, P2, P3 and P4"
  static let counts = "0, 12 or 10000"
  static let amounts = "400 or 45.50"
  static let place = "LAT,LON such as 53.408,-2.991"
}

extension UsageFault {
  /// Something was typed that is no such thing; what would be.
  static func isNo(_ thing: String, _ word: String, but examples: String) -> UsageFault {
    UsageFault("\"\(word.clipped(24))\" is no \(thing). \(examples) are.", word: word)
  }
}
