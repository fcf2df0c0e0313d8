/// Why one row is not taken; the others go on.
public enum RowRefusal: Error, Hashable, Sendable {
  case badDate(field: String, text: String)
  case badNumber(field: String, text: String)
  case badChoice(field: String, text: String)
  case missing(field: String)
  /// Bytes that are none in the encoding that the map declares.
  case undecodable(column: String)
  /// Part of what follows a quote that was opened on this line.
  case unclosedQuote(line: Int)
  /// Part of a row that began on this line and is past the limit, or behind it.
  case rowTooLarge(line: Int, limitBytes: Int)
  case ragged(fields: Int, header: Int)
  /// As many cells as columns, and in none of those whose texts the map knows is any of them.
  case shifted(columns: [String])
  /// A row of somebody else has the handle, or the office knows another one by it.
  case handleTaken(handle: String, by: String)
  case refused(String)

  /// The name under which the report counts it.
  public var code: String {
    switch self {
    case .badDate: "badDate"
    case .badNumber: "badNumber"
    case .badChoice: "badChoice"
    case .missing(let field): "missing \(field)"
    case .undecodable: "undecodable"
    case .unclosedQuote: "unclosedQuote"
    case .rowTooLarge: "rowTooLarge"
    case .ragged: "ragged"
    case .shifted: "shifted"
    case .handleTaken: "handleTaken"
    case .refused(let code): code
    }
  }

  /// The reason as it stands in the file of refused rows.
  public var sentence: String {
    switch self {
    case .badDate(let field, let text): "\(field): \"\(text)\" is no date of the map's formats"
    case .badNumber(let field, let text): "\(field): \"\(text)\" is no number, or none that it may be"
    case .badChoice(let field, let text): "\(field): \"\(text)\" is none of the words it may be"
    case .missing(let field): "\(field) is missing"
    case .undecodable(let column): "\"\(column)\" has bytes that are none in the map's encoding"
    case .unclosedQuote(let line): "a quote opens on line \(line) and never closes"
    case .rowTooLarge(let line, let limit): "the row from line \(line) on is over \(limit) bytes"
    case .ragged(let fields, let header): "\(fields) fields where the header has \(header)"
    case .shifted(let columns):
      "nothing in \(columns.map { "\"\($0)\"" }.joined(separator: ", ")) is what the map expects: its cells are shifted"
    case .handleTaken(let handle, let name): "the handle \"\(handle)\" is \(name)'s"
    case .refused(let code): code
    }
  }
}
