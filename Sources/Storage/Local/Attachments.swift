import Crypto
import Domain
import Glibc
import Sync

/// The folder beside a database that holds attached files by their hash.
enum Attachments {
  private static let chunk = 1 << 16

  static func folder(of database: String) -> String { database + ".attachments" }

  static func path(_ sha256: Domain.Digest, of database: String) -> String {
    folder(of: database) + "/" + sha256.description
  }

  /// Keeps a copy of a file under its hash: written and synced under another name first, so that a name is a
  /// promise.
  static func keep(_ source: String, of database: String) throws(StorageError) -> StoredAttachment {
    let folder = folder(of: database)
    try Path.makeFolder(folder)
    let temporary = "\(folder)/.\(getpid())-\(source.utf8.reduce(5381) { $0 &* 33 &+ Int($1) }).part"
    Path.remove(temporary)
    do throws(StorageError) {
      let stored = try copy(source, to: temporary)
      let path = path(stored.sha256, of: database)
      // What is there under that name may have gone bad since.
      if rename(temporary, path) != 0 {
        throw StorageError.system(operation: "rename", errno: errno, path: path)
      }
      try Path.synchronize(folder)
      return stored
    } catch {
      Path.remove(temporary)
      throw error
    }
  }

  /// What keeping a file would come to; nothing is written.
  static func examine(_ source: String) throws(StorageError) -> StoredAttachment {
    let input = try openForReading(source)
    defer { close(input) }
    var hash = SHA256()
    var total = 0
    try read(input, source) { bytes in
      hash.update(data: bytes)
      total += bytes.count
    }
    return StoredAttachment(sha256: Domain.Digest(hash.finalize()), bytes: total)
  }

  /// Copies what another database's folder holds and this one's does not.
  static func copy(from database: String, to other: String) throws(StorageError) {
    let source = folder(of: database)
    guard let listing = opendir(source) else { return }
    defer { closedir(listing) }
    while let entry = readdir(listing) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard Domain.Digest(name) != nil else { continue }
      // One whose content has changed gets the name of what it is now, and is missed under its old one.
      _ = try keep("\(source)/\(name)", of: other)
    }
  }

  /// What is wrong with the files that should be there: gone, unreadable, or no longer what was attached. Those that
  /// are still to come from another console or the office are counted.
  static func problems(with files: AttachedFiles, of database: String) -> (all: [String], awaited: Int) {
    var problems = Problems()
    var awaited = 0
    for (sha256, file) in files.sorted(by: { $0.key.description < $1.key.description }) {
      let (name, path) = (file.name, path(sha256, of: database))
      if file.mayBeAwaited, access(path, F_OK) != 0, errno == ENOENT {
        awaited += 1
        continue
      }
      do throws(StorageError) {
        if try hash(path) != sha256 {
          problems.add("\(name): the attached file \(path) is not what was attached.")
        }
      } catch {
        problems.add("\(name): the attached file \(path) cannot be read: \(error.failure.detail).")
      }
    }
    return (problems.all, awaited)
  }

  static func hash(_ path: String) throws(StorageError) -> Domain.Digest {
    try translating(path) {
      let input = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
      guard input >= 0 else { throw StorageError.system(operation: "open", errno: errno, path: path) }
      defer { close(input) }
      var hash = SHA256()
      try read(input, path) { hash.update(data: $0) }
      return Domain.Digest(hash.finalize())
    }
  }

  /// Opens a file that can be attached: a plain one.
  private static func openForReading(_ source: String) throws(StorageError) -> Int32 {
    let input = open(source, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard input >= 0 else { throw .system(operation: "open", errno: errno, path: source) }
    var status = stat()
    let kind = fstat(input, &status) == 0 ? status.st_mode & S_IFMT : S_IFREG
    if kind == S_IFREG { return input }
    close(input)
    throw .notAFile(path: source, detail: kind == S_IFDIR ? "it is a folder" : "it is no plain file")
  }

  /// Hands on a file's bytes, piece by piece.
  private static func read(
    _ input: Int32, _ path: String, _ take: (ArraySlice<UInt8>) throws(StorageError) -> Void
  ) throws(StorageError) {
    var buffer = [UInt8](repeating: 0, count: chunk)
    while true {
      let count = Glibc.read(input, &buffer, chunk)
      if count < 0, errno == EINTR { continue }
      if count < 0 { throw .system(operation: "read", errno: errno, path: path) }
      if count == 0 { return }
      try take(buffer[..<count])
    }
  }

  private static func copy(_ source: String, to target: String) throws(StorageError) -> StoredAttachment {
    let input = try openForReading(source)
    defer { close(input) }
    let output = open(target, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    guard output >= 0 else { throw .system(operation: "open", errno: errno, path: target) }
    defer { close(output) }
    var hash = SHA256()
    var total = 0
    try read(input, source) { bytes throws(StorageError) in
      hash.update(data: bytes)
      try writeAll(bytes, output, target)
      total += bytes.count
    }
    if fsync(output) != 0 { throw .system(operation: "fsync", errno: errno, path: target) }
    return StoredAttachment(sha256: Domain.Digest(hash.finalize()), bytes: total)
  }

  static func writeAll(
    _ bytes: ArraySlice<UInt8>, _ output: Int32, _ path: String
  ) throws(StorageError) {
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(output, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count < 0 { throw .system(operation: "write", errno: errno, path: path) }
      rest = rest.dropFirst(count)
    }
  }
}
