public import Domain
public import Terminal

/// What the queue pane remembers: which rows are shown in which order, and which one is selected.
public struct QueueState: Sendable {
  /// Numbers of rows of the board's queue, filtered and sorted.
  public internal(set) var rows: [Int] = []
  public internal(set) var cursor = ListCursor<WorkOrder.ID>()
  public internal(set) var filter = PaneFilter()
  public internal(set) var order = QueueOrder.score
  /// Rows of one zone stand together.
  public internal(set) var isGrouped = false

  func ids(in board: Board) -> LazyMapCollection<[Int], WorkOrder.ID> {
    rows.lazy.map { board.queue[$0].id }
  }
}
