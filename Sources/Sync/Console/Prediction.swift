public import Domain
import HashTreeCollections

/// The confirmed office with all that waits decided again on top of it: what people at a joined console see.
public struct Prediction: Sendable {
  public private(set) var fold: Fold
  /// What waits and would be accepted as things stand: kept so that a copy costs the same however much waits.
  private var decided: TreeDictionary<Submission.ID, Decided> = [:]
  /// What waits and would be refused now. The office has the last word.
  public private(set) var doubtful: [Submission.ID] = []

  /// How many wait, those that would be refused among them; the outbox of a folder that was copied may hold one twice.
  public private(set) var waiting = 0

  /// A command that waits, with what it comes to.
  public struct Decided: Sendable {
    /// Its place among all that wait, from 1.
    public let place: Int
    public let submission: Submission
    public let count: Int
    public let decision: Decision
  }

  public init(confirmed: Office) { fold = Fold(office: confirmed) }

  public var office: Office { fold.office }

  /// One of those that would be accepted.
  public func decided(_ id: Submission.ID) -> Decided? { decided[id] }

  /// All that would be accepted, in order.
  public var inOrder: [Decided] { decided.values.sorted { $0.place < $1.place } }

  /// Puts back older work that is about to be decided on.
  public mutating func gather(_ body: (inout Fold) throws -> Void) rethrows { try body(&fold) }

  /// Decides the next one that waits, as of when the office will count it. `gather` puts back the older work that it is
  /// about.
  public mutating func add(
    _ told: Submission, in contact: Contact, count: Int, _ gather: (Submission, inout Fold) throws -> Void
  ) rethrows {
    let submission = told.counted(at: contact.counted(told.stamp.at))
    try gather(submission, &fold)
    waiting += 1
    do throws(Refusal) {
      let decision = try fold.office.predict(submission)
        .noting(told: told.stamp.at, countedAs: submission.stamp)
      _ = fold.apply(decision.events.map { .known($0) }, submission.stamp)
      decided[submission.id] = Decided(
        place: waiting, submission: submission, count: count, decision: decision)
    } catch {
      doubtful.append(submission.id)
      _ = fold.apply([], submission.stamp)
    }
  }
}
