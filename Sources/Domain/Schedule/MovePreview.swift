/// What a visit at another time, of another length or with somebody else would come to, before anything is written.
public struct MovePreview: Hashable, Sendable {
  /// Who has a visit, and when.
  public struct Spot: Hashable, Sendable {
    public var technician: Technician.ID?
    /// Nil while no time is set.
    public var start: Timestamp?
    public var length: Span

    public init(technician: Technician.ID?, start: Timestamp?, length: Span) {
      self.technician = technician
      self.start = start
      self.length = length
    }

    public var range: TimeRange? { start.map { TimeRange(start: $0, length: length) } }
  }

  public let order: WorkOrder.ID
  public let number: Int
  public let from: Spot
  public let to: Spot
  /// The rules that would be broken, what weighs most first.
  public let broken: [BrokenRule]
  /// The rules that apply and would hold.
  public let kept: [Rule]
  /// What would break nothing, when something would be broken.
  public let waysOut: [WayOut]
  public let loads: [LoadChange]
  public let clocks: [ClockChange]
  /// What becomes of the time that the customer was promised; nil where none was.
  public let promise: PromiseChange?

  /// The heaviest of what would be broken; nil when nothing would.
  public var severity: Severity? { broken.first?.severity }
  public var changesNothing: Bool { from == to }
}

extension MovePreview {
  /// A way to do the same without breaking a rule.
  public enum WayOut: Hashable, Sendable {
    /// The same technician is free for it from then on.
    case later(Timestamp)
    /// Somebody else could come at that time.
    case another(Technician.ID)
  }

  /// A technician's planned share of a day in percent, before and after.
  public struct LoadChange: Hashable, Sendable {
    public let technician: Technician.ID
    public let day: CivilDate
    public let before: Int
    public let after: Int
  }

  /// When a clock would be met, and whether that is in time.
  public struct ClockChange: Hashable, Sendable {
    public let kind: ClockFace.Kind
    public let dueAt: Timestamp
    public let reachedAt: Timestamp

    public var isMet: Bool { reachedAt <= dueAt }
  }

  /// A time that was promised to the customer, and whether the visit keeps it.
  public struct PromiseChange: Hashable, Sendable {
    public let window: TimeRange
    public let arrival: Timestamp
    public let wasKept: Bool
    public let isKept: Bool
  }
}
