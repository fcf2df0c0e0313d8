/// How the columns of somebody else's file become fields of ours.
public struct ImportMap: Equatable, Sendable {
  /// What the file is like.
  public struct Source: Equatable, Sendable {
    /// Any name the system's iconv knows.
    public var encoding = "utf-8"
    public var delimiter: Character = ","
    /// The zone of times that carry none, such as `America/New_York`; nil is the office's.
    public var zone: String?
    /// Texts that mean "nothing here", compared after outer blanks are taken off.
    public var missing: [String] = [""]
    public var rowsPer = RowUnit.order
    /// Whether each column that has the name of a field of ours fills it, as in a file that Callout has written.
    public var hasOwnColumns = false

    public init() {}
  }

  /// What one row stands for; rows of one reference belong together unless each is an order.
  public enum RowUnit: String, CaseIterable, Sendable {
    case order
    case event
    case unit
  }

  /// How one field gets its value.
  public enum Rule: Equatable, Sendable {
    case column(Column)
    /// The values that are there, in this order, with the text between them.
    case joined(columns: [String], separator: String)
  }

  /// One column and what is done with its text: pattern, then values or aliases, then format.
  public struct Column: Equatable, Sendable {
    public var name: String
    /// Patterns of dates and times, tried in order; empty means the usual ones.
    public var formats: [String] = []
    /// The only texts there are, and what each means; another text counts as missing.
    public var values: [String: String] = [:]
    /// Stands in for a missing text; without it there is nothing there.
    public var defaultValue: String?
    /// Other words for ours; a text that is not among them stays as it is.
    public var aliases: [String: String] = [:]
    /// A regular expression; its group is taken, and no match means nothing there.
    public var pattern: String?
    public var group = 0

    public init(_ name: String) {
      self.name = name
    }
  }

  /// One field with its rule and the line that says so, counted from 1.
  public struct Field: Equatable, Sendable {
    public var name: String
    public var rule: Rule
    public var line: Int

    public init(name: String, rule: Rule, line: Int) {
      self.name = name
      self.rule = rule
      self.line = line
    }
  }

  public var source: Source
  /// In the order of the file.
  public var fields: [Field]

  public init(source: Source = Source(), fields: [Field] = []) {
    self.source = source
    self.fields = fields
  }

  public subscript(field: String) -> Rule? { fields.first { $0.name == field }?.rule }

  /// Every column the map reads, in order of first use: what a file's header must have.
  public var columns: [String] {
    var columns: [String] = []
    for field in fields {
      switch field.rule {
      case .column(let column): columns.append(column.name)
      case .joined(let names, _): columns += names
      }
    }
    var seen: Set<String> = []
    return columns.filter { seen.insert($0).inserted }
  }
}
