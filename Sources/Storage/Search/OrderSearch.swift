public import Domain
import GRDB
import Synchronization

/// Searches a file over a connection of its own: nobody waits for it, and one search can be given up for the next.
///
/// Searches come one after the other from one thread; giving up may come from any.
public final class OrderSearch: Sendable {
  public let file: OfficeFile
  private let connection = Mutex<DatabaseQueue?>(nil)
  private let wanted = Atomic(0)

  public init(_ file: OfficeFile) { self.file = file }

  /// A turn for the next search: every one before it is given up, in the middle of a question if need be.
  public func nextTurn() -> Int {
    let turn = wanted.add(1, ordering: .relaxed).newValue
    connection.withLock { $0 }?.interrupt()
    return turn
  }

  /// Whether nobody has asked for anything since.
  public func isWanted(_ turn: Int) -> Bool { wanted.load(ordering: .relaxed) == turn }

  /// The newest orders in which all words of a text stand, so many of the running day and so many older ones; nil once
  /// another search is wanted.
  public func newest(_ text: String, limit: Int, turn: Int) throws(StorageError) -> [SearchHit]? {
    let query = SearchQuery(text)
    guard isWanted(turn), limit > 0 else { return nil }
    let office = file.state.office
    do {
      let queue = try opened()
      let hits = try queue.read { db in
        try isWanted(turn) ? query.hits(limit: limit, ranked: false, in: office, db) : nil
      }
      return isWanted(turn) ? hits : nil
    } catch {
      // What was given up in its middle ends with an error of its own; any other is the next search's to tell.
      if !isWanted(turn) { return nil }
      throw StorageError(error, path: file.path)
    }
  }

  /// Gives up the connection, and whatever is being searched; a later search opens another one.
  public func close() {
    _ = nextTurn()
    connection.withLock { OfficeFile.close(&$0) }
  }

  private func opened() throws -> DatabaseQueue {
    if let open = connection.withLock({ $0 }) { return open }
    let queue = try Connection.readingAnywhere(file.path, file.options).queue
    connection.withLock { $0 = queue }
    return queue
  }
}
