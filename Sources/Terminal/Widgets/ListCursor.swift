/// Which row of a list the keys act on, and which rows are seen.
///
/// Rows are known by identity: when rows come, go or change places, the selected one stays selected; when it goes,
/// the row that took its place is selected. A list that is seen from its first row stays there as long as the
/// selected one is seen too, so that what comes on top is never out of sight; a list that was scrolled keeps the
/// selected row on its line of the screen.
///
/// A step over the edge brings the selected row to the middle: the rows there stand still for half a screen then,
/// and one key in so many draws them all instead of every one.
public struct ListCursor<ID: Hashable & Sendable>: Hashable, Sendable {
  /// The selected row; nil only while there are no rows.
  public private(set) var selected: ID?
  /// The selected row's number, 0 while there are no rows.
  public private(set) var index = 0
  /// The first row seen.
  public private(set) var top = 0
  public private(set) var count = 0
  /// Whether somebody has gone anywhere in the list.
  private(set) var wasMoved = false
  /// Lines there are to show rows in.
  public private(set) var height: Int

  public init(height: Int = 1) {
    self.height = max(1, height)
  }

  /// The numbers of the rows seen.
  public var visible: Range<Int> { top..<min(count, top + height) }

  /// All that decides where the rows stand, and which one is selected.
  public var place: (top: Int, count: Int, selected: Int) { (top, count, index) }

  /// Takes over a new list of rows.
  public mutating func rowsChanged(_ rows: some RandomAccessCollection<ID>) {
    let line = top == 0 ? nil : index - top
    count = rows.count
    let found = selected.flatMap { wanted in
      index < rows.count && row(index, of: rows) == wanted ? index : numberOf(wanted, in: rows)
    }
    index = found ?? max(0, min(index, rows.count - 1))
    selected = rows.isEmpty ? nil : row(index, of: rows)
    if let line { top = index - line }
    keepInSight()
  }

  /// Takes over a new list of rows where nobody is at work; one that nobody has ever gone through begins at its first
  /// row again.
  public mutating func rowsChangedAside(_ rows: some RandomAccessCollection<ID>) {
    rowsChanged(rows)
    if wasMoved { return }
    (index, top) = (0, 0)
    selected = rows.isEmpty ? nil : row(0, of: rows)
  }

  /// Shows the list from its first row, whatever is selected: nobody is at work in it.
  public mutating func showTop() { top = 0 }

  /// Selects a row by identity; without effect when there is no such row.
  public mutating func select(_ id: ID, in rows: some RandomAccessCollection<ID>) {
    guard let number = numberOf(id, in: rows) else { return }
    move(to: number, in: rows)
  }

  /// Selects a row by number, or the nearest there is.
  public mutating func move(to number: Int, in rows: some RandomAccessCollection<ID>) {
    wasMoved = true
    count = rows.count
    index = max(0, min(number, count - 1))
    selected = rows.isEmpty ? nil : row(index, of: rows)
    if !(top..<top + height).contains(index) { top = index - height / 2 }
    keepInSight()
  }

  /// Goes so many rows down, or up when negative. Returns false at the end of the list.
  @discardableResult
  public mutating func move(by step: Int, in rows: some RandomAccessCollection<ID>) -> Bool {
    let before = index
    move(to: index + step, in: rows)
    return index != before
  }

  /// Goes so many screens down, keeping the line; one row of the last screen stays seen.
  public mutating func page(by screens: Int, in rows: some RandomAccessCollection<ID>) {
    let step = screens * max(1, height - 1)
    top += step
    move(to: index + step, in: rows)
  }

  /// Moves what is seen, taking the selection along only as far as it must (wheel of the mouse).
  public mutating func scroll(by lines: Int, in rows: some RandomAccessCollection<ID>) {
    top = max(0, min(top + lines, rows.count - height))
    move(to: max(top, min(index, top + height - 1)), in: rows)
  }

  /// Takes over the number of lines there are; where there are more than before, rows above come back into sight first.
  public mutating func fit(height: Int) {
    top -= max(0, height - self.height)
    self.height = max(1, height)
    keepInSight()
  }

  /// The row's number on a line of the list, for a click; nil below the last row.
  public func number(onLine line: Int) -> Int? {
    visible.contains(top + line) && line >= 0 ? top + line : nil
  }

  private mutating func keepInSight() {
    top = max(0, min(top, count - height))
    if index < top { top = index }
    if index >= top + height { top = index - height + 1 }
  }

  private func row<Rows: RandomAccessCollection<ID>>(_ number: Int, of rows: Rows) -> ID {
    rows[rows.index(rows.startIndex, offsetBy: number)]
  }

  private func numberOf<Rows: RandomAccessCollection<ID>>(_ id: ID, in rows: Rows) -> Int? {
    rows.firstIndex(of: id).map { rows.distance(from: rows.startIndex, to: $0) }
  }
}
