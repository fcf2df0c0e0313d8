public import Domain
public import Terminal

/// What the alerts pane remembers.
public struct AlertsState: Sendable {
  /// Numbers of the board's alerts, filtered.
  public internal(set) var rows: [Int] = []
  public internal(set) var cursor = ListCursor<Alert.ID>()
  public internal(set) var filter = PaneFilter()

  func ids(in board: Board) -> LazyMapCollection<[Int], Alert.ID> {
    rows.lazy.map { board.alerts[$0].id }
  }
}
