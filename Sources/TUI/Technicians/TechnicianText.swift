import Domain
import Terminal
import Verbs

/// What the technicians pane says about somebody in few letters.
enum TechnicianText {
  /// `20391 +27m !`, `to 20402`, `20391 U×` of who goes nowhere after it, `free, Depot`, `break`: rather the place is cut
  /// than the sign that he is late.
  static func now(_ card: TechnicianCard, width: Int = .max) -> String {
    var text: String
    switch card.shown {
    case .available: text = "free" + (card.lastPlace.map { $0.count > 8 ? " \($0)" : ", \($0)" } ?? "")
    case .travelling: text = card.now.map { "to \($0)" } ?? "travelling"
    case .onSite: text = card.now.map(String.init) ?? "on site"
    case .onBreak: text = "break"
    case .off: text = card.isOnCall ? "off, on call" : "off"
    case .unavailable: text = "unavailable"
    }
    if let after = card.after { text += " \(after.letter)\(after.shape)" }
    if card.overrun >= .minutes(1) { text += " +\(card.overrun.wholeMinutes)m" }
    guard card.isLate else { return text }
    let room = max(1, width - 2)
    return (displayWidth(of: text) <= room ? text : wordsFitting(text, width: room))
      + " \(TechnicianMark.exclamation)"
  }

  /// How long nothing was heard of him; `!` when that is too long.
  static func seen(_ card: TechnicianCard, _ now: Timestamp) -> String {
    guard let seen = card.lastSeenAt else { return "-" }
    return TimeWords.age(TimeWords.since(seen, now: now)) + (card.isSilent ? TechnicianMark.exclamation : "")
  }

  /// Where he was last known to be, and how old that is: rather the place is cut than its age.
  static func place(_ card: TechnicianCard, _ now: Timestamp, width: Int = .max) -> String {
    guard let place = card.lastPlace else { return "–" }
    guard let at = card.lastPlaceAt else { return place }
    let age = ", \(TimeWords.age(TimeWords.since(at, now: now)))"
    let room = max(1, width - displayWidth(of: age))
    return (displayWidth(of: place) <= room ? place : wordsFitting(place, width: room)) + age
  }
}
