public import Domain

/// How the console stands with its file and its office, as the header says it.
public enum Link: Hashable, Sendable {
  /// This console's file is the office: everything is confirmed at once.
  case local
  /// Nothing can be written since an instant; typing is kept.
  case notSaving(since: Timestamp, Failure)
}
