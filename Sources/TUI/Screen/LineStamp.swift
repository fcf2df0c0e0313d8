/// What a line of a pane shows, in a few numbers: equal stamps look equal.
struct LineStamp: Hashable {
  /// The pane's version: any change of its content, filter, order or minute.
  var version: Int
  /// The number of the row, -1 for an empty line.
  var row: Int
  /// What else it depends on: selected, focused, the selected visit.
  var look: Int
}
