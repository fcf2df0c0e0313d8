/// Reads delimited text as RFC 4180 has it, byte by byte as it arrives, in bounded memory.
///
/// A backslash is an ordinary character. Inside quotes two quotes are one; text after a closing quote is kept
/// as it stands. Lines end with LF, CR or CRLF, inside quotes they are text.
public struct DelimitedReader: Sendable {
  /// The most bytes one row may have: a quote that never closes must not swallow the file.
  public static let rowLimitBytes = 1 << 20

  private enum State: Sendable {
    case fieldStart, plain, quoted, afterQuote
  }

  private let delimiter: UInt8
  private var state = State.fieldStart
  private var line = 1
  private var rowLine = 1
  private var sawCarriageReturn = false
  private var raw: [UInt8] = []
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  public init(delimiter: Character) throws(ExchangeError) {
    guard let byte = delimiter.asciiValue, byte != 34, byte != 10, byte != 13 else {
      throw .delimiter(String(delimiter))
    }
    self.delimiter = byte
  }

  /// Takes the next bytes and hands over each row that they complete.
  public mutating func feed(
    _ chunk: [UInt8], row: (DelimitedRow) throws(ExchangeError) -> Void
  ) throws(ExchangeError) {
    var next = 0
    while next < chunk.count {
      let start = next
      while next < chunk.count, !Self.isSpecial(chunk[next], delimiter) { next += 1 }
      do throws(ExchangeError) {
        if next > start { try takePlain(chunk[start..<next]) }
        if next == chunk.count { return }
        let byte = chunk[next]
        next += 1
        try takeSpecial(byte, row)
      } catch {
        raw += chunk[next...]
        throw error
      }
    }
  }

  /// Hands over the last row, should the file not end with a line end.
  public mutating func finish(
    row: (DelimitedRow) throws(ExchangeError) -> Void
  ) throws(ExchangeError) {
    if state == .quoted { throw .unclosedQuote(line: rowLine) }
    if !raw.isEmpty { try endRow(row) }
  }

  /// Hands over what could not be read after an error, and what comes behind it: each line a row of one field.
  ///
  /// Nobody knows where the rows are from there on, and each line is still to be accounted for.
  public mutating func giveUp(_ more: [UInt8], isLast: Bool, line handOver: (DelimitedRow) -> Void) {
    raw += more
    var rest = raw[...]
    while let end = rest.firstIndex(of: 10) {
      handOverLine(rest[..<end], handOver)
      rest = rest[(end + 1)...]
    }
    if isLast || rest.count > Self.rowLimitBytes {
      handOverLine(rest, handOver)
      rest = []
    }
    raw = Array(rest)
  }

  private mutating func handOverLine(_ bytes: ArraySlice<UInt8>, _ handOver: (DelimitedRow) -> Void) {
    let text = Array(bytes.last == 13 ? bytes.dropLast() : bytes)
    if !text.isEmpty {
      handOver(DelimitedRow(line: rowLine, raw: text, bytes: text, ends: [text.count]))
    }
    rowLine += 1
  }
}

extension DelimitedReader {
  @inline(__always)
  private static func isSpecial(_ byte: UInt8, _ delimiter: UInt8) -> Bool {
    byte == delimiter || byte == 34 || byte == 10 || byte == 13
  }

  /// A run of bytes that mean nothing but themselves, wherever they stand.
  private mutating func takePlain(_ run: ArraySlice<UInt8>) throws(ExchangeError) {
    sawCarriageReturn = false
    raw += run
    bytes += run
    try checkSize()
    if state == .fieldStart || state == .afterQuote { state = .plain }
  }

  /// A delimiter, a quote or the end of a line.
  private mutating func takeSpecial(
    _ byte: UInt8, _ row: (DelimitedRow) throws(ExchangeError) -> Void
  ) throws(ExchangeError) {
    if sawCarriageReturn {
      sawCarriageReturn = false
      if byte == 10 { return }
    }
    if byte == 10 || byte == 13, state != .quoted {
      sawCarriageReturn = byte == 13
      line += 1
      return try endRow(row)
    }
    if byte == 10 { line += 1 }
    raw.append(byte)
    try checkSize()
    take(byte)
  }

  private func checkSize() throws(ExchangeError) {
    if raw.count > Self.rowLimitBytes { throw .rowTooLarge(line: rowLine, limitBytes: Self.rowLimitBytes) }
  }

  private mutating func take(_ byte: UInt8) {
    switch state {
    case .fieldStart where byte == 34: state = .quoted
    case .quoted where byte == 34: state = .afterQuote
    case .quoted: bytes.append(byte)
    case .afterQuote where byte == 34:
      bytes.append(byte)
      state = .quoted
    case .fieldStart, .plain, .afterQuote:
      if byte == delimiter {
        ends.append(bytes.count)
        state = .fieldStart
      } else {
        bytes.append(byte)
        state = .plain
      }
    }
  }

  /// A line with nothing on it is no row.
  private mutating func endRow(_ row: (DelimitedRow) throws(ExchangeError) -> Void) throws(ExchangeError) {
    defer { rowLine = line }
    if raw.isEmpty { return }
    ends.append(bytes.count)
    let finished = DelimitedRow(line: rowLine, raw: raw, bytes: bytes, ends: ends)
    raw = []
    bytes = []
    ends = []
    raw.reserveCapacity(finished.raw.count * 2)
    bytes.reserveCapacity(finished.raw.count * 2)
    ends.reserveCapacity(finished.count)
    state = .fieldStart
    try row(finished)
  }
}
