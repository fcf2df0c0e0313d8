import Domain
import Foundation

/// A file that is read from its beginning to its end, so much at a time.
struct FileChunks {
  private static let bytes = 1 << 18

  private let file: String
  private let descriptor: Int32

  /// Opens a file; throws where it cannot be read.
  init(_ file: String) throws(ShellError) {
    self.file = file
    descriptor = open(file, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { throw .failed(failure) }
  }

  func close() { _ = Foundation.close(descriptor) }

  /// What comes next, at most 256 KiB; nothing at the end.
  func next() throws(ShellError) -> [UInt8] {
    var count = 0
    var failed: Int32 = 0
    let chunk = [UInt8](unsafeUninitializedCapacity: Self.bytes) { buffer, filled in
      repeat {
        count = read(descriptor, buffer.baseAddress, buffer.count)
        failed = errno
      } while count < 0 && failed == EINTR
      filled = max(0, count)
    }
    errno = failed
    if count < 0 { throw .failed(failure) }
    return chunk
  }

  /// By what the system said last.
  private var failure: Failure {
    Failure(.cannotRead, subject: file, detail: String(cString: strerror(errno)))
  }
}
