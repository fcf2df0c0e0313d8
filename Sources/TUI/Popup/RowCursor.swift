/// The keys that go through the rows of a list.
enum RowCursor {
  /// Moves the marked row among so many; false for an action that is none of the list. Without a page no key turns one.
  static func move(_ index: inout Int, by action: String, among count: Int, page: Int? = nil) -> Bool {
    let last = max(0, count - 1)
    switch (Action(rawValue: action), page) {
    case (.moveDown, _): index = min(last, index + 1)
    case (.moveUp, _): index = max(0, index - 1)
    case (.moveFirst, _): index = 0
    case (.moveLast, _): index = last
    case (.pageDown, let page?): index = min(last, index + page)
    case (.pageUp, let page?): index = max(0, index - page)
    default: return false
    }
    return true
  }
}
