import Domain
import GRDB
import Synchronization

extension OfficeFile {
  /// Whether the file's place still holds the file that was opened, and not another one or none.
  public var isInPlace: Bool { Path.file(at: path) == opened }

  var canBeWritten: Bool { obstacle.withLock { $0 == nil } }

  /// Refuses a write while the file is open for reading alone, unless the disk takes writes by now.
  func refuseObstacle() throws(StorageError) {
    recover()
    if Path.file(at: path) != opened { throw .gone(path: path) }
    guard let code = obstacle.withLock({ $0 }) else { return }
    throw .sqlite(code: code == .diskFull ? 13 : 8, message: "opened for reading", sql: nil, path: path)
  }

  /// Opens a file properly that was opened while it took nothing. Until then it may have been read as one that
  /// cannot change; from now on it sees what other processes commit, and can be written.
  func recover() {
    guard !options.isReadOnly, !canBeWritten, !isClosed.load(ordering: .acquiring), Path.canWrite(path),
      Path.file(at: path) == opened
    else { return }
    // What one connection found it may not write, others of this process take from it: it goes before they come.
    let recovered: OpenedFile? = reader.withLock { queue in
      OfficeFile.close(&queue)
      do {
        let opened = try OpenedFile(path, options)
        queue = opened.reader
        return opened.obstacle == nil ? opened : nil
      } catch {
        queue = readingOnly()
        return nil
      }
    }
    guard let recovered else { return }
    writer.withLock { $0 = recovered.writer }
    memory.withLock { $0.seenVersion = -1 }
    obstacle.withLock { $0 = nil }
  }

  /// Nothing when not even that goes: the next try opens it.
  private func readingOnly() -> DatabaseQueue? {
    do { return try Connection.readingAnywhere(path, options).queue } catch { return nil }
  }
}
