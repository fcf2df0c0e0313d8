/// One column of a table: what it needs, and how soon it gives way where there is no room.
public struct TableColumn: Hashable, Sendable {
  public let title: String
  /// The column with the highest rank leaves first; rank 0 never leaves.
  public let rank: Int
  /// Columns below which it says nothing and is left out instead.
  public let minimum: Int
  /// Columns it can use.
  public let ideal: Int
  public let alignment: Alignment

  /// An `ideal` below the minimum means the minimum; `.max` takes whatever is left.
  public init(_ title: String, rank: Int = 0, minimum: Int, ideal: Int? = nil, alignment: Alignment = .left) {
    self.title = title
    self.rank = rank
    self.minimum = max(0, minimum)
    self.ideal = max(minimum, ideal ?? minimum)
    self.alignment = alignment
  }
}

/// Where the columns of a table stand in a given width: which are there, at what column, how wide.
public struct TableLayout: Hashable, Sendable {
  public struct Place: Hashable, Sendable {
    /// The column's number among those asked for.
    public let index: Int
    public let column: Int
    public let width: Int
    public let alignment: Alignment
  }

  public let places: [Place]
  private let titles: [String]

  public init(_ columns: [TableColumn], width: Int, gap: Int = 1) {
    var kept = Array(columns.indices)
    func needed() -> Int { kept.reduce(0) { $0 + columns[$1].minimum } + gap * max(0, kept.count - 1) }
    while needed() > width {
      let leaving = kept.filter { columns[$0].rank > 0 }.max { columns[$0].rank < columns[$1].rank }
      guard let leaving else { break }
      kept.removeAll { $0 == leaving }
    }
    var left = max(0, width - needed())
    var widths: [Int: Int] = [:]
    for index in kept.sorted(by: { (columns[$0].rank, $0) < (columns[$1].rank, $1) }) {
      // Greedy columns wait until those that know what they need have it.
      let more = columns[index].ideal == .max ? 0 : min(left, columns[index].ideal - columns[index].minimum)
      widths[index] = columns[index].minimum + more
      left -= more
    }
    var greedy = kept.filter { columns[$0].ideal == .max }
    while let index = greedy.first {
      let more = left / greedy.count
      widths[index, default: 0] += more
      left -= more
      greedy.removeFirst()
    }
    titles = columns.map(\.title)
    places = Self.places(of: kept, widths: widths, columns: columns, width: width, gap: gap)
  }

  /// Draws one row; cells are cut to whole words only where `wholeWords` says so, else with `…`.
  public func draw(
    _ cells: [String], on canvas: inout Canvas, at point: Point, style: Style = .plain,
    wholeWords: Set<Int> = []
  ) {
    for place in places where place.index < cells.count {
      let text = cells[place.index]
      canvas.put(
        wholeWords.contains(place.index) ? wordsFitting(text, width: place.width) : text,
        at: point.moved(columns: place.column), style: style, width: place.width, alignment: place.alignment,
        ellipsis: true)
    }
  }

  /// Draws the titles; a title that does not fit as a whole is cut without a mark.
  public func drawTitles(on canvas: inout Canvas, at point: Point, style: Style = .plain) {
    for place in places {
      canvas.put(
        titles[place.index], at: point.moved(columns: place.column), style: style, width: place.width,
        alignment: place.alignment)
    }
  }

  /// What stands above a column.
  public func title(of place: Place) -> String { titles[place.index] }

  /// The cells of some columns asked for, in a table drawn from this cell on.
  public func columns(of indices: [Int], from start: Int = 0) -> [Range<Int>] {
    places.filter { indices.contains($0.index) }.map { start + $0.column..<start + $0.column + $0.width }
  }

  /// The place of a column asked for, nil when it had to leave.
  public func place(of index: Int) -> Place? {
    places.first { $0.index == index }
  }

  private static func places(
    of kept: [Int], widths: [Int: Int], columns: [TableColumn], width: Int, gap: Int
  ) -> [Place] {
    var column = 0
    var places: [Place] = []
    for index in kept {
      let given = min(widths[index] ?? 0, width - column)
      guard given > 0 else { break }
      places.append(Place(index: index, column: column, width: given, alignment: columns[index].alignment))
      column += given + gap
    }
    return places
  }
}
