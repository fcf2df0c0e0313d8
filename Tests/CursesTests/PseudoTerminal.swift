import Glibc

/// A terminal without a window: what a screen writes to it is read back as bytes.
final class PseudoTerminal {
  let near: Int32
  let far: Int32

  /// Unlocks the far end (TIOCSPTLCK) and asks for its number (TIOCGPTN).
  init(width: Int, height: Int) throws {
    near = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var lock: Int32 = 0
    var number: UInt32 = 0
    guard near >= 0, ioctl(near, 0x4004_5431, &lock) == 0, ioctl(near, 0x8004_5430, &number) == 0 else {
      throw Failed()
    }
    far = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard far >= 0 else { throw Failed() }
    resize(width: width, height: height)
  }

  deinit {
    close(near)
    close(far)
  }

  func resize(width: Int, height: Int) {
    var size = winsize(ws_row: UInt16(height), ws_col: UInt16(width), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(near, UInt(TIOCSWINSZ), &size)
  }

  func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(near, bytes, bytes.count)
  }

  /// All that was written and not read yet.
  func output() -> String {
    var text: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      var look = pollfd(fd: near, events: Int16(POLLIN), revents: 0)
      guard poll(&look, 1, 0) > 0 else { break }
      let count = read(near, &chunk, chunk.count)
      if count <= 0 { break }
      text += chunk.prefix(count)
    }
    return String(decoding: text, as: UTF8.self)
  }

  var modes: [UInt32] {
    var now = termios()
    tcgetattr(far, &now)
    return [now.c_iflag, now.c_oflag, now.c_cflag, now.c_lflag]
  }

  struct Failed: Error {}
}
