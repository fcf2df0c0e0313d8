import Foundation

/// A program that takes a mail on its standard input, as sendmail does; started without a shell, fed, and given up on
/// when it takes too long.
struct MailProgram: Sendable {
  /// Its path, and the words that go before the recipient.
  let words: [String]
  /// Who a mail that cannot be delivered goes back to; nil leaves it to the program.
  let sender: String?
  /// Seconds that one mail may take.
  static let patience = 30

  /// Why a mail did not go out.
  struct Trouble: Error, Hashable {
    let why: String
    /// Whether it lies with the program, so that the next mail would fare no better now.
    let isPrograms: Bool
  }

  private static let longestComplaint = 2_000

  /// Hands over one mail for one recipient.
  func send(_ text: String, to recipient: String) throws(Trouble) {
    let (input, complaints, process) = try start(for: recipient)
    defer { close(complaints) }
    var feed = Feed(bytes: Array(text.utf8), descriptor: input)
    defer { feed.end() }
    var complaint: [UInt8] = []
    let end = ContinuousClock.now + .seconds(Self.patience)
    var status: Int32?
    while status == nil {
      guard ContinuousClock.now < end else {
        kill(-process, SIGKILL)
        // One that has left its group is ended alone.
        kill(process, SIGKILL)
        _ = Self.waited(process, 0)
        throw Trouble(why: "\(name) did not answer within \(Self.patience) s", isPrograms: true)
      }
      feed.goOn()
      Self.read(complaints, into: &complaint, waiting: 20)
      status = Self.waited(process, WNOHANG)
    }
    Self.read(complaints, into: &complaint, waiting: 0)
    guard let status, status & 0x7F == 0, status >> 8 & 0xFF == 0 else {
      throw Trouble(why: sentence(status ?? 0, complaint), isPrograms: false)
    }
  }

  private var name: String { words.first.map { Folder.name(in: $0) } ?? "the mail program" }

  /// What it said last, as one plain line, with how it ended.
  private func sentence(_ status: Int32, _ complaint: [UInt8]) -> String {
    let ended = status & 0x7F == 0 ? "status \(status >> 8 & 0xFF)" : "signal \(status & 0x7F)"
    let lines = String(decoding: complaint, as: UTF8.self).split(whereSeparator: \.isNewline)
    let last = lines.last { !$0.allSatisfy(\.isWhitespace) }.map(String.init) ?? ""
    let plain = last.unicodeScalars.filter { !$0.properties.isDefaultIgnorableCodePoint && $0.value >= 32 }
    let said = String(String.UnicodeScalarView(plain)).prefix(120)
    return said.isEmpty ? "\(name) ended with \(ended)" : "\(said) (\(name), \(ended))"
  }
}

extension MailProgram {
  private func start(for recipient: String) throws(Trouble) -> (input: Int32, complaints: Int32, pid_t) {
    guard let path = words.first, access(path, X_OK) == 0 else {
      throw Trouble(
        why: "\(words.first ?? "the mail program"): \(String(cString: strerror(errno)))", isPrograms: true)
    }
    let input = try pipe()
    let complaints: [Int32]
    do throws(Trouble) { complaints = try pipe() } catch {
      for descriptor in input { close(descriptor) }
      throw error
    }
    defer {
      close(input[0])
      close(complaints[1])
    }
    let arguments = words + (sender.map { ["-f", $0] } ?? []) + ["--", recipient]
    do {
      let process = try Self.spawn(path, arguments, input: input[0], complaints: complaints[1])
      for descriptor in [input[1], complaints[0]] { _ = fcntl(descriptor, F_SETFL, O_NONBLOCK) }
      return (input[1], complaints[0], process)
    } catch {
      close(input[1])
      close(complaints[0])
      throw Trouble(why: "\(path): \(String(cString: strerror(error.code)))", isPrograms: true)
    }
  }

  /// A pipe that no other program inherits.
  private func pipe() throws(Trouble) -> [Int32] {
    var ends: [Int32] = [-1, -1]
    guard Foundation.pipe(&ends) == 0 else { throw Trouble(why: "no pipe to \(name)", isPrograms: true) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return ends
  }

  private struct Refused: Error {
    let code: Int32
  }

  /// A process of its own group, with nothing open but its three, and nothing of our environment.
  private static func spawn(
    _ path: String, _ words: [String], input: Int32, complaints: Int32
  ) throws(Refused) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, complaints, 2)
    // What we ourselves were started with may be open for programs, and is not this one's.
    for name in Folder.files(in: "/proc/self/fd") {
      if let open = Int32(name), open > 2 { posix_spawn_file_actions_addclose(&actions, open) }
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    var none = sigset_t()
    sigemptyset(&none)
    var every = sigset_t()
    sigfillset(&every)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &every)
    posix_spawnattr_setpgroup(&attributes, 0)
    // POSIX_SPAWN_SETPGROUP, _SETSIGDEF and _SETSIGMASK.
    posix_spawnattr_setflags(&attributes, 0x02 | 0x04 | 0x08)
    let variables = [
      "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LANG=C.UTF-8",
      "HOME=\(Account.home(geteuid()) ?? "/")"
    ]
    let arguments = words.map { strdup($0) } + [nil]
    let environment = variables.map { strdup($0) } + [nil]
    defer {
      for pointer in arguments + environment { free(pointer) }
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    // Inherited as ignored it would take every ending away unseen.
    signal(SIGCHLD, SIG_DFL)
    var process: pid_t = 0
    let code = posix_spawn(&process, path, &actions, &attributes, arguments, environment)
    guard code == 0 else { throw Refused(code: code) }
    return process
  }

  /// How it ended; nil while it has not.
  private static func waited(_ process: pid_t, _ options: Int32) -> Int32? {
    var status: Int32 = 0
    while true {
      let found = waitpid(process, &status, options)
      if found == process { return status }
      if found == 0 { return nil }
      // Nobody can know how it ended: it is not said to be sent.
      if errno != EINTR { return 1 << 8 }
    }
  }

  private static func read(_ descriptor: Int32, into bytes: inout [UInt8], waiting milliseconds: Int32) {
    var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    _ = poll(&wait, 1, milliseconds)
    // Whoever closes it early is waited for all the same.
    if wait.revents & Int16(POLLHUP) != 0, wait.revents & Int16(POLLIN) == 0 { usleep(5_000) }
    var chunk = [UInt8](repeating: 0, count: 4_096)
    // A program that complains without an end must not keep its own time from running out.
    for _ in 0..<16 {
      let count = Foundation.read(descriptor, &chunk, chunk.count)
      guard count > 0 else { return }
      bytes = (bytes + chunk[..<count]).suffix(longestComplaint)
    }
  }

  /// What has still to be written into it.
  private struct Feed {
    let bytes: [UInt8]
    let descriptor: Int32
    private var sent = 0
    private var isOpen = true

    init(bytes: [UInt8], descriptor: Int32) {
      self.bytes = bytes
      self.descriptor = descriptor
    }

    /// Writes what goes in now; one that does not read to its end has said enough by how it ends.
    mutating func goOn() {
      while isOpen, sent < bytes.count {
        let count = bytes.withUnsafeBytes {
          write(descriptor, $0.baseAddress?.advanced(by: sent), bytes.count - sent)
        }
        if count > 0 {
          sent += count
        } else if errno == EAGAIN {
          return
        } else if errno != EINTR {
          return end()
        }
      }
      if sent == bytes.count { end() }
    }

    mutating func end() {
      if isOpen { close(descriptor) }
      isOpen = false
    }
  }
}
