import Domain
import Foundation

/// Writes a file for its owner alone, whole or not at all: aside, synced, then renamed.
enum WholeFile {
  static func write(_ text: String, to path: String) throws(Failure) {
    let aside = "\(path).\(getpid()).part"
    let descriptor = open(aside, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure(path) }
    let isWritten = send(text, to: descriptor) && fsync(descriptor) == 0
    let reason = errno
    close(descriptor)
    guard isWritten, rename(aside, path) == 0 else {
      let failed = isWritten ? failure(path) : failure(path, reason)
      unlink(aside)
      throw failed
    }
    try settle(path)
  }

  /// Writes into what is there and is no file, such as a device or a pipe; it stays what it is.
  static func write(_ text: String, into path: String) throws(Failure) {
    let descriptor = open(path, O_WRONLY | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path) }
    let isWritten = send(text, to: descriptor)
    let reason = errno
    close(descriptor)
    if !isWritten { throw failure(path, reason) }
  }

  private static func send(_ text: String, to descriptor: Int32) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var sent = 0
      while sent < bytes.count {
        let count = Foundation.write(descriptor, bytes.baseAddress?.advanced(by: sent), bytes.count - sent)
        if count > 0 { sent += count } else if errno != EINTR { return false }
      }
      return true
    }
  }

  /// Makes the new name last, where the file system can say so.
  private static func settle(_ path: String) throws(Failure) {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    if fsync(descriptor) != 0, errno != EINVAL, errno != EROFS { throw failure(path) }
  }

  private static func failure(_ path: String, _ code: Int32 = errno) -> Failure {
    Failure(
      code == ENOSPC ? .diskFull : .cannotWrite, subject: path, detail: String(cString: strerror(code)))
  }
}
