public import Domain
public import Terminal

/// What the alerts pane remembers.
public struct AlertsState: Sendable {
  /// Numbers of the board's alerts, filtered.
  public internal(set) var rows: [Int] = []
  public internal(set) var cursor = ListCursor<Alert.ID>()
  public internal(set) var filter = PaneFilter()
  /// Where the alert stood that is being put off: the one that comes after it there is the next to be looked at.
  var leaving: Int?

  func ids(in board: Board) -> LazyMapCollection<[Int], Alert.ID> {
    rows.lazy.map { board.alerts[$0].id }
  }
}
