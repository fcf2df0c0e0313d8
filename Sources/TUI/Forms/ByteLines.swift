/// Lines of bytes in one run, in lower case, in which a few bytes are found without looking at each line.
struct ByteLines: Sendable {
  /// Bytes that stand in no text: the end of a line.
  private static let end: UInt8 = 0xFF
  /// What parts the texts of a line.
  private static let parting: UInt8 = 0xFE

  private var bytes: [UInt8] = []
  /// Where each line begins, and the end of the last one.
  private var starts = [0]

  private var count: Int { starts.count - 1 }

  mutating func add(_ texts: [String]) {
    for (index, text) in texts.enumerated() {
      if index > 0 { bytes.append(Self.parting) }
      bytes += text.lowercased().utf8
    }
    bytes.append(Self.end)
    starts.append(bytes.count)
  }

  /// What a line says.
  func with<Value>(_ line: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Value) -> Value {
    bytes.withUnsafeBufferPointer { body(text(of: line, in: $0)) }
  }

  private func text(
    of line: Int, in all: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: all[starts[line]..<starts[line + 1] - 1])
  }

  /// Hands on each line that holds some bytes, all where there are none, until it is told to stop.
  func look(for needle: [UInt8], _ take: (Int, UnsafeBufferPointer<UInt8>) -> Bool) {
    let scan = ByteScan(needle)
    bytes.withUnsafeBufferPointer { all in
      var line = 0
      while line < count, let place = scan.next(in: all, from: starts[line]) {
        line = self.line(at: place, from: line)
        if !take(line, text(of: line, in: all)) { return }
        line += 1
      }
    }
  }

  /// The line in which a byte lies, one from this one on: most often a near one.
  private func line(at place: Int, from first: Int) -> Int {
    var (low, step) = (first, 1)
    while low + step < count, starts[low + step] <= place {
      low += step
      step *= 2
    }
    var high = min(low + step, count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= place { low = middle } else { high = middle }
    }
    return low
  }
}
