import Settings
import Testing

@Suite("Import map")
struct ImportMapTests {
  private func load(_ text: String) -> (map: ImportMap, problems: [SettingsProblem]) {
    ImportMap.load(text: text, file: "calls.toml", kind: .workOrders)
  }

  @Test("reads every form a field can have")
  func forms() throws {
    let read = load(
      """
      [source]
      encoding = "windows-1252"
      delimiter = "\\t"
      zone = "America/New_York"
      missing = ["", "NULL", "-9999"]
      one-row-per = "unit"
      [fields]
      reference = "Call Number"
      createdAt = { column = "Received", format = ["MM/dd/yyyy hh:mm:ss a", "MM/dd/yyyy"] }
      summary = { columns = ["Call Type", "descriptor"], join = " · " }
      priority = { column = "Final Priority", values = { "3" = "P1", "2" = "P3" }, default = "P4" }
      trade = { column = "Sent To", aliases = { "Sta Env" = "cleaning" } }
      lat = { column = "Location", pattern = '\\(([-0-9.]+), ([-0-9.]+)\\)', group = 1 }
      """)
    #expect(read.problems == [])
    let source = read.map.source
    #expect(
      source.encoding == "windows-1252" && source.delimiter == "\t" && source.zone == "America/New_York")
    #expect(source.missing == ["", "NULL", "-9999"] && source.rowsPer == .unit)
    #expect(read.map.fields.map(\.name) == ["reference", "createdAt", "summary", "priority", "trade", "lat"])
    #expect(read.map.fields.map(\.line) == Array(8...13))
    #expect(read.map["reference"] == .column(ImportMap.Column("Call Number")))
    #expect(read.map["summary"] == .joined(columns: ["Call Type", "descriptor"], separator: " · "))
    var priority = ImportMap.Column("Final Priority")
    priority.values = ["3": "P1", "2": "P3"]
    priority.defaultValue = "P4"
    #expect(read.map["priority"] == .column(priority))
    var lat = ImportMap.Column("Location")
    lat.pattern = #"\(([-0-9.]+), ([-0-9.]+)\)"#
    lat.group = 1
    #expect(read.map["lat"] == .column(lat))
    #expect(
      read.map.columns == [
        "Call Number", "Received", "Call Type", "descriptor", "Final Priority", "Sent To", "Location"
      ])
  }

  @Test("has defaults for the source")
  func defaults() {
    let source = load("[fields]\nsummary = \"text\"\n").map.source
    #expect(source.encoding == "utf-8" && source.delimiter == "," && source.zone == nil)
    #expect(source.missing == [""] && source.rowsPer == .order)
  }

  @Test(
    "names line and nearest word for what is not right",
    arguments: [
      ("[fields]\nsumary = \"a\"", 2, "summary"),
      ("[feilds]\nsummary = \"a\"", 1, "fields"),
      ("[source]\ndelimeter = \",\"\n[fields]\nsummary = \"a\"", 2, "delimiter"),
      ("[source]\none-row-per = \"ordr\"\n[fields]\nsummary = \"a\"", 2, "order"),
      ("[fields]\nsummary = { colum = \"a\" }", 2, "column"),
      ("[fields]\nsummary = { columns = [\"a\"], joinn = \"b\" }", 2, "join")
    ])
  func nearest(text: String, line: Int, word: String) throws {
    let problem = try #require(load(text).problems.first { $0.nearest.first == word })
    #expect(problem.line == line)
    #expect(problem.file == "calls.toml")
  }

  @Test(
    "refuses what could only go wrong later",
    arguments: [
      ("lat = { column = \"L\", pattern = '(' }", "regular expression"),
      ("lat = { column = \"L\", pattern = '(a)', group = 2 }", "takes group 2, the pattern has 1"),
      ("lat = { column = \"L\", group = 1 }", "has no pattern"),
      ("createdAt = { column = \"C\", format = \"jj.MM.yyyy\" }", "\"jj\" stands for nothing"),
      ("createdAt = { column = \"C\", format = \"dd.MM.yy\" }", "\"yy\" stands for nothing; yyyy M MM"),
      ("createdAt = { column = \"C\", format = \"dd MMM yyyy\" }", "\"MMM\" stands for nothing"),
      ("createdAt = { column = \"C\", format = \"yyyy 'at\" }", "\"'\" stands for nothing"),
      ("summary = 3", "a whole number where the name of a column"),
      ("summary = { values = { a = \"b\" } }", "names no column"),
      ("priority = { column = \"P\", values = { \"3\" = 1 } }", "a whole number where a text belongs"),
      ("summary = { columns = [] }", "names no column")
    ])
  func refuses(field: String, words: String) throws {
    let read = load("[fields]\nreference = \"R\"\n" + field)
    let problem = try #require(read.problems.first)
    #expect(problem.line == 3)
    #expect(problem.sentence.contains(words))
    #expect(read.map["reference"] != nil, "the rest loads")
  }

  @Test("says of a mistyped key only that")
  func mistypedKey() {
    let problems = load("[fields]\nsummary = { colum = \"a\" }").problems
    #expect(problems.count == 1)
    #expect(problems.first?.nearest.first == "column")
  }

  @Test(
    "refuses a word that the field may not have",
    arguments: ["values = { \"A\" = \"P9\" }", "aliases = { \"A\" = \"P9\" }", "default = \"P9\""])
  func target(rule: String) throws {
    let read = ImportMap.load(
      text: "[fields]\npriority = { column = \"P\", \(rule) }", file: "m.toml", kind: .workOrders,
      words: ["priority": ["P1", "P2"]])
    let problem = try #require(read.problems.first)
    #expect(problem.line == 2 && problem.word == "P9" && problem.nearest.first == "P1")
  }

  @Test("refuses to leave out what every row needs", arguments: ImportKind.allCases)
  func needed(kind: ImportKind) {
    let read = ImportMap.load(text: "[fields]\nreference = \"R\"", file: "m.toml", kind: kind)
    #expect(read.problems.map(\.word) == kind.needed && !kind.needed.isEmpty)
    let whole = kind.needed.map { "\($0) = \"c\"" }.joined(separator: "\n")
    #expect(ImportMap.load(text: "[fields]\n" + whole, file: "m.toml", kind: kind).problems.isEmpty)
  }

  @Test("finds a built-in map by the word that it begins with")
  func near() {
    #expect(BuiltIn.mapsNear("bostn") == ["boston-311"] && BuiltIn.mapsNear("qqqqqqqqq").isEmpty)
  }

  @Test("refuses a zone that the system does not know, at its line")
  func unknownZone() {
    let read = ImportMap.load(
      text: "[source]\nzone = \"Mars/X\"\n[fields]\nnote = \"n\"", file: "m.toml", kind: .workOrders,
      isZone: { $0 != "Mars/X" })
    #expect(read.problems.map(\.line) == [2])
  }

  @Test("refuses a delimiter of two characters, an empty encoding and a strange zone")
  func refusesSource() {
    let read = load(
      "[source]\ndelimiter = \"||\"\nencoding = \"\"\nzone = \"..\"\nmissing = 3\n[fields]\nnote = \"n\"\n"
    )
    #expect(read.problems.map(\.line) == [2, 3, 4, 5])
  }

  @Test("says when no field is filled")
  func empty() {
    #expect(load("").problems.map(\.word) == ["fields"])
  }

  @Test("knows the fields of every kind", arguments: ImportKind.allCases)
  func kinds(kind: ImportKind) {
    let text = "[fields]\n" + kind.fields.sorted().map { "\($0) = \"x\"" }.joined(separator: "\n")
    let read = ImportMap.load(text: text, file: "m.toml", kind: kind)
    #expect(read.problems == [])
    #expect(Set(read.map.fields.map(\.name)) == kind.fields)
  }
}
