import Testing

@testable import Settings

@Suite("TOML reader")
struct TOMLReaderTests {
  private static let text = #"""
    name = "x" # a comment = "no"
    [one.two]
    "quoted \"key\"" = [ "a",
      "b" , ] # and
      'literal' = { column = "C", values = { "3" = "P1" } }
    long = """
    [not.a.header]
    """
    after.all = 1
    """#

  private let reader = TOMLReader(text)
  private let document = TOMLDocument(text: text, file: "f.toml")

  @Test("reads every kind of value")
  func kinds() {
    let reader = TOMLReader(
      #"""
      text = "tab\t \u00e9 \U0001F600 \"q\" \\"
      literal = 'C:\path "as is"'
      long = """
      one \
         two ""three"""""
      raw = '''
      '' it''s'''
      numbers = [0, +7, -1_000, 0xFF, 0o17, 0b101]
      decimals = [1.5, -2e3, 6.5E-1, inf]
      truths = [true, false]
      moments = [1979-05-27, 07:32:00, 1979-05-27 07:32:00Z]
      """#)
    #expect(reader.broken.map(\.sentence) == [])
    #expect(reader.root["text"] == .text("tab\t é 😀 \"q\" \\"))
    #expect(reader.root["literal"] == .text("C:\\path \"as is\""))
    #expect(reader.root["long"] == .text("one two \"\"three\"\""))
    #expect(reader.root["raw"] == .text("'' it''s"))
    #expect(reader.root["numbers"] == .list([0, 7, -1000, 255, 15, 5].map(TOMLNode.whole)))
    #expect(reader.root["decimals"] == .list([1.5, -2000, 0.65, .infinity].map(TOMLNode.decimal)))
    #expect(reader.root["truths"] == .list([.truth(true), .truth(false)]))
    #expect(reader.root["moments"] == .list([.moment, .moment, .moment]))
  }

  @Test(
    "knows where keys stand",
    arguments: [
      (["name"], 1, 1), (["one"], 2, 1), (["one", "two"], 2, 1), (["one", "two", "quoted \"key\""], 3, 1),
      (["one", "two", "literal"], 5, 3), (["one", "two", "literal", "values", "3"], 5, 42),
      (["one", "two", "after", "all"], 9, 1), (["one", "two", "literal", "unheard-of"], 5, 3),
      (["unheard-of"], 1, 1)
    ])
  func keys(path: [String], line: Int, column: Int) {
    #expect(document.place(ofKey: path) == SourcePlace(line: line, column: column))
  }

  @Test("knows where values stand, also inside lists")
  func values() {
    #expect(reader.values[["name"]] == SourcePlace(line: 1, column: 8))
    #expect(reader.values[["one", "two", "quoted \"key\"", "1"]] == SourcePlace(line: 4, column: 3))
    #expect(reader.values[["one", "two", "long"]] == SourcePlace(line: 6, column: 8))
    #expect(reader.root["one"] != nil && reader.broken.isEmpty)
  }

  @Test(
    "steps over a broken statement and says why",
    arguments: [
      ("a = \"x", 5, "the quote is not closed"), ("a = yes", 5, "a text goes into quotes"),
      ("a 1", 3, "no = after"),
      ("? = 1", 1, "goes into quotes"), ("a = ", 5, "no value"), ("a = 1 2", 5, "goes into quotes"),
      ("a = \"x\" y", 9, "only a comment"), ("a = [1", 1, "not closed with ]"),
      ("a = {b = 1", 11, "not closed with }"),
      ("a = \"\\q\"", 7, "a \\ means"), ("a = \"\\uD800\"", 7, "names no character"),
      ("a = 007", 5, "quotes"),
      ("a = {b = 1, b = 2}", 18, "twice"), ("a = \"\u{1}\"", 6, "control character"),
      ("a = 99999999999999999999", 5, "quotes")
    ])
  func broken(statement: String, column: Int, reason: String) throws {
    let reader = TOMLReader("before = 1\n\(statement)\nafter = 2\n")
    let slip = try #require(reader.broken.first)
    #expect(reader.broken.count == 1)
    #expect(slip.sentence.contains(reason), "\(slip.sentence)")
    #expect(slip.place.column == column)
    #expect(reader.root == ["before": .whole(1), "after": .whole(2)])
  }

  @Test("leaves a broken section out whole, and keeps the first of two equal keys")
  func sections() {
    let reader = TOMLReader("[a\nx = 1\n[b]\ny = 1\ny = 2\n[[c]]\nz = 1\n[b]\nw = 3\n[b.y]\nq = 1\n")
    #expect(reader.root == ["b": .table(["y": .whole(1), "w": .whole(3)])])
    #expect(reader.broken.map(\.place.line) == [1, 5, 6, 8, 10])
  }

  @Test("survives any nesting and any amount of rubbish")
  func deep() {
    #expect(TOMLReader("a = " + String(repeating: "[", count: 100_000)).broken.count == 1)
    #expect(TOMLReader("a" + String(repeating: ".a", count: 100_000) + " = 1").broken.count == 1)
    #expect(TOMLReader(String(repeating: "= =\n", count: 5000)).broken.count == 101)
  }
}

@Suite("Nearest word")
struct NearestTests {
  @Test("counts a swap of neighbours as one slip")
  func swap() {
    #expect(Nearest.distance(Array("asgin".unicodeScalars), Array("assign".unicodeScalars)) == 2)
    #expect(Nearest.distance(Array("ab".unicodeScalars), Array("ba".unicodeScalars)) == 1)
    #expect(Nearest.distance([], Array("abc".unicodeScalars)) == 3)
    #expect(Nearest.distance(Array("kitten".unicodeScalars), Array("sitting".unicodeScalars)) == 3)
  }

  @Test("names a word that was probably meant, and none where nothing resembles it")
  func meant() {
    #expect(Nearest.words(to: "zzzzzz", in: ["alpha"]) == [])
    #expect(Nearest.words(to: "Call Number", in: ["a"]) == [])
    #expect(Nearest.words(to: "queu", in: ["queue", "global", "order"]) == ["queue"])
    #expect(Nearest.words(to: "x", in: [String]()) == [])
  }
}
