import Foundation
import Glibc

/// The program in a pseudo-terminal of its own: types keys, sees what was drawn, sends signals.
final class Terminal {
  let process: pid_t
  private let master: Int32
  private(set) var bytes: [UInt8] = []

  struct Broken: Error {
    let operation: String
  }

  /// Starts the program with `words` at a size.
  convenience init(_ binary: Binary, words: [String] = [], columns: UInt16 = 120, rows: UInt16 = 36) throws {
    try self.init(
      program: Binary.path, words: words, environment: binary.environment, columns: columns, rows: rows)
  }

  /// Starts any program with `words` at a size.
  init(
    program: String, words: [String], environment variables: [String: String], columns: UInt16, rows: UInt16
  ) throws {
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var unlocked: Int32 = 0
    var number: UInt32 = 0
    // TIOCSPTLCK and TIOCGPTN: the slave is unlocked and asked for its number.
    guard master >= 0, ioctl(master, 0x4004_5431, &unlocked) == 0, ioctl(master, 0x8004_5430, &number) == 0
    else {
      throw Broken(operation: "/dev/ptmx")
    }
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    let path = "/dev/pts/\(number)"
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    for descriptor in [Int32(0), 1, 2] {
      posix_spawn_file_actions_addopen(&actions, descriptor, path, O_RDWR, 0)
    }
    posix_spawn_file_actions_addclose(&actions, master)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    // POSIX_SPAWN_SETSID, a session whose terminal is the first one opened; _SETSIGMASK and _SETSIGDEF, since a
    // test's thread may hold signals back.
    var none = sigset_t()
    sigemptyset(&none)
    var every = sigset_t()
    sigfillset(&every)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &every)
    posix_spawnattr_setflags(&attributes, 0x80 | 0x08 | 0x04)
    let arguments = ([program] + words).map { strdup($0) } + [nil]
    let environment = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer {
      for pointer in arguments + environment { free(pointer) }
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    var process: pid_t = 0
    guard posix_spawn(&process, program, &actions, &attributes, arguments, environment) == 0 else {
      throw Broken(operation: "posix_spawn")
    }
    self.process = process
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
  }

  deinit {
    kill(process, SIGKILL)
    close(master)
  }

  /// All that was drawn so far, without the sequences that steer the terminal.
  var text: String { text(since: 0) }

  private func text(since mark: Int) -> String {
    var text: [UInt8] = []
    var index = mark
    while index < bytes.count {
      if bytes[index] == 0x1B, index + 1 < bytes.count {
        index += 2
        if bytes[index - 1] == 0x5B || bytes[index - 1] == 0x5D {
          while index < bytes.count, !(0x40...0x7E).contains(bytes[index]), bytes[index] != 7 { index += 1 }
          index += 1
        }
        continue
      }
      text.append(bytes[index])
      index += 1
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Reads until what was drawn since `mark` holds the words; false when nothing of the kind came for long.
  func shows(_ words: String, since mark: Int = 0) -> Bool {
    for _ in 0..<600 {
      read(forMilliseconds: 50)
      if String(decoding: bytes[min(mark, bytes.count)...], as: UTF8.self).contains(words) { return true }
      if text.contains(words), mark == 0 { return true }
    }
    return false
  }

  /// Reads what is drawn for so many milliseconds, so that the program is not held up.
  func look(forMilliseconds milliseconds: Int32) { read(forMilliseconds: milliseconds) }

  /// Has the whole screen drawn anew until it holds the words: what was drawn before may stand there in part. False
  /// when they do not come for long.
  func redrawn(_ words: String) -> Bool {
    for _ in 0..<80 {
      let mark = bytes.count
      type("\u{0C}")
      readUntilQuiet()
      if text(since: mark).contains(words) { return true }
    }
    return false
  }

  /// How many bytes come for these keys until nothing more is drawn.
  func drawn(for keys: String) -> Int {
    readUntilQuiet()
    let before = bytes.count
    type(keys)
    readUntilQuiet()
    return bytes.count - before
  }

  /// Types Escape alone: a key that follows at once would be taken for one with Alt.
  func leave() {
    type("\u{1B}")
    readUntilQuiet()
  }

  /// Reads until nothing has been drawn for four looks.
  private func readUntilQuiet() {
    var quiet = 0
    while quiet < 4 {
      let before = bytes.count
      read(forMilliseconds: 50)
      quiet = bytes.count == before ? quiet + 1 : 0
    }
  }

  func type(_ text: String) {
    var text = text
    text.withUTF8 { _ = write(master, $0.baseAddress, $0.count) }
  }

  /// Lets the program write no file any more, as when its disk is full.
  func refuseFiles() throws {
    let limit = try Process.run(
      URL(filePath: "/usr/bin/prlimit"), arguments: ["--pid", "\(process)", "--fsize=0:0"])
    limit.waitUntilExit()
    guard limit.terminationStatus == 0 else { throw Broken(operation: "prlimit") }
  }

  /// The exit status once the program has ended, negative for a signal; nil when it does not end for long.
  func ended() -> Int32? {
    for _ in 0..<400 {
      read(forMilliseconds: 25)
      var status: Int32 = 0
      if waitpid(process, &status, WNOHANG) == process {
        read(forMilliseconds: 25)
        return status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F)
      }
    }
    return nil
  }

  private func read(forMilliseconds milliseconds: Int32) {
    var descriptor = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&descriptor, 1, milliseconds) > 0 else { return }
    // A terminal that nobody has open any more is always ready, with nothing to read.
    if descriptor.revents & Int16(POLLHUP) != 0 { usleep(UInt32(milliseconds) * 1_000) }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(master, &chunk, chunk.count)
      guard count > 0 else { return }
      bytes += chunk[..<count]
    }
  }
}
