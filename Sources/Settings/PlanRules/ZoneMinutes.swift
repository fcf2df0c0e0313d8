/// Minutes of driving from zone to zone as somebody has measured or agreed them, from a file that a spreadsheet
/// writes: the zones' names in the first line and at the beginning of every other, the minutes where they cross.
public struct ZoneMinutes: Equatable, Sendable {
  public private(set) var zones: [String] = []
  /// By where one sets out and where one goes; a zone to itself is the usual way within it.
  public private(set) var minutes: [String: [String: Int]] = [:]

  public init() {}

  /// What can be used of the file, and what cannot, with its line.
  public static func load(text: String, file: String) -> (table: ZoneMinutes, problems: [SettingsProblem]) {
    var reader = ZoneMinutesReader(file: file)
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (number, line) in lines.enumerated() { reader.read(line, number + 1) }
    if reader.table.zones.isEmpty {
      reader.report(
        1, 1, "", "there is no zone in the first line; the names belong there, a comma before each.")
    }
    return (reader.table, reader.problems)
  }

  fileprivate mutating func begin(_ zones: [String]) { self.zones = zones }

  fileprivate mutating func set(_ minutes: Int, from: String, to: String) {
    self.minutes[from, default: [:]][to] = minutes
  }
}

private struct ZoneMinutesReader {
  let file: String
  var table = ZoneMinutes()
  var problems: [SettingsProblem] = []
  private var separator: Character = ","
  private var rows: [String: Int] = [:]

  init(file: String) { self.file = file }

  mutating func report(_ line: Int, _ column: Int, _ word: String, nearest: [String] = [], _ sentence: String)
  {
    guard problems.count < 100 else { return }
    problems.append(
      SettingsProblem(
        file: file, line: line, column: column, word: word, nearest: nearest, sentence: sentence))
  }

  mutating func read(_ line: Substring, _ number: Int) {
    guard line.contains(where: { $0 != " " }) else { return }
    if table.zones.isEmpty {
      separator = [";", "\t"].first { line.contains($0) } ?? ","
      return begin(cells(line), number)
    }
    let cells = cells(line)
    let from = cells[0].text
    guard table.zones.contains(from) else {
      let nearest = Nearest.words(to: from, in: table.zones)
      return report(
        number, 1, from, nearest: nearest,
        Nearest.sentence("\"\(from)\" is no zone of the first line", nearest, among: table.zones))
    }
    if let other = rows.updateValue(number, forKey: from) {
      return report(number, 1, from, "line \(other) has the ways from \"\(from)\" already.")
    }
    for (column, cell) in cells.dropFirst().enumerated() where !cell.text.isEmpty {
      guard column < table.zones.count else {
        return report(number, cell.column, cell.text, "the first line has no zone above \"\(cell.text)\".")
      }
      guard cell.text.utf8.allSatisfy({ (48...57).contains($0) }), let minutes = Int(cell.text),
        minutes <= 1_440
      else {
        report(
          number, cell.column, cell.text,
          "\"\(cell.text)\" is no way; whole minutes up to 1440 are, or nothing where it is not known.")
        continue
      }
      table.set(minutes, from: from, to: table.zones[column])
    }
  }

  private mutating func begin(_ cells: [(text: String, column: Int)], _ number: Int) {
    var zones: [String] = []
    for cell in cells.dropFirst() where !cell.text.isEmpty || cell.column != cells.last?.column {
      if cell.text.isEmpty || zones.contains(cell.text) {
        report(
          number, cell.column, cell.text,
          cell.text.isEmpty ? "a zone has no name." : "\"\(cell.text)\" stands twice in the first line.")
      }
      zones.append(cell.text)
    }
    table.begin(zones)
  }

  /// What stands between separators, without blanks and quotes around it, with its column.
  private func cells(_ line: Substring) -> [(text: String, column: Int)] {
    var cells: [(text: String, column: Int)] = []
    var column = 1
    for part in line.split(separator: separator, omittingEmptySubsequences: false) {
      var text = part[...]
      while let first = text.first, first == " " || first == "\"" { text = text.dropFirst() }
      while let last = text.last, last == " " || last == "\"" { text = text.dropLast() }
      cells.append((String(text), column))
      column += part.unicodeScalars.count + 1
    }
    return cells
  }
}
