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

  /// The first column with bytes that are no UTF-8, which is what a `Transcoder` leaves of others; nil where all are.
  public var undecodableColumn: Int? {
    if raw.allSatisfy({ $0 < 0x80 }) { return nil }
    return ends.indices.first { column in
      let start = column == 0 ? 0 : ends[column - 1]
      return String(validating: bytes[start..<ends[column]], as: UTF8.self) == nil
    }
  }

  public var fields: [String] { (0..<count).map { self[$0] } }
}
