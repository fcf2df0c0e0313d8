import Crypto
import Domain
import Glibc

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
      if try Path.mode(of: path) != nil {
        Path.remove(temporary)
        return stored
      }
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

  /// Copies what another database's folder holds and this one's does not.
  static func copy(from database: String, to other: String) throws(StorageError) {
    let source = folder(of: database)
    guard let listing = opendir(source) else { return }
    defer { closedir(listing) }
    while let entry = readdir(listing) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard let digest = Domain.Digest(name) else { continue }
      let stored = try keep("\(source)/\(name)", of: other)
      if stored.sha256 != digest {
        throw .damaged(path: "\(source)/\(name)", detail: "its content is not what its name says")
      }
    }
  }

  private static func copy(_ source: String, to target: String) throws(StorageError) -> StoredAttachment {
    let input = open(source, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard input >= 0 else { throw .system(operation: "open", errno: errno, path: source) }
    defer { close(input) }
    var status = stat()
    guard fstat(input, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw .system(operation: "attach", errno: EINVAL, path: source)
    }
    let output = open(target, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    guard output >= 0 else { throw .system(operation: "open", errno: errno, path: target) }
    defer { close(output) }
    var hash = SHA256()
    var total = 0
    var buffer = [UInt8](repeating: 0, count: chunk)
    while true {
      let count = read(input, &buffer, chunk)
      if count < 0, errno == EINTR { continue }
      if count < 0 { throw .system(operation: "read", errno: errno, path: source) }
      if count == 0 { break }
      hash.update(data: buffer[..<count])
      try writeAll(buffer[..<count], output, target)
      total += count
    }
    if fsync(output) != 0 { throw .system(operation: "fsync", errno: errno, path: target) }
    return StoredAttachment(sha256: Domain.Digest(hash.finalize()), bytes: total)
  }

  private static func writeAll(
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
