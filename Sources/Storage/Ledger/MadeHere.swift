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

  /// What a console that is left says to the next one in its place: its oldest entry, and what it submitted.
  public var text: String { ([String(first)] + submissions.map(\.description)).joined(separator: " ") }

  /// Reads what was said; nil where it is nothing of the kind.
  public init?(_ text: String) {
    let words = text.split(separator: " ").map(String.init)
    guard let first = words.first.flatMap({ Int($0) }) else { return nil }
    self.first = first
    submissions = Set(words.dropFirst().compactMap { Submission.ID($0) })
  }

  public mutating func add(_ submission: Submission.ID, entry seq: Int) {
    submissions.insert(submission)
    first = min(first, seq)
  }

  public mutating func keep(_ entry: Entry) {
    given.append(entry)
    if given.count > Self.longest { given.removeFirst() }
  }
}
