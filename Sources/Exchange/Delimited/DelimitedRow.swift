/// One row of a delimited file, its fields without their quotes.
public struct DelimitedRow: Sendable {
  /// The line on which the row begins, counted from 1.
  public let line: Int
  /// The row as it stood in the file, without its line end.
  public let raw: [UInt8]
  private let bytes: [UInt8]
  private let ends: [Int]

  init(line: Int, raw: [UInt8], bytes: [UInt8], ends: [Int]) {
    self.line = line
    self.raw = raw
    self.bytes = bytes
    self.ends = ends
  }

  public var count: Int { ends.count }

  /// A field's text; bytes that are no UTF-8 become U+FFFD.
  public subscript(column: Int) -> String {
    let start = column == 0 ? 0 : ends[column - 1]
    return String(decoding: bytes[start..<ends[column]], as: UTF8.self)
  }

  public var fields: [String] { (0..<count).map { self[$0] } }
}
