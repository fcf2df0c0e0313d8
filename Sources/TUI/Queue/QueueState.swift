public import Domain
public import Terminal

/// What the queue pane remembers: which rows are shown in which order, and which one is selected.
public struct QueueState: Sendable {
  /// What the filter chooses from: the board's queue, or all open orders.
  public internal(set) var source: [QueueRow] = []
  /// Numbers of rows of the source, filtered and sorted.
  public internal(set) var rows: [Int] = []
  public internal(set) var cursor = ListCursor<WorkOrder.ID>()
  public internal(set) var filter = PaneFilter()
  /// Why what is typed is no filter, and hides nothing; nil where it is one.
  var fault: String?
  /// Whether it looks at all open orders instead of the unassigned ones.
  public internal(set) var isOpen = false
  public internal(set) var order = QueueOrder.score
  public internal(set) var isReversed = false
  /// Rows of one zone stand together.
  public internal(set) var isGrouped = false
  /// The columns after priority and number, as chosen; nil for as many as the width shows.
  public internal(set) var columns: [QueueColumn]?

  /// The row that stands at a place of the list.
  func row(at number: Int) -> QueueRow { source[rows[number]] }

  var ids: LazyMapCollection<[Int], WorkOrder.ID> { rows.lazy.map { source[$0].id } }
}
