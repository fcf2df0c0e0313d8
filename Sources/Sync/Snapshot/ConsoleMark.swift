public import Domain

/// How far the log had come with a console, and its last entry.
public struct ConsoleMark: Codable, Hashable, Sendable {
  public let id: ConsoleID
  public let count: Int
  public let last: LogCursor

  public init(id: ConsoleID, count: Int, last: LogCursor) {
    self.id = id
    self.count = count
    self.last = last
  }
}
