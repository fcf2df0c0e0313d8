public import Domain

/// A place in the office's past.
public enum PastPlace: Hashable, Sendable {
  /// What was recorded up to and with an instant.
  case at(Timestamp)
  /// After an entry of the ledger.
  case entry(Int)
  /// One entry before another; nil is the last there is.
  case before(Int?)
}
