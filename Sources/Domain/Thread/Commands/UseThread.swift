/// Says something in an order's thread, or that what was said there is read; ended orders included.
public struct UseThread: WorkOrderCommand {
  public static let permission = Permission.note
  public static let kind = CommandKind.fact

  public enum Act: Codable, Hashable, Sendable {
    case say(String)
    /// So many of the other side's words were on the screen: what came in between is not among them.
    case read(Int)
  }

  public static let longest = 2_000

  public var act: Act

  public init(_ act: Act) { self.act = act }

  public func decide(on order: WorkOrder, in moment: Moment) throws(Refusal) -> [WorkOrderEvent] {
    let side = moment.person?.side ?? .desk
    switch act {
    case .say(let words):
      if words.trimmed.isEmpty { throw .missing(.order(order.number), fields: ["text"]) }
      if words.count > Self.longest {
        throw .fault(
          FieldFault(field: "text", word: String(words.prefix(12)), expected: "at most 2000 characters"))
      }
      return [.thread(.said(side, words))]
    case .read(let count):
      let through = min(count, order.thread.said(by: side.other))
      guard through > order.thread.read(by: side, moment.person?.id) else { return [] }
      return [.thread(side == .desk ? .read(.desk, through: through) : .readAlone(through: through))]
    }
  }

  /// Whether it says nothing to anybody.
  public var isReading: Bool {
    if case .read = act { true } else { false }
  }
}
