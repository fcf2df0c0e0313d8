public import Domain

/// What was submitted from one place, such as a console since it was opened: what an undo there means first.
public struct MadeHere: Sendable {
  private(set) var submissions: Set<Submission.ID> = []
  /// Its oldest entry; nothing before it was made here.
  private(set) var first = Int.max

  public init() {}

  public mutating func add(_ submission: Submission.ID, entry seq: Int) {
    submissions.insert(submission)
    first = min(first, seq)
  }
}
