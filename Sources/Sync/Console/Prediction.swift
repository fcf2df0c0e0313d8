public import Domain

/// The confirmed office with all that waits decided again on top of it: what people at a joined console see.
public struct Prediction: Sendable {
  public private(set) var fold: Fold
  /// What waits and would be accepted as things stand, in order.
  public private(set) var decided: [Decided] = []
  /// What waits and would be refused now. The office has the last word.
  public private(set) var doubtful: [Submission.ID] = []

  /// A command that waits, with what it comes to.
  public struct Decided: Sendable {
    public let submission: Submission
    public let count: Int
    public let decision: Decision
  }

  public init(confirmed: Office) { fold = Fold(office: confirmed) }

  public var office: Office { fold.office }

  /// Puts back older work that is about to be decided on.
  public mutating func gather(_ body: (inout Fold) throws -> Void) rethrows { try body(&fold) }

  /// Decides the next one that waits. `gather` puts back the older work that it is about.
  public mutating func add(
    _ submission: Submission, count: Int, _ gather: (Submission, inout Fold) throws -> Void
  ) rethrows {
    try gather(submission, &fold)
    do throws(Refusal) {
      let decision = try fold.office.predict(submission)
      _ = fold.apply(decision.events.map { .known($0) }, submission.stamp)
      decided.append(Decided(submission: submission, count: count, decision: decision))
    } catch {
      doubtful.append(submission.id)
      _ = fold.apply([], submission.stamp)
    }
  }
}
