import Domain
import GRDB
import Synchronization

extension OfficeFile {
  var canBeWritten: Bool { obstacle.withLock { $0 == nil } }

  /// Refuses a write while the file is open for reading alone, unless the disk takes writes by now.
  func refuseObstacle() throws(StorageError) {
    recover()
    if Path.file(at: path) != opened { throw .gone(path: path) }
    guard let code = obstacle.withLock({ $0 }) else { return }
    throw .sqlite(code: code == .diskFull ? 13 : 8, message: "opened for reading", sql: nil, path: path)
  }

  /// Opens a file properly that was opened while its disk took nothing. Until then it was read as one that cannot
  /// change; from now on it sees what other processes commit, and can be written.
  func recover() {
    guard !options.isReadOnly, !canBeWritten, !isClosed.load(ordering: .acquiring) else { return }
    let opened: OpenedFile
    do { opened = try OpenedFile(path, options) } catch { return }
    guard opened.obstacle == nil, opened.identity == identity else { return }
    reader.withLock { queue in
      OfficeFile.close(&queue)
      queue = opened.reader
    }
    writer.withLock { $0 = opened.writer }
    memory.withLock { $0.seenVersion = -1 }
    obstacle.withLock { $0 = nil }
  }
}
