/// The limits that alerts, clocks and rules use; one table, each with the office's usual value.
public struct Limits: Codable, Hashable, Sendable {
  /// A clock is at risk with this share of its time or less left, in percent.
  public var atRiskPercent = 25
  public var acceptWithin = Span.minutes(15)
  public var acceptWithinP1 = Span.minutes(5)
  public var checkInWithin = Span.minutes(30)
  public var stalledAfter = Span.hours(4)
  public var unassignedAfter = Span.hours(2)
  public var longHoldWorkingDays = 3
  /// Work that has waited so long without anybody on it rises by one class.
  public var riseAfter = Span.days(14)
  /// The rules that do not act, in the order of their names.
  public var switchedOff: [AutomaticRule] = []
  /// What calling off costs, by reason; a reason that is missing costs nothing.
  public var cancelFees: [CancelReason: Money] = [:]
  public var severities: [Rule: Severity] = Rule.usualSeverities

  public init() {}

  public func isOn(_ rule: AutomaticRule) -> Bool { !switchedOff.contains(rule) }

  public mutating func turn(_ rule: AutomaticRule, on isOn: Bool) {
    switchedOff = AutomaticRule.allCases.filter { $0 == rule ? !isOn : switchedOff.contains($0) }
  }

  public func severity(of rule: Rule) -> Severity { severities[rule] ?? .block }
}

/// A scheduling rule that may warn or block, by the office's choice.
public enum Rule: String, Codable, Hashable, Sendable, CaseIterable, CodingKeyRepresentable {
  case overlap, skill, notWorking, outsideWindow, travel, overtime, moneyLimit

  public static let usualSeverities: [Rule: Severity] = [
    .overlap: .block, .skill: .block, .notWorking: .block,
    .outsideWindow: .warn, .travel: .warn, .overtime: .warn, .moneyLimit: .warn
  ]
}

/// Whether a broken rule stops a command or asks for a yes.
public enum Severity: String, Codable, Hashable, Sendable, CaseIterable {
  case warn, block
}
