public import Domain

/// What a console asks of a snapshot.
public struct SnapshotRequest: Codable, Hashable, Sendable {
  public let log: LogID
  /// Which snapshot; nil for the newest.
  public let of: LogCursor?
  /// Which part, from 0 on; nil for its head.
  public let part: Int?
  /// The highest of this console's own numbers that it has been answered.
  public let answered: Int

  public init(log: LogID, of: LogCursor? = nil, part: Int? = nil, answered: Int) {
    self.log = log
    self.of = of
    self.part = part
    self.answered = answered
  }
}

/// What the office answers to it.
public enum SnapshotAnswer: Codable, Hashable, Sendable {
  case head(SnapshotHead)
  case part(Bytes)
  /// The office has that one no more: begin with the newest.
  case gone
  case otherLog
}
