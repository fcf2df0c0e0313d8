public import Domain
import Verbs

/// The office as it was known at a moment, on its way to the screen.
public struct PastView: Sendable {
  public let office: Office
  public let board: Board
  /// The instant that clocks and ages are counted to.
  public let at: Timestamp
  /// The entry it ends with; nil before the first one.
  public let entry: Entry?
  /// The ledger's last entry.
  public let lastSeq: Int

  public init(office: Office, board: Board, at: Timestamp, entry: Entry?, lastSeq: Int) {
    self.office = office
    self.board = board
    self.at = at
    self.entry = entry
    self.lastSeq = lastSeq
  }
}

/// While the panes show the past: which, and what goes on meanwhile.
struct Past: Sendable {
  /// The entry the shown state ends with.
  var seq: Int
  var lastSeq: Int
  /// The office as it is, kept up while nobody sees it.
  var office: Office
  var board: Board
  var now: Timestamp
}
