import Crypto
public import Domain
import GRDB
import Glibc
import Sync

/// What became of a piece of a file.
public enum PieceOutcome: Hashable, Sendable {
  /// So many of its first bytes are here.
  case kept(Int)
  /// All of it is here, and is what its hash says.
  case whole
  /// The piece does not begin where the one before ended; so many are here.
  case elsewhere(Int)
  /// All has come, and it is another file: it is forgotten.
  case otherBytes
}

/// Files on their way from one place to another: in pieces, each beside the whole ones until all of it is here.
extension OfficeFile {
  /// The largest file that travels, in bytes.
  public static let largestTravelling = 64 << 20

  /// Whether a file is here, whole.
  public func hasAttachment(_ sha256: Domain.Digest) -> Bool { access(attachmentPath(sha256), F_OK) == 0 }

  /// Lets go of the files that are attached to nothing here and wait for nobody: they were of work that is another's.
  /// What was attached here stays as long as the command is kept that did so: the office may not have its bytes yet.
  func dropForeignAttachments() {
    let here = attachmentsHere()
    if here.isEmpty { return }
    var wanted = Set(state.office.orders.unordered.flatMap { $0.attachments.map(\.sha256) })
    do {
      for command in try read({ try waitingCommands(from: 0, limit: .max, $0) + givenBefore($0) }) {
        // What nobody here can read may be about any of them.
        guard let submission = command.decoded else { return }
        for case .attachFile(_, let file) in submission.commands { wanted.insert(file.sha256) }
      }
    } catch { return }
    for sha256 in here.keys where !wanted.contains(sha256) { Path.remove(attachmentPath(sha256)) }
  }

  /// The files that are here, whole, with their sizes in bytes.
  public func attachmentsHere() -> [Domain.Digest: Int] {
    guard let listing = opendir(Attachments.folder(of: path)) else { return [:] }
    defer { closedir(listing) }
    var here: [Domain.Digest: Int] = [:]
    while let entry = readdir(listing) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if let sha256 = Domain.Digest(name) { here[sha256] = Path.size(of: attachmentPath(sha256)) }
    }
    return here
  }

  /// How many bytes a file has by the ledger; nil where no entry has attached it.
  public func attachedBytes(_ sha256: Domain.Digest) throws(StorageError) -> Int? {
    try read { db in
      let decoder = CompactDecoder(entriesOf: db)
      let sql =
        "\(LedgerRow.columns) JOIN entry_records x ON x.seq = e.seq WHERE x.id = ? ORDER BY e.seq LIMIT 1"
      guard let raw = try Row.fetchOne(db, sql: sql, arguments: [RecordID(attached: sha256).blob]) else {
        return nil
      }
      for case .known(.workOrder(_, .attached(sha256, _, _, let bytes))) in try LedgerRow(raw, path: path)
        .events(decoder)
      {
        return bytes
      }
      return nil
    }
  }

  /// The files that entries after one have attached, with their sizes in bytes, the newest first; none of those from
  /// before rows were taken over, whose work has mostly ended.
  public func attachedFiles(after seq: Int) throws(StorageError) -> [(sha256: Domain.Digest, bytes: Int)] {
    try read { db in
      let decoder = CompactDecoder(entriesOf: db)
      let isRecord = ["technicians", "customers", "sites", "equipment", "people"].map { table in
        "EXISTS (SELECT 1 FROM \(table) r WHERE r.id = x.id)"
      }
      let sql = """
        \(LedgerRow.columns) WHERE e.seq IN (
          SELECT x.seq FROM entry_records x WHERE x.seq > ? AND NOT (\(isRecord.joined(separator: " OR "))))
        ORDER BY e.seq DESC
        """
      var files: [(sha256: Domain.Digest, bytes: Int)] = []
      for raw in try Row.fetchAll(db, sql: sql, arguments: [max(seq, Base.read(db)?.end.seq ?? 0)]) {
        for case .known(.workOrder(_, .attached(let sha256, _, _, let bytes))) in try LedgerRow(
          raw, path: path
        ).events(decoder) {
          files.append((sha256, bytes))
        }
      }
      return files
    }
  }

  /// A piece of a file that is here.
  public func piece(
    of sha256: Domain.Digest, from start: Int, atMost limit: Int
  ) throws(StorageError) -> [UInt8] {
    let path = attachmentPath(sha256)
    let input = open(path, O_RDONLY | O_CLOEXEC)
    guard input >= 0 else { throw .system(operation: "open", errno: errno, path: path) }
    defer { Glibc.close(input) }
    var buffer = [UInt8](repeating: 0, count: limit)
    let count = pread(input, &buffer, limit, off_t(start))
    if count < 0 { throw .system(operation: "read", errno: errno, path: path) }
    return Array(buffer[..<count])
  }

  /// How many of the first bytes of a file that is on its way are here.
  public func partBytes(_ sha256: Domain.Digest) -> Int { Path.size(of: partPath(sha256)) }

  /// Keeps the next piece of a file of so many bytes. With the last one the whole is compared with its hash, made
  /// durable, and gets its name.
  public func keep(
    _ piece: [UInt8], of sha256: Domain.Digest, at start: Int, total: Int
  ) throws(StorageError) -> PieceOutcome {
    if hasAttachment(sha256) { return .whole }
    try Path.makeFolder(Attachments.folder(of: path))
    let part = partPath(sha256)
    let output = open(part, O_CREAT | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard output >= 0 else { throw .system(operation: "open", errno: errno, path: part) }
    defer { Glibc.close(output) }
    // Whoever else sends the same file waits until this piece is in its place.
    if flock(output, LOCK_EX) != 0 { throw .system(operation: "flock", errno: errno, path: part) }
    // The name may stand for another file by then, or for none.
    guard Path.isSame(output, part) else {
      return hasAttachment(sha256) ? .whole : .elsewhere(partBytes(sha256))
    }
    let here = Path.size(of: part)
    guard start == here else { return .elsewhere(here) }
    guard start + piece.count <= total else { return forget(part) }
    guard lseek(output, 0, SEEK_END) >= 0 else { throw .system(operation: "seek", errno: errno, path: part) }
    do throws(StorageError) { try Attachments.writeAll(piece[...], output, part) } catch {
      ftruncate(output, off_t(start))
      throw error
    }
    guard start + piece.count == total else { return .kept(start + piece.count) }
    if fsync(output) != 0 { throw .system(operation: "fsync", errno: errno, path: part) }
    guard try Attachments.hash(part) == sha256 else { return forget(part) }
    if rename(part, attachmentPath(sha256)) != 0 {
      throw .system(operation: "rename", errno: errno, path: part)
    }
    try Path.synchronize(Attachments.folder(of: path))
    return .whole
  }

  private func forget(_ part: String) -> PieceOutcome {
    Path.remove(part)
    return .otherBytes
  }

  private func partPath(_ sha256: Domain.Digest) -> String {
    "\(Attachments.folder(of: path))/.\(sha256).incoming"
  }
}
