import Crypto
import Domain
import Glibc

/// The key by which an office signs what its log is: beside its file, for its owner alone. Whoever has it is the office.
struct OfficeKey: Sendable {
  private let key: Curve25519.Signing.PrivateKey

  static func path(of database: String) -> String { database + ".key" }

  /// What consoles know it by.
  var publicKey: [UInt8] { Array(key.publicKey.rawRepresentation) }

  func signature(of bytes: [UInt8]) throws -> [UInt8] { Array(try key.signature(for: bytes)) }

  /// The key beside a database; nil where there is none. One that others could have read is refused.
  static func read(beside database: String) throws(StorageError) -> OfficeKey? {
    let path = path(of: database)
    guard let mode = try Path.mode(of: path) else { return nil }
    if mode & 0o077 != 0 { throw .exposed(path: path, mode: mode & 0o777) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { throw .system(operation: "open", errno: errno, path: path) }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = Glibc.read(descriptor, &bytes, bytes.count)
    guard count >= 0 else { throw .system(operation: "read", errno: errno, path: path) }
    do {
      return OfficeKey(
        key: try Curve25519.Signing.PrivateKey(rawRepresentation: Array(bytes.prefix(count))))
    } catch {
      throw .damaged(path: path, detail: "it is no key that an office signs with")
    }
  }

  /// A new key, durably; another process may have made one meanwhile, and that counts.
  static func make(beside database: String) throws(StorageError) -> OfficeKey {
    let key = OfficeKey(key: Curve25519.Signing.PrivateKey())
    try keep(Array(key.key.rawRepresentation), at: path(of: database))
    return try read(beside: database) ?? key
  }

  /// Puts the key of one database beside its copy, where there is one and that has none.
  static func copy(from database: String, to other: String) throws(StorageError) {
    guard let key = try read(beside: database), try Path.mode(of: path(of: other)) == nil else { return }
    try keep(Array(key.key.rawRepresentation), at: path(of: other))
  }

  private static func keep(_ bytes: [UInt8], at path: String) throws(StorageError) {
    let aside = "\(path).\(getpid()).part"
    unlink(aside)
    try Path.makeFile(aside)
    defer { Path.remove(aside) }
    let descriptor = open(aside, O_WRONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { throw .system(operation: "open", errno: errno, path: aside) }
    let sent = write(descriptor, bytes, bytes.count)
    let reason = errno
    close(descriptor)
    guard sent == bytes.count else { throw .system(operation: "write", errno: reason, path: aside) }
    try Path.synchronize(aside)
    if link(aside, path) != 0, errno != EEXIST {
      throw .system(operation: "link", errno: errno, path: path)
    }
    try Path.synchronize(Path.folder(of: path))
  }
}
