/// What happens to a message after it was written.
public enum MessageEvent: Codable, Hashable, Sendable {
  case written(OutgoingMessage)
  case recalled
  /// An undo was undone: it waits once more.
  case waitsAgain(until: Timestamp)
  case queued
  case sent
  case delivered
  case failed(why: String)

  /// Whether it only reports how a message fared, which changes nothing about the work.
  public var isReport: Bool {
    switch self {
    case .written, .recalled, .waitsAgain: false
    case .queued, .sent, .delivered, .failed: true
    }
  }
}
