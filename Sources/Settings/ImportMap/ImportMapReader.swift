/// Reads a map from TOML, and says of each part that is not right where it stands.
struct ImportMapReader {
  var document: TOMLDocument
  let knownFields: Set<String>
  let needed: [String]
  let words: [String: [String]]
  let isZone: (String) -> Bool
  let isEncoding: (String) -> Bool
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
    } else if !map.source.hasOwnColumns, document.problems.isEmpty {
      checkNeeded()
    }
  }

  /// What no row can do without is said once, and not of every row.
  private mutating func checkNeeded() {
    guard case .table(let fields)? = document.root["fields"] else { return }
    for name in needed where fields[name] == nil {
      document.report(
        name, at: document.place(ofKey: ["fields"]), nearest: [],
        "[fields] says nothing of \(name), which every row needs.")
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

  /// Which encodings there are is known to whoever has the system's tables; the usual ones are offered.
  private mutating func read(encoding: String, at path: [String]) {
    let isName = encoding.unicodeScalars.allSatisfy { $0.isASCII && $0.value > 0x20 && $0 != "\"" }
    if isName, !encoding.isEmpty, isEncoding(encoding) {
      map.source.encoding = encoding
    } else {
      unknown(encoding, in: Self.usualEncodings, "encoding", at: path, isValue: true)
    }
  }

  private static let usualEncodings = [
    "utf-8", "utf-16", "ascii", "iso-8859-1", "iso-8859-15", "windows-1250", "windows-1251", "windows-1252",
    "cp437", "cp850", "macintosh", "koi8-r", "shift_jis", "euc-jp", "gb18030", "big5"
  ]

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

extension TOMLNode {
  fileprivate var isNeitherTextNorTable: Bool {
    switch self {
    case .text, .table: false
    case .whole, .decimal, .truth, .list, .moment: true
    }
  }
}
