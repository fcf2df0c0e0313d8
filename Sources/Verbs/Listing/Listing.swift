/// Rows of one kind, ready for a script or for eyes: NDJSON, tabs, or a table.
public struct Listing: Hashable, Sendable {
  public struct Column: Hashable, Sendable {
    /// The key of the header line, in camelCase.
    public let key: String
    public let title: String
    public let isRight: Bool

    public init(_ key: String, _ title: String, isRight: Bool = false) {
      self.key = key
      self.title = title
      self.isRight = isRight
    }
  }

  public struct Row: Hashable, Sendable {
    /// One for each column, for eyes.
    public let cells: [String]
    public let json: JSONValue

    public init(_ cells: [String], _ json: JSONValue) {
      self.cells = cells
      self.json = json
    }
  }

  public let columns: [Column]
  public let rows: [Row]
  /// So many characters of a value are shown in a table.
  public var widest = 48

  public init(columns: [Column], rows: [Row]) {
    self.columns = columns
    self.rows = rows
  }
}

extension Listing {
  /// One object a line.
  public var ndjson: [String] { rows.map(\.json.text) }

  /// A header line and the rows; tabs, line ends and backslashes inside a value are escaped.
  public var tsv: [String] {
    [columns.map(\.key).joined(separator: "\t")]
      + rows.map { $0.cells.map(Listing.escaped).joined(separator: "\t") }
  }

  /// Lines of a table. The texts come from outside: `clean` makes a value harmless, `width` measures it in cells.
  /// Cells are cut at the widest that a screen has room for, unless it is for a file or a pipe, and `isWhole`.
  public func table(
    clean: (String) -> String = { $0 }, isWhole: Bool = false, width: (String) -> Int = { $0.count }
  ) -> [String] {
    let titles = columns.map(\.title)
    let cells = rows.map { row in row.cells.map { clean($0).clipped(isWhole ? max(400, widest) : widest) } }
    var widths = titles.map(width)
    for row in cells {
      for (index, cell) in row.enumerated() where index < widths.count {
        widths[index] = max(widths[index], width(cell))
      }
    }
    return ([titles] + cells).map { line(of: $0, widths, width) }
  }

  private func line(of cells: [String], _ widths: [Int], _ width: (String) -> Int) -> String {
    var line = ""
    for (index, cell) in cells.enumerated() where index < widths.count {
      let space = String(repeating: " ", count: max(0, widths[index] - width(cell)))
      line += columns[index].isRight ? space + cell : cell + space
      if index < cells.count - 1 { line += "  " }
    }
    while line.last == " " { line.removeLast() }
    return line
  }

  private static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\t": escaped += "\\t".unicodeScalars
      case "\n": escaped += "\\n".unicodeScalars
      case "\r": escaped += "\\r".unicodeScalars
      case "\\": escaped += "\\\\".unicodeScalars
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}
