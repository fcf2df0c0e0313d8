import CNcurses
import Glibc

/// A descriptor that becomes readable when any thread says so; several calls before it is read are one.
final class Waker: Sendable {
  let fd: Int32

  init() throws(CursesError) {
    fd = cn_eventfd()
    if fd < 0 { throw .system(call: "eventfd", code: errno) }
  }

  deinit { close(fd) }

  func wake() {
    var one: UInt64 = 1
    // Fails only when the counter is full, which is as good as woken.
    _ = write(fd, &one, MemoryLayout<UInt64>.size)
  }

  func drain() {
    var count: UInt64 = 0
    _ = read(fd, &count, MemoryLayout<UInt64>.size)
  }
}
