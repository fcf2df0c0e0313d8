import Domain
import Storage
import Verbs

extension Answers {
  /// So many entries are read at once.
  private static let batch = 1_000

  /// The first entries after one, an object a line.
  func ledger(_ since: Int) throws(ShellError) -> Reply {
    let office = session?.office ?? .unfounded
    return Reply(.lines(try entries(since).map { Objects.entry($0, in: office).text }))
  }

  /// Entry by entry, so that a long ledger never lies in memory whole.
  func sayLedger(_ since: Int) throws(ShellError) -> Int32 {
    var last = since
    let office = session?.office ?? .unfounded
    while true {
      let batch = try entries(last)
      for entry in batch { output.emit(Objects.entry(entry, in: office).text) }
      guard let end = batch.last else { return 0 }
      last = end.seq
    }
  }

  private func entries(_ since: Int) throws(ShellError) -> [Entry] {
    try read { file throws(StorageError) in try file.entries(since: since, limit: Self.batch) } ?? []
  }
}
