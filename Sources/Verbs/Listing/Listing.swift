/// Rows of one kind, ready for a script or for eyes: NDJSON, tabs, or a table.
public struct Listing: Hashable, Sendable {
  /// A column of the table.
  public struct Column: Hashable, Sendable, ExpressibleByStringLiteral {
    public let title: String
    public let isRight: Bool

    public init(stringLiteral title: String) { self.init(title: title, isRight: false) }

    private init(title: String, isRight: Bool) {
      self.title = title
      self.isRight = isRight
    }

    /// One whose cells end where it ends, such as numbers.
    public static func right(_ title: String) -> Column { Column(title: title, isRight: true) }
  }

  public struct Row: Hashable, Sendable {
    /// One for each column, for eyes.
    public let cells: [String]
    /// The same for programs.
    public let json: JSONValue

    public init(_ cells: [String], _ json: JSONValue) {
      self.cells = cells
      self.json = json
    }
  }

  public let columns: [Column]
  /// What the objects of the rows may say: the columns of ``machine``, whatever the rows of the moment leave out.
  public let keys: [String]
  public let rows: [Row]
  /// So many characters of a value are shown in a table.
  public var widest = 48

  /// `keys` are parted by blanks, one inside another by a point.
  public init(columns: [Column], keys: String, rows: [Row]) {
    self.columns = columns
    self.keys = keys.split(separator: " ").map(String.init)
    self.rows = rows
  }
}

extension Listing {
  /// One object a line.
  public var ndjson: [String] { rows.map(\.json.text) }

  /// A header line and the rows, with the values of ``ndjson``; tabs, line ends and backslashes inside a value are
  /// escaped.
  public var tsv: [String] {
    let table = machine
    return ([table.header] + table.rows).map { $0.map(Listing.escaped).joined(separator: "\t") }
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
