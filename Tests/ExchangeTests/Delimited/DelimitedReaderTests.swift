import Exchange
import Testing

@Suite("Delimited reader")
struct DelimitedReaderTests {
  private func rows(_ text: String, delimiter: Character = ",", chunk: Int = 7) throws -> [[String]] {
    var reader = try DelimitedReader(delimiter: delimiter)
    var rows: [[String]] = []
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: chunk) {
      try reader.feed(Array(bytes[start..<min(start + chunk, bytes.count)])) { row in rows.append(row.fields)
      }
    }
    try reader.finish { row in rows.append(row.fields) }
    return rows
  }

  @Test("reads the same rows however the bytes are cut", arguments: [1, 2, 3, 5, 64, 4096])
  func cuts(chunk: Int) throws {
    let text = "a,b,c\r\n\"x\"\"y\",\"line\r\nbreak\",\n1,\"Lube fault \\A\\\"\" line\",3\r"
    #expect(
      try rows(text, chunk: chunk) == [
        ["a", "b", "c"], ["x\"y", "line\r\nbreak", ""], ["1", "Lube fault \\A\\\" line", "3"]
      ])
  }

  @Test("takes any single ASCII character as delimiter and refuses the others")
  func delimiters() throws {
    #expect(try rows("a;b\n1;2", delimiter: ";") == [["a", "b"], ["1", "2"]])
    #expect(try rows("a\tb", delimiter: "\t") == [["a", "b"]])
    #expect(throws: ExchangeError.delimiter("é")) { try DelimitedReader(delimiter: "é") }
    #expect(throws: ExchangeError.delimiter("\"")) { try DelimitedReader(delimiter: "\"") }
  }

  @Test("skips empty lines and keeps count of lines over breaks inside quotes")
  func lines() throws {
    var reader = try DelimitedReader(delimiter: ",")
    var lines: [Int] = []
    try reader.feed(Array("h\n\n\"a\nb\"\nlast".utf8)) { row in lines.append(row.line) }
    try reader.finish { row in lines.append(row.line) }
    #expect(lines == [1, 3, 5])
  }

  @Test("names the line of a quote that never closes instead of swallowing the file")
  func openQuote() throws {
    #expect(throws: ExchangeError.unclosedQuote(line: 2)) { try rows("a\n\"open\nnext") }
  }

  @Test("hands over the rest line by line after a quote that never closes")
  func rest() throws {
    var reader = try DelimitedReader(delimiter: ",")
    #expect(throws: ExchangeError.unclosedQuote(line: 2)) {
      try reader.feed(Array("a\n\"open,b\r\n\nnext".utf8)) { _ in }
      try reader.finish { _ in }
    }
    var lines: [Int] = []
    var texts: [String] = []
    reader.giveUp(Array(" one\nlast".utf8), isLast: true) { line in
      lines.append(line.line)
      texts += line.fields
    }
    #expect(lines == [2, 4, 5] && texts == ["\"open,b", "next one", "last"])
  }

  @Test("knows the column of bytes that are no text")
  func undecodable() throws {
    var reader = try DelimitedReader(delimiter: ",")
    var columns: [Int?] = []
    try reader.feed(Array("é,\u{FFFD}\na,".utf8) + [0xFC, 10]) { row in
      columns.append(row.undecodableColumn)
    }
    #expect(columns == [nil, 1])
  }

  @Test("refuses a row past the limit")
  func limit() throws {
    var reader = try DelimitedReader(delimiter: ",")
    let long = [UInt8](repeating: 120, count: DelimitedReader.rowLimitBytes + 1)
    #expect(throws: ExchangeError.rowTooLarge(line: 1, limitBytes: DelimitedReader.rowLimitBytes)) {
      try reader.feed(long) { _ in }
    }
  }

  private func size(of bytes: [UInt8]) throws -> Int {
    var reader = try DelimitedReader(delimiter: ",")
    var total = 0
    try reader.feed(bytes) { row in total += row.raw.count }
    try reader.finish { row in total += row.raw.count }
    return total
  }

  @Test("never traps on random bytes and hands over what is between the line ends")
  func noise() throws {
    var state: UInt64 = 42
    for _ in 0..<300 {
      let bytes: [UInt8] = (0..<200).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return [34, 44, 10, 13, 92, 97, 0, 255][Int(state >> 60) & 7]
      }
      let total = (try? size(of: bytes)) ?? 0
      #expect(total <= bytes.count)
    }
  }
}

@Suite("Delimited writer")
struct DelimitedWriterTests {
  @Test(
    "makes formulas harmless and keeps numbers",
    arguments: [
      ("=1+1", "'=1+1"), ("+44 151", "'+44 151"), ("-5.25", "-5.25"), ("@SUM(A1)", "'@SUM(A1)"),
      ("\tx", "'\tx"), ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""),
      ("a\0b", "a\u{FFFD}b")
    ])
  func harmless(text: String, written: String) {
    #expect(DelimitedWriter.line([text]) == written + "\r\n")
  }

  @Test("is read back as it was, but for the apostrophe before a formula")
  func roundTrip() throws {
    let fields = ["one", "two,\"three\"", "line\nbreak", "", "ünïcode 東京"]
    var reader = try DelimitedReader(delimiter: ",")
    var read: [[String]] = []
    try reader.feed(Array(DelimitedWriter.line(fields).utf8)) { row in read.append(row.fields) }
    #expect(read == [fields])
  }
}
