/// A place in a settings file, counted from 1, columns in Unicode scalars as the TOML reader counts them.
struct SourcePlace: Equatable {
  var line: Int
  var column: Int

  static let start = SourcePlace(line: 1, column: 1)
}
