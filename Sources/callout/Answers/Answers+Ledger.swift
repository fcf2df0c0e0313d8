import Domain
import Storage
import Verbs

extension Answers {
  /// So many entries are read at once.
  private static let batch = 1_000

  /// The first entries after one, an object a line.
  func ledger(_ since: Int) throws(ShellError) -> Reply {
    var lines: [String] = []
    for entry in try entries(since) { lines.append(try line(of: entry)) }
    return Reply(.lines(lines))
  }

  /// Entry by entry, so that a long ledger never lies in memory whole.
  func sayLedger(_ since: Int) throws(ShellError) -> Int32 {
    var last = since
    while true {
      let batch = try entries(last)
      for entry in batch { output.emit(try line(of: entry)) }
      guard let end = batch.last else { return 0 }
      last = end.seq
    }
  }

  private func line(of entry: Entry) throws(ShellError) -> String {
    var target: Int?
    if let reversal = entry.reversal {
      target = try read { file throws(StorageError) in try file.entryNumber(of: reversal.entry) }.flatMap(
        \.self)
    }
    return Objects.entry(entry, target: target, in: session?.office ?? .unfounded).text
  }

  private func entries(_ since: Int) throws(ShellError) -> [Entry] {
    try read { file throws(StorageError) in try file.entries(since: since, limit: Self.batch) } ?? []
  }
}
