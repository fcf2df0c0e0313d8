/// A figure of the running shift, with what it was worked out from.
public struct Counter: Hashable, Sendable {
  public enum Name: String, Hashable, Sendable, CaseIterable {
    case done, inProgress, assignedAfter, doneAfter, responseMet, fixMet, load
  }

  public enum Value: Hashable, Sendable {
    case count(Int)
    /// So many of so many.
    case share(Int, of: Int)
    /// A mean of so many lengths of time.
    case mean(Span, of: Int)
    /// There is nothing yet to work it out from.
    case none
  }

  public let name: Name
  public let value: Value
  /// What is aimed at, in percent; nil where the office aims at nothing.
  public let target: Int?
  /// The orders, or technicians, that it was worked out from.
  public let basis: [Basis]

  /// One thing that counted, and with what.
  public struct Basis: Hashable, Sendable {
    /// The order's number, nil for a technician.
    public let order: Int?
    public let technician: Technician.ID?
    public let part: Part

    public init(order: Int?, technician: Technician.ID?, part: Part) {
      self.order = order
      self.technician = technician
      self.part = part
    }

    public enum Part: Hashable, Sendable {
      case counted
      case length(Span)
      case met, missed
      case percent(Int)
    }
  }

  /// In percent, rounded down; nil for what is no share.
  public var percent: Int? {
    guard case .share(let part, let whole) = value, whole > 0 else { return nil }
    return part * 100 / whole
  }

  /// Whether it is what is aimed at; nil where nothing is, or nothing is known yet.
  public var isOnTarget: Bool? {
    guard let target, let percent else { return nil }
    return percent >= target
  }
}
