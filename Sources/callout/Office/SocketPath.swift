import Domain
import Foundation

/// The path of a socket that is about to be listened at, in a folder where nobody else can put another in its place.
struct SocketPath: Sendable {
  let path: String

  /// Makes the folder where it is missing. A socket that nobody listens at any more is taken away; one that somebody
  /// does, and anything that is no socket, is refused.
  init(_ path: String) throws(Failure) {
    guard path.hasPrefix("/"), path.utf8.count < 108 else {
      throw Failure(.cannotListen, subject: path, detail: "a socket has a whole path, at most 107 bytes long")
    }
    self.path = path
    try Self.takeFolder(Folder.of(path))
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFSOCK else {
      throw Failure(.cannotListen, subject: path, detail: "what is there is no socket")
    }
    if Self.isLive(path) {
      throw Failure(.cannotListen, subject: path, detail: "it is served there already")
    }
    unlink(path)
  }

  /// Lets in who may: its own account, and those of the folder's group where the folder is open to it. The name of that
  /// group where this account may not give it the socket, since it is not in it; nil where all is well.
  func letIn() -> String? {
    var status = stat()
    let isShared = stat(Folder.of(path), &status) == 0 && status.st_mode & 0o010 != 0
    var shutOut: String?
    if isShared, status.st_gid != getegid(), chown(path, uid_t.max, status.st_gid) != 0 {
      shutOut = Self.name(ofGroup: status.st_gid)
    }
    chmod(path, isShared && shutOut == nil ? 0o660 : 0o600)
    return shutOut
  }

  private static func name(ofGroup number: gid_t) -> String {
    getgrgid(number).map { String(cString: $0.pointee.gr_name) } ?? "\(number)"
  }

  func remove() { unlink(path) }

  private static func takeFolder(_ folder: String) throws(Failure) {
    var status = stat()
    if stat(folder, &status) != 0 {
      guard mkdir(folder, 0o700) == 0, stat(folder, &status) == 0 else {
        throw Failure(.cannotWrite, subject: folder, detail: String(cString: strerror(errno)))
      }
    }
    guard status.st_mode & S_IFMT == S_IFDIR, status.st_uid == geteuid(), status.st_mode & 0o022 == 0 else {
      throw Failure(
        .cannotListen, subject: folder,
        detail: "others can write to that folder: it has to be this account's, with mode 700 or 750")
    }
  }

  private static func isLive(_ path: String) -> Bool {
    let descriptor = Foundation.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { return true }
    defer { Foundation.close(descriptor) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let size = socklen_t(MemoryLayout<sockaddr_un>.size)
    let status = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, size) }
    }
    return status == 0 || (errno != ECONNREFUSED && errno != ENOENT)
  }
}
