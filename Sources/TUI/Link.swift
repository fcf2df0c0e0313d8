public import Domain

/// How the console stands with its file and its office, as the header says it.
public enum Link: Hashable, Sendable {
  /// This console's file is the office: everything is confirmed at once.
  case local
  /// Nothing can be written since an instant; typing is kept.
  case notSaving(since: Timestamp, Failure)
  /// This console has joined an office, for which so many of its commands wait.
  case office(OfficeLink, waiting: Int)
}

/// How a joined console stands with its office.
public enum OfficeLink: Hashable, Sendable {
  /// All that the office had a moment ago is here.
  case live
  case behind
  /// The office answers, and can write nothing: its disk may be full.
  case full
  /// Since when the office does not answer.
  case offline(since: Timestamp)
  /// It does not go on by itself.
  case stopped(Failure)
}
