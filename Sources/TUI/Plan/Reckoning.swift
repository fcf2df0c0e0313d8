public import DayPlan
public import Domain

/// A question about the day's plan with the office that it is about, worked out off the drawing thread.
///
/// The number says to which asking an answer belongs: an answer about an office that has moved on is dropped.
public struct Reckoning: Sendable {
  public let question: PlanQuestion
  public let number: Int
  public let office: Office
  public let now: Timestamp
  /// For whom the office's rules are asked.
  public let role: Role?
  public var rules: PlanRules

  public init(
    _ question: PlanQuestion, number: Int, office: Office, now: Timestamp, role: Role? = nil,
    rules: PlanRules
  ) {
    (self.question, self.number, self.office, self.now) = (question, number, office, now)
    (self.role, self.rules) = (role, rules)
  }

  /// Works it out, as far as nobody gives it up; `first` hears of what may get better.
  public func answer(
    isCancelled: @escaping () -> Bool = { false },
    first: (PlanAnswer) -> Void = { _ in }
  ) -> PlanAnswer? {
    office.answer(question, at: now, for: role, rules: rules, isCancelled: isCancelled, first: first)
  }
}
