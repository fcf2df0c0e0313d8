/// A settings file that has been read: what is right in it, where everything stands, and what was left out.
struct TOMLDocument {
  let file: String
  let root: [String: TOMLNode]
  private(set) var problems: [SettingsProblem]
  private let keys: [[String]: SourcePlace]
  private let values: [[String]: SourcePlace]

  init(text: String, file: String) {
    let reader = TOMLReader(text)
    self.file = file
    root = reader.root
    keys = reader.keys
    values = reader.values
    problems = reader.broken.map {
      SettingsProblem(
        file: file, line: $0.place.line, column: $0.place.column, word: $0.word, sentence: $0.sentence)
    }
  }

  /// The place of a key, else that of the nearest enclosing key, else the start of the file.
  func place(ofKey path: [String]) -> SourcePlace {
    var rest = path[...]
    while !rest.isEmpty {
      if let place = keys[Array(rest)] { return place }
      rest = rest.dropLast()
    }
    return .start
  }

  /// The place of a value, else that of its key.
  func place(ofValue path: [String]) -> SourcePlace { values[path] ?? place(ofKey: path) }

  /// Keys of a table in the order of the file, which a dictionary forgets.
  func ordered(_ table: [String: TOMLNode], under path: [String]) -> [(key: String, value: TOMLNode)] {
    table.map { (key: $0.key, value: $0.value, place: place(ofKey: path + [$0.key])) }
      .sorted { ($0.place.line, $0.place.column, $0.key) < ($1.place.line, $1.place.column, $1.key) }
      .map { ($0.key, $0.value) }
  }

  mutating func report(
    _ word: String, at place: SourcePlace, nearest: [String] = [], _ sentence: String
  ) {
    problems.append(
      SettingsProblem(
        file: file, line: place.line, column: place.column, word: word, nearest: nearest, sentence: sentence))
  }
}
