import Domain
import Terminal

/// What the queue says about an order in few letters.
enum QueueText {
  /// Site and problem, the site giving way before the problem is lost altogether, and no more than it must.
  static func fitted(_ row: QueueRow, width: Int) -> String {
    guard !row.siteName.isEmpty else { return wordsFitting(row.summary, width: width) }
    let whole = "\(row.siteName) · \(row.summary)"
    if displayWidth(of: whole) <= width { return whole }
    let room = max(1, width / 2, width - displayWidth(of: row.summary) - 3)
    let site =
      displayWidth(of: row.siteName) > room ? beginning(of: row.siteName, width: room) : row.siteName
    let fitted = wordsFitting("\(site) · \(row.summary)", width: width)
    // Rather the beginning of the first word of the problem than none.
    if fitted.hasSuffix("·") { return "\(site) · \(row.summary)" }
    // What the problem's next word has no room in is the site's.
    let problem = fitted.dropFirst(site.count)
    return beginning(of: row.siteName, width: width - displayWidth(of: String(problem))) + problem
  }

  /// The first words, without the comma that the rest would follow.
  private static func beginning(of name: String, width: Int) -> String {
    let words = wordsFitting(name, width: width)
    return words.hasSuffix(",") ? String(words.dropLast()) : words
  }

  /// What is marked of it; that somebody works on it leaves room for nothing else.
  static func flags(_ row: QueueRow, on board: Board) -> String {
    if let claimed = QueueMark.claimed.text(row, on: board) { return claimed }
    return QueueMark.allCases.compactMap { $0.text(row, on: board) }.joined()
  }
}

extension QueueRow {
  /// The customer where he is not called as the site is.
  var customerBesideSite: String { customerName == siteName ? "" : customerName }
}
