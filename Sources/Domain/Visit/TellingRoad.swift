/// How a technician hears of a visit.
///
/// On the phone he answers at once, and what he says is reported by whoever called him: nobody waits for it to be
/// seen. A message waits until he has seen it.
public enum TellingRoad: String, CompactCodable, Hashable, Sendable, CaseIterable {
  case phone, message
}
