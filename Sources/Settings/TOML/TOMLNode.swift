/// A value of a TOML file.
enum TOMLNode: Equatable {
  case text(String)
  case whole(Int)
  case decimal(Double)
  case truth(Bool)
  case list([TOMLNode])
  case table([String: TOMLNode])
  /// Dates and times: none of our settings is one, so only the fact is kept.
  case moment

  /// What it is, as a word for people.
  var kind: String {
    switch self {
    case .text: "a text"
    case .whole: "a whole number"
    case .decimal: "a decimal number"
    case .truth: "true or false"
    case .list: "a list"
    case .table: "a table"
    case .moment: "a date or time"
    }
  }
}
