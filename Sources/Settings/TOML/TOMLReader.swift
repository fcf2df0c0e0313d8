/// Reads TOML 1.0, remembers where everything stands, and steps over what is broken.
///
/// A reader of our own: TOMLKit gives no positions for well-formed lines with a wrong word, stops at the
/// first slip, and its C++ parser aborts the process on some of them (an assertion on a broken key in debug
/// builds). Lists of tables (`[[name]]`) are refused: no settings file has them.
struct TOMLReader {
  /// A statement that was left out, and why.
  struct Broken {
    var place: SourcePlace
    var word: String
    var sentence: String
  }

  private(set) var root: [String: TOMLNode] = [:]
  private(set) var keys: [[String]: SourcePlace] = [:]
  private(set) var values: [[String]: SourcePlace] = [:]
  private(set) var broken: [Broken] = []

  private var cursor: TOMLCursor
  private var headers: [[String]: Int] = [:]

  /// After so many broken statements it is no settings file, and the rest is not read.
  private static let patience = 100
  private static let deepest = 32

  init(_ text: String) {
    cursor = TOMLCursor(text)
    var section: [String] = []
    while cursor.skipBlank(acrossLines: true), broken.count < Self.patience {
      let start = cursor
      do throws(TOMLSlip) {
        if cursor.peek == "[" { section = try readHeader() } else { try readStatement(in: section) }
      } catch {
        leaveOut(from: start, error)
      }
    }
    if cursor.peek != nil { note(cursor.place, "the rest of the file", "too much before it is not TOML") }
  }
}

extension TOMLReader {
  private mutating func readHeader() throws(TOMLSlip) -> [String] {
    let start = cursor
    cursor.advance()
    if cursor.peek == "[" { throw cursor.slip("settings have no lists of tables, one [ is enough") }
    let path = try readKey()
    guard cursor.take("]") else { throw cursor.slip("the [ is not closed") }
    try endLine()
    guard open(path, at: start.place) else { throw start.slip("its name is taken by a value above") }
    if let line = headers[path] {
      note(start.place, start.line, "line \(line) has the same section; its lines count all the same")
    } else {
      headers[path] = start.place.line
    }
    return path
  }

  private mutating func readStatement(in section: [String]) throws(TOMLSlip) {
    let start = cursor
    let path = section + (try readKey())
    guard cursor.take("=") else { throw cursor.slip("there is no = after the key") }
    cursor.skipBlank(acrossLines: false)
    let at = cursor.place
    var places: [[String]: (key: SourcePlace?, value: SourcePlace)] = [path: (start.place, at)]
    let value = try readValue(path, &places, depth: 0)
    try endLine()
    guard root.node(at: path) == nil else {
      return note(
        start.place, start.line, "line \(keys[path]?.line ?? 1) gives \"\(path.last ?? "")\" already")
    }
    guard open(Array(path.dropLast()), at: start.place), root.insert(value, at: path[...]) else {
      return note(start.place, start.line, "its name is taken by a value above")
    }
    for (path, place) in places {
      values[path] = place.value
      if let key = place.key, keys[path] == nil { keys[path] = key }
    }
  }

  /// Makes the tables of a path; false where something on the way is no table.
  private mutating func open(_ path: [String], at place: SourcePlace) -> Bool {
    for length in 0..<path.count {
      let part = Array(path.prefix(length + 1))
      switch root.node(at: part) {
      case .table: break
      case nil:
        guard root.insert(.table([:]), at: part[...]) else { return false }
      case .text, .whole, .decimal, .truth, .list, .moment: return false
      }
      if keys[part] == nil { keys[part] = place }
    }
    return true
  }

  private mutating func readKey() throws(TOMLSlip) -> [String] {
    var parts: [String] = []
    repeat {
      cursor.skipBlank(acrossLines: false)
      parts.append(try cursor.readKeyPart())
      cursor.skipBlank(acrossLines: false)
      if parts.count > Self.deepest { throw cursor.slip("the key has too many parts") }
    } while cursor.take(".")
    return parts
  }

