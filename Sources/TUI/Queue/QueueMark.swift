import Domain

/// A mark behind a row of the queue.
enum QueueMark: CaseIterable {
  case claimed, duplicate, furtherCalls, comesBack, followUp, oddTimes

  /// What the row shows for it on a board; nil where it does not apply.
  func text(_ row: QueueRow, on board: Board) -> String? {
    switch self {
    case .duplicate: board.alike.contains(row.id) ? sign : nil
    case .claimed: row.claimedBy.map { "@\($0)" }
    case .furtherCalls: row.furtherCalls > 0 ? "+\(row.furtherCalls)" : nil
    case .comesBack: row.comesBack ? "R" : nil
    case .followUp: row.isFlagged ? "F" : nil
    case .oddTimes: row.hasAnomaly ? "!?" : nil
    }
  }

  /// How it looks where it stands for any row.
  var sign: String {
    switch self {
    case .claimed: "@BL"
    case .duplicate: "D?"
    case .furtherCalls: "+2"
    case .comesBack: "R"
    case .followUp: "F"
    case .oddTimes: "!?"
    }
  }

  var words: String {
    switch self {
    case .claimed: "somebody works on it: his initials"
    case .duplicate: "may be a duplicate: another open order says the same of the same place"
    case .furtherCalls: "so many further calls about it"
    case .comesBack: "a return: somebody was there and left it undone, or it was sent back"
    case .followUp: "flagged to come back to"
    case .oddTimes: "what was reported of it does not fit together: its window says what"
    }
  }
}
