import _StringProcessing

extension ImportMap {
  /// Reads a map; each field that is not right is reported and left out, the rest loads.
  public static func load(
    text: String, file: String, knownFields: Set<String>, words: [String: [String]] = [:],
    isZone: @escaping (String) -> Bool = { _ in true }
  ) -> (map: ImportMap, problems: [SettingsProblem]) {
    var reader = ImportMapReader(
      document: TOMLDocument(text: text, file: file), knownFields: knownFields, words: words, isZone: isZone)
    reader.read()
    return (reader.map, reader.document.problems.sorted())
  }

  /// Reads a map for one kind of thing.
  ///
  /// - Parameters:
  ///   - words: the only words that the fields of these names may have, which the map must lead to.
  ///   - isZone: whether the system's tables know a zone.
  public static func load(
    text: String, file: String, kind: ImportKind, words: [String: [String]] = [:],
    isZone: @escaping (String) -> Bool = { _ in true }
  ) -> (map: ImportMap, problems: [SettingsProblem]) {
    load(text: text, file: file, knownFields: kind.fields, words: words, isZone: isZone)
  }
}

private struct ImportMapReader {
  var document: TOMLDocument
  let knownFields: Set<String>
  let words: [String: [String]]
  let isZone: (String) -> Bool
  var map = ImportMap()

  private static let sourceKeys = ["encoding", "delimiter", "zone", "missing", "one-row-per", "own-columns"]
  private static let columnKeys = ["column", "format", "values", "default", "aliases", "pattern", "group"]
  private static let joinKeys = ["columns", "join"]

  mutating func read() {
    for (name, value) in document.ordered(document.root, under: []) {
      switch (name, value) {
      case ("source", .table(let source)): read(source: source)
      case ("fields", .table(let fields)): read(fields: fields)
      case ("source", _), ("fields", _): wrongKind([name], value, "a section")
      default: unknown(name, in: ["source", "fields"], "section of an import map", at: [name])
      }
    }
    if map.fields.isEmpty, !map.source.hasOwnColumns, document.problems.isEmpty {
      document.report(
        "fields", at: document.place(ofKey: ["fields"]), nearest: ["fields"],
        "no field is filled: [fields] says which column goes where.")
    }
  }

  private mutating func read(source: [String: TOMLNode]) {
    for (key, value) in document.ordered(source, under: ["source"]) {
      let path = ["source", key]
      switch (key, value) {
      case ("encoding", .text(let text)): read(encoding: text, at: path)
      case ("delimiter", .text(let text)): read(delimiter: text, at: path)
      case ("zone", .text(let text)): read(zone: text, at: path)
      case ("missing", .list(let list)): map.source.missing = texts(list, at: path)
      case ("missing", .text(let text)): map.source.missing = [text]
      case ("one-row-per", .text(let text)): read(rowsPer: text, at: path)
      case ("own-columns", .truth(let isOwn)): map.source.hasOwnColumns = isOwn
      default:
        if Self.sourceKeys.contains(key) {
          wrongKind(path, value, expected(ofSource: key))
        } else {
          unknown(key, in: Self.sourceKeys, "key of [source]", at: path)
        }
      }
    }
  }

  private func expected(ofSource key: String) -> String {
    switch key {
    case "missing": "a list of texts"
    case "own-columns": "true or false"
    default: "a text"
    }
  }

  private mutating func read(encoding: String, at path: [String]) {
    let isName = encoding.unicodeScalars.allSatisfy { $0.isASCII && $0.value > 0x20 && $0 != "\"" }
    if isName, !encoding.isEmpty {
      map.source.encoding = encoding
    } else {
      say(encoding, at: path, "\"\(encoding)\" is no encoding; utf-8, iso-8859-1 or windows-1252 are.")
    }
  }

  private mutating func read(delimiter: String, at path: [String]) {
    if delimiter.count == 1, let character = delimiter.first, character != "\"", !character.isNewline {
      map.source.delimiter = character
    } else {
      say(delimiter, at: path, "\"\(delimiter)\" is no delimiter: one character is, such as , ; | or \\t.")
    }
  }

