import Domain
import Foundation

/// Held by whoever starts the mail program: two processes on one file must not send one message twice. It holds the ids
/// of the last messages that were handed over, 16 bytes each, which a restore of the database leaves alone.
struct CourierLock {
  private let descriptor: Int32

  /// Nil while another process has it.
  init?(_ database: String) throws(Failure) {
    let path = database + ".courier"
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw Self.failure(errno, path) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      close(descriptor)
      if code == EWOULDBLOCK { return nil }
      throw Self.failure(code, path)
    }
  }

  /// So many are looked at: what a backup can have missed that somebody goes back to.
  private static let remembered = 1 << 14

  /// Whether the program has taken this message before, whatever the ledger says by now.
  func handedOver(_ id: OutgoingMessage.ID) -> Bool {
    var bytes = [UInt8](repeating: 0, count: Self.remembered * 16)
    let count = pread(descriptor, &bytes, bytes.count, max(0, end - off_t(bytes.count)))
    let wanted = id.bytes
    return stride(from: 0, to: max(0, count) / 16 * 16, by: 16).contains { start in
      bytes[start..<(start + 16)].elementsEqual(wanted)
    }
  }

  /// Remembers that it has. Where that cannot be written the ledger alone says so.
  func note(_ id: OutgoingMessage.ID) {
    _ = pwrite(descriptor, id.bytes, 16, end)
    fdatasync(descriptor)
  }

  /// Behind the last whole id.
  private var end: off_t {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? status.st_size / 16 * 16 : 0
  }

  private static func failure(_ code: Int32, _ path: String) -> Failure {
    Failure(.cannotWrite, subject: path, detail: String(cString: strerror(code)))
  }

  func release() { close(descriptor) }
}
