public import Domain

/// What was submitted from one place, such as a console since it was opened: what an undo there means first.
public struct MadeHere: Sendable {
  private(set) var submissions: Set<Submission.ID> = []
  /// Its oldest entry; nothing before it was made here.
  private(set) var first = Int.max

  /// What the office was given from here, the newest last: a technician's console is sent no entries, so that what the
  /// office has taken is nowhere else.
  private(set) var given: [Entry] = []

  private static let longest = 100

  public init() {}

  public mutating func add(_ submission: Submission.ID, entry seq: Int) {
    submissions.insert(submission)
    first = min(first, seq)
  }

  public mutating func keep(_ entry: Entry) {
    given.append(entry)
    if given.count > Self.longest { given.removeFirst() }
  }
}
