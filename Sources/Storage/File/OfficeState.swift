public import Domain

/// The office as one file tells it, and how far in the ledger that is.
public struct OfficeState: Sendable {
  /// With all that waits for the office's answer, at a joined console.
  public let office: Office
  /// The number of the last entry applied, 0 before the first.
  public let seq: Int
  /// The hash of that entry.
  public let head: Digest
  /// How many commands of this console wait for the office's answer.
  public var waiting = 0
  /// How many of those the office would refuse as things stand.
  public var doubtful = 0
  /// The highest of this console's numbers in it.
  var given = 0

  func isSame(as other: OfficeState) -> Bool {
    (seq, given) == (other.seq, other.given) && head == other.head
  }

  /// Whether a state that was read later is one of before it: the file has gone back, or is another console's now.
  func isUndone(by later: OfficeState) -> Bool {
    isNewer(than: later) || seq == later.seq && head != later.head
  }

  /// Whether it tells of more than another.
  func isNewer(than other: OfficeState) -> Bool { (seq, given) > (other.seq, other.given) }
}