  private mutating func readValue(
    _ path: [String], _ places: inout [[String]: (key: SourcePlace?, value: SourcePlace)], depth: Int
  ) throws(TOMLSlip) -> TOMLNode {
    guard depth < Self.deepest else { throw cursor.slip("it is nested too deep") }
    switch cursor.peek {
    case "\"", "'": return .text(try cursor.readString())
    case "[": return try readList(path, &places, depth: depth)
    case "{": return try readTable(path, &places, depth: depth)
    default: return try cursor.readBareValue()
    }
  }

  private mutating func readList(
    _ path: [String], _ places: inout [[String]: (key: SourcePlace?, value: SourcePlace)], depth: Int
  ) throws(TOMLSlip) -> TOMLNode {
    var items: [TOMLNode] = []
    cursor.advance()
    while cursor.skipBlank(acrossLines: true), cursor.peek != "]" {
      let item = path + [String(items.count)]
      places[item] = (nil, cursor.place)
      items.append(try readValue(item, &places, depth: depth + 1))
      cursor.skipBlank(acrossLines: true)
      guard cursor.take(",") || cursor.peek == "]" else { throw cursor.slip("the list is not closed with ]") }
    }
    guard cursor.take("]") else { throw cursor.slip("the list is not closed with ]") }
    return .list(items)
  }

  private mutating func readTable(
    _ path: [String], _ places: inout [[String]: (key: SourcePlace?, value: SourcePlace)], depth: Int
  ) throws(TOMLSlip) -> TOMLNode {
    var table: [String: TOMLNode] = [:]
    cursor.advance()
    cursor.skipBlank(acrossLines: false)
    while cursor.peek != "}" {
      let start = cursor.place
      let key = try readKey()
      guard cursor.take("=") else { throw cursor.slip("there is no = after a key of the table") }
      cursor.skipBlank(acrossLines: false)
      places[path + key] = (start, cursor.place)
      let value = try readValue(path + key, &places, depth: depth + 1)
      guard table.node(at: key) == nil, table.insert(value, at: key[...]) else {
        throw cursor.slip("the table gives \"\(key.joined(separator: "."))\" twice")
      }
      cursor.skipBlank(acrossLines: false)
      guard cursor.take(",") else { break }
      cursor.skipBlank(acrossLines: false)
    }
    guard cursor.take("}") else { throw cursor.slip("the table is not closed with } on its line") }
    return .table(table)
  }

  private mutating func endLine() throws(TOMLSlip) {
    cursor.skipBlank(acrossLines: false)
    if cursor.peek == "#" { cursor.skipLine() } else if cursor.peek == "\n" { cursor.advance() }
    if cursor.isAtLineStart || cursor.peek == nil { return }
    throw cursor.slip("only a comment may follow")
  }
}

extension TOMLReader {
  /// A broken header takes its section with it: its lines would land in the section above.
  private mutating func leaveOut(from start: TOMLCursor, _ slip: TOMLSlip) {
    let isHeader = start.peek == "["
    note(slip.place, start.line, isHeader ? "\(slip.reason), and its section with it" : slip.reason)
    let isLong = cursor.place.line > start.place.line
    cursor = start
    cursor.skipLine()
    while cursor.peek != nil, isHeader ? !cursor.startsHeader : isLong && !cursor.startsStatement {
      cursor.skipLine()
    }
  }

  private mutating func note(_ place: SourcePlace, _ word: String, _ reason: String) {
    let verb = reason.hasSuffix("all the same") ? "stands twice" : "is left out"
    broken.append(Broken(place: place, word: word, sentence: "\"\(word)\" \(verb): \(reason)."))
  }
}

extension [String: TOMLNode] {
  fileprivate func node(at path: [String]) -> TOMLNode? {
    guard let first = path.first, let found = self[first] else { return nil }
    if path.count == 1 { return found }
    guard case .table(let table) = found else { return nil }
    return table.node(at: Array(path.dropFirst()))
  }

  /// False where something on the way is no table.
  fileprivate mutating func insert(_ value: TOMLNode, at path: ArraySlice<String>) -> Bool {
    guard let first = path.first else { return false }
    if path.count == 1 {
      self[first] = value
      return true
    }
    var table: [String: TOMLNode] = [:]
    switch self[first] {
    case .table(let held): table = held
    case nil: break
    case .text, .whole, .decimal, .truth, .list, .moment: return false
    }
    guard table.insert(value, at: path.dropFirst()) else { return false }
    self[first] = .table(table)
    return true
  }
}