  /// Whether the zone exists is known to whoever has the system's tables.
  private mutating func read(zone: String, at path: [String]) {
    let isShaped =
      !zone.isEmpty && !zone.contains("..") && zone.first != "/"
      && zone.unicodeScalars.allSatisfy {
        $0.isASCII && ($0.properties.isAlphabetic || "0123456789/_+-".unicodeScalars.contains($0))
      }
    if isShaped, isZone(zone) {
      map.source.zone = zone
    } else {
      say(zone, at: path, "\"\(zone)\" is no zone; Europe/London or UTC are.")
    }
  }

  private mutating func read(rowsPer text: String, at path: [String]) {
    if let unit = ImportMap.RowUnit(rawValue: text) {
      map.source.rowsPer = unit
    } else {
      unknown(text, in: ImportMap.RowUnit.allCases.map(\.rawValue), "row unit", at: path, isValue: true)
    }
  }
}

extension ImportMapReader {
  private mutating func read(fields: [String: TOMLNode]) {
    for (name, value) in document.ordered(fields, under: ["fields"]) {
      let path = ["fields", name]
      guard knownFields.contains(name) else {
        unknown(name, in: Array(knownFields), "field", at: path)
        continue
      }
      let rule: ImportMap.Rule? =
        switch value {
        case .text(let column): isColumn(column, at: path) ? .column(ImportMap.Column(column)) : nil
        case .table(let table):
          table["columns"] == nil ? readColumn(table, at: path) : readJoin(table, at: path)
        case .whole, .decimal, .truth, .list, .moment: nil
        }
      if let rule {
        map.fields.append(ImportMap.Field(name: name, rule: rule, line: document.place(ofKey: path).line))
      } else if value.isNeitherTextNorTable {
        wrongKind(path, value, "the name of a column, or a table")
      }
    }
  }

  private mutating func isColumn(_ name: String, at path: [String]) -> Bool {
    if name.isEmpty { say(name, at: path, "\"\(path.last ?? "")\" names no column.") }
    return !name.isEmpty
  }

  private mutating func readJoin(_ table: [String: TOMLNode], at path: [String]) -> ImportMap.Rule? {
    var columns: [String] = []
    var separator = " "
    for (key, value) in document.ordered(table, under: path) {
      switch (key, value) {
      case ("columns", .list(let list)): columns = texts(list, at: path + [key])
      case ("join", .text(let text)): separator = text
      case ("columns", _): wrongKind(path + [key], value, "a list of columns")
      case ("join", _): wrongKind(path + [key], value, "a text")
      default: unknown(key, in: Self.joinKeys, "key beside columns", at: path + [key])
      }
    }
    if columns.isEmpty || columns.contains("") {
      say(path.last ?? "", at: path, "\"\(path.last ?? "")\" names no column.")
      return nil
    }
    return .joined(columns: columns, separator: separator)
  }

  private mutating func readColumn(_ table: [String: TOMLNode], at path: [String]) -> ImportMap.Rule? {
    var column = ImportMap.Column("")
    let before = document.problems.count
    for (key, value) in document.ordered(table, under: path) {
      let here = path + [key]
      switch (key, value) {
      case ("column", .text(let text)): column.name = text
      case ("default", .text(let text)):
        column.defaultValue = text
        checkTarget(text, of: path, at: here)
      case ("format", .text(let text)): column.formats = checked([text], at: here, isList: false)
      case ("format", .list(let list)):
        column.formats = checked(texts(list, at: here), at: here, isList: true)
      case ("values", .table(let pairs)):
        column.values = texts(pairs, at: here)
        for (key, text) in column.values { checkTarget(text, of: path, at: here + [key]) }
      case ("aliases", .table(let pairs)):
        column.aliases = texts(pairs, at: here)
        for (key, text) in column.aliases { checkTarget(text, of: path, at: here + [key]) }
      case ("pattern", .text(let text)): column.pattern = checked(pattern: text, at: here)
      case ("group", .whole(let number)) where (0...99).contains(number): column.group = number
      default:
        if Self.columnKeys.contains(key) {
          wrongKind(here, value, Self.expected(key))
        } else {
          unknown(key, in: Self.columnKeys + ["columns"], "key of a field", at: here)
        }
      }
    }
    if column.name.isEmpty {
      // A mistyped key was named already, and is why there is no column.
      if document.problems.count > before { return nil }
      say(path.last ?? "", at: path, "\"\(path.last ?? "")\" names no column: column = \"…\" says which.")
      return nil
    }
    if column.group > 0, column.pattern == nil, table["pattern"] == nil {
      say("group", at: path + ["group"], "\"group\" has no pattern to take a group from.")
      column.group = 0
    }
    return groupExists(&column, at: path) ? .column(column) : nil
  }

