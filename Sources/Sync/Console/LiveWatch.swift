/// When a console opens its live line, when it gives it up, and how long it asks nothing meanwhile. Like its link it knows
/// neither network nor clock: instants are milliseconds of one clock.
public struct LiveWatch: Sendable {
  /// What is known of a line.
  public struct Line: Hashable, Sendable {
    /// Whether the office has begun to answer.
    public var isOpen = false
    /// Whether nothing more is to be expected.
    public var isOver = false
    /// When anything was heard last, or it was begun.
    public var heardAt: Int64

    public init(begunAt instant: Int64) { heardAt = instant }
  }

  public enum Step: Hashable, Sendable {
    case keep, open, giveUp
  }

  /// Between two questions while the live line tells what comes.
  private static let askEvery: Int64 = 20_000
  /// Without a sign of life for so long it is dead.
  private static let silence: Int64 = 40_000
  private var retry = Retry()
  private var nextTry = Int64.min

  public init() {}

  /// What is to be done about the line; nil where there is none. `chance` is any number.
  public mutating func step(
    _ line: Line?, _ state: ConsoleLink.State, now: Int64, chance: UInt64
  ) -> Step {
    guard let line else { return state == .live && now >= nextTry ? .open : .keep }
    if isLive(line, now) { retry.succeeded() }
    guard isOver(line, now) else { return .keep }
    gaveUp(now, chance: chance)
    return .giveUp
  }

  /// What came by it does not fit: it is tried again after a pause that doubles.
  public mutating func gaveUp(_ now: Int64, chance: UInt64) {
    nextTry = now + retry.failed(chance: chance)
  }

  /// How long to wait: the link's own time, or longer while the office tells by itself.
  public func rest(_ own: Int64, _ line: Line?, _ state: ConsoleLink.State, now: Int64) -> Int64 {
    guard state == .live, let line, isLive(line, now) else { return own }
    return max(own, Self.askEvery)
  }

  private func isLive(_ line: Line, _ now: Int64) -> Bool { line.isOpen && !isOver(line, now) }

  private func isOver(_ line: Line, _ now: Int64) -> Bool { line.isOver || now - line.heardAt > Self.silence }
}

extension ConsoleStore {
  /// Takes in what came by a live line: how many entries were new, none where all are here by another way. Nil where it
  /// does not go on from here, which asking will explain.
  public func hear(_ answer: PullAnswer) throws -> Int? {
    guard case .page(let page) = answer else { return nil }
    guard let rest = page.rest(after: try standing().cursor), !rest.entries.isEmpty else { return 0 }
    try confirm(rest)
    return rest.entries.count
  }
}