  private static func expected(_ key: String) -> String {
    switch key {
    case "values", "aliases": "a table of texts"
    case "group": "a whole number from 0 to 99"
    case "format": "a text or a list of texts"
    default: "a text"
    }
  }
}

extension ImportMapReader {
  private mutating func checked(pattern: String, at path: [String]) -> String? {
    if (try? Regex(pattern)) != nil { return pattern }
    say(pattern, at: path, "\"\(pattern)\" is no regular expression.")
    return nil
  }

  /// A word that the field cannot have would refuse every row that leads to it.
  private mutating func checkTarget(_ text: String, of path: [String], at place: [String]) {
    let field = path.last ?? ""
    guard let valid = words[field], !valid.contains(text) else { return }
    unknown(text, in: valid, "word for \(field)", at: place, isValue: true)
  }

  /// A group the pattern lacks would make every row empty without a word.
  private mutating func groupExists(_ column: inout ImportMap.Column, at path: [String]) -> Bool {
    guard let pattern = column.pattern else { return true }
    let groups = pattern.capturingGroups
    if column.group <= groups { return true }
    say(
      String(column.group), at: path + ["group"],
      "\"\(path.last ?? "")\" takes group \(column.group), the pattern has \(groups).")
    return false
  }

  private mutating func checked(_ formats: [String], at path: [String], isList: Bool) -> [String] {
    formats.enumerated().filter { index, format in
      guard let letter = DatePattern.strangeLetter(in: format) else { return true }
      document.report(
        format, at: document.place(ofValue: isList ? path + [String(index)] : path), nearest: [],
        "\"\(format)\" is no format: \"\(letter)\" stands for nothing; \(DatePattern.letters) do.")
      return false
    }.map(\.element)
  }

  private mutating func texts(_ list: [TOMLNode], at path: [String]) -> [String] {
    list.enumerated().compactMap { index, node in
      if case .text(let text) = node { return text }
      wrongKind(path + [String(index)], node, "a text")
      return nil
    }
  }

  private mutating func texts(_ pairs: [String: TOMLNode], at path: [String]) -> [String: String] {
    var texts: [String: String] = [:]
    for (key, node) in document.ordered(pairs, under: path) {
      if case .text(let text) = node { texts[key] = text } else { wrongKind(path + [key], node, "a text") }
    }
    return texts
  }

  private mutating func say(_ word: String, at path: [String], _ sentence: String) {
    document.report(word, at: document.place(ofValue: path), sentence)
  }

  private mutating func wrongKind(_ path: [String], _ value: TOMLNode, _ expected: String) {
    let word = path.last ?? ""
    say(word, at: path, "\"\(word)\" is \(value.kind) where \(expected) belongs.")
  }

  private mutating func unknown(
    _ word: String, in valid: [String], _ what: String, at path: [String], isValue: Bool = false
  ) {
    let nearest = Nearest.words(to: word, in: valid)
    document.report(
      word, at: isValue ? document.place(ofValue: path) : document.place(ofKey: path), nearest: nearest,
      Nearest.sentence("\"\(word)\" is no \(what)", nearest, among: valid))
  }
}

extension TOMLNode {
  fileprivate var isNeitherTextNorTable: Bool {
    switch self {
    case .text, .table: false
    case .whole, .decimal, .truth, .list, .moment: true
    }
  }
}
