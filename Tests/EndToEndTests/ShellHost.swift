import Foundation
import Glibc

/// An sshd of its own on a loopback port, with a throw-away account whose key runs the technician's face.
///
/// Its settings are the loosest there are: whatever holds is held by the key line and the program, not by them.
final class ShellHost {
  /// Whether this machine can have one: root, sshd, and the programs that make accounts.
  static var isPossible: Bool {
    let programs: [String] = ["/usr/sbin/sshd", "/usr/bin/ssh", "/usr/bin/ssh-keygen", "/usr/sbin/useradd"]
    return geteuid() == 0 && programs.allSatisfy { FileManager.default.isExecutableFile(atPath: $0) }
  }

  let account = "co\(UInt32.random(in: 1_000_000...9_999_999))"
  let folder: String
  let port = UInt16.random(in: 20_000...55_000)
  /// Not a Foundation process: those take one that closes what it inherits, as all of OpenSSH does, for ended.
  private var sshd: Terminal?
  private let madeGroup: Bool

  private static let group = "callout-tech"

  /// Where the script lies, from this file's place in the project.
  private static let script =
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path() + "scripts/add-technician"

  var home: String { folder + "/homes/" + account }
  var socket: String { folder + "/run/o.sock" }
  var callout: String { folder + "/callout" }
  var file: String { home + "/.local/share/callout/callout.db" }

  init() throws {
    folder = "/tmp/cossh-\(UInt32.random(in: 0 ... .max))"
    madeGroup = (try? Tool.run("/usr/bin/getent", ["group", Self.group]).status) != 0
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o755])
    // The account cannot look into the builder's folders. Another process copies: a child that some other test starts
    // meanwhile would keep a file open for writing that is written here, and what is open so cannot be run.
    try Tool.done("/bin/cp", [Binary.path, callout])
    chmod(callout, 0o755)
    for key in ["host", "key", "other"] {
      try Tool.done("/usr/bin/ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", "\(folder)/\(key)"])
    }
    try Tool.done(
      Self.script,
      [
        account, folder + "/key.pub", "--callout", callout, "--socket", socket, "--homes", folder + "/homes",
        "--group", Self.group
      ])
    chmod(folder + "/homes", 0o755)
    mkdir(folder + "/run", 0o750)
    if let entry = getgrnam(Self.group) { chown(folder + "/run", 0, entry.pointee.gr_gid) }
    chmod(folder + "/run", 0o750)
    try listen()
  }

  deinit { end() }

  /// Takes everything away again; nothing of it may outlive the test.
  func end() {
    sshd = nil
    for process in Tool.processes(of: account) { kill(process, SIGKILL) }
    _ = try? Tool.run("/usr/sbin/userdel", ["-f", account])
    if madeGroup { _ = try? Tool.run("/usr/sbin/groupdel", [Self.group]) }
    try? FileManager.default.removeItem(atPath: folder)
  }

  private func listen() throws {
    // Where sshd keeps its unprivileged half.
    mkdir("/run/sshd", 0o755)
    let settings = """
      Port \(port)
      ListenAddress 127.0.0.1
      HostKey \(folder)/host
      PidFile \(folder)/sshd.pid
      AuthorizedKeysFile .ssh/authorized_keys
      UsePAM no
      StrictModes yes
      AcceptEnv *
      PermitUserRC yes
      PermitUserEnvironment yes
      AllowTcpForwarding yes
      AllowStreamLocalForwarding yes
      AllowAgentForwarding yes
      X11Forwarding yes
      GatewayPorts yes
      PermitTunnel yes
      Subsystem sftp internal-sftp
      """
    try Data(settings.utf8).write(to: URL(filePath: folder + "/sshd_config"))
    sshd = try Terminal(
      program: "/usr/sbin/sshd",
      words: ["-D", "-f", folder + "/sshd_config", "-E", folder + "/sshd.log"],
      environment: ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"], columns: 80, rows: 24)
    for _ in 0..<100 {
      if Tool.answers(port) { return }
      usleep(50_000)
    }
    throw Binary.Unexpected(text: log)
  }

  var log: String { (try? String(contentsOfFile: folder + "/sshd.log", encoding: .utf8)) ?? "" }

  /// The words that lead a client there, with more options of its own and a key of the folder.
  func words(_ more: [String] = [], key: String = "key") -> [String] {
    [
      "-F", "none", "-i", "\(folder)/\(key)", "-o", "IdentitiesOnly=yes", "-o", "StrictHostKeyChecking=no",
      "-o", "UserKnownHostsFile=\(folder)/known", "-o", "LogLevel=ERROR", "-o", "BatchMode=yes",
      "-o", "ConnectTimeout=10"
    ] + more
  }

  /// Runs a client without a terminal.
  func ssh(
    _ more: [String] = [], _ command: [String] = [], key: String = "key", input: String = ""
  ) throws
    -> Binary.Answer
  {
    try Tool.run(
      "/usr/bin/ssh", words(more, key: key) + ["-p", "\(port)", "\(account)@127.0.0.1"] + command,
      input: input)
  }

  /// A client that goes on until it is given up.
  func staying(_ more: [String]) throws -> Terminal {
    try Terminal(
      program: "/usr/bin/ssh", words: words(more) + ["-p", "\(port)", "\(account)@127.0.0.1"],
      environment: ["HOME": folder, "PATH": "/usr/bin:/bin"], columns: 80, rows: 24)
  }

  /// The face on a terminal of a size.
  func terminal(
    _ more: [String] = [], command: [String] = [], columns: UInt16 = 80, rows: UInt16 = 24,
    term: String = "xterm-256color"
  ) throws -> Terminal {
    try Terminal(
      program: "/usr/bin/ssh",
      words: words(more) + ["-tt", "-p", "\(port)", "\(account)@127.0.0.1"] + command,
      environment: [
        "TERM": term, "LANG": "C.UTF-8", "HOME": folder, "PATH": "/usr/bin:/bin",
        "CALLOUT_DB": "/nowhere/else.db", "EDITOR": "/bin/sh", "VISUAL": "/bin/sh", "PAGER": "/bin/sh"
      ], columns: columns, rows: rows)
  }
}

/// Programs of the machine, for tests that need them.
enum Tool {
  static func run(_ program: String, _ words: [String], input: String = "") throws -> Binary.Answer {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = words
    process.environment = ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8", "HOME": "/nonexistent"]
    let output = Pipe()
    let errors = Pipe()
    let feed = Pipe()
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = feed
    try process.run()
    try? feed.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try? feed.fileHandleForWriting.close()
    let said = try output.fileHandleForReading.readToEnd() ?? Data()
    let warned = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Binary.Answer(
      status: process.terminationStatus, output: String(decoding: said, as: UTF8.self),
      errors: String(decoding: warned, as: UTF8.self))
  }

  /// The same, where it has to work.
  static func done(_ program: String, _ words: [String]) throws {
    let answer = try run(program, words)
    if answer.status != 0 { throw Binary.Unexpected(text: "\(program): \(answer.errors)\(answer.output)") }
  }

  /// Whether somebody listens at a loopback port.
  static func answers(_ port: UInt16) -> Bool {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
  }

  /// The processes of an account whose program's name is given, or all of them.
  static func processes(of account: String, called name: String? = nil) -> [pid_t] {
    guard let number = getpwnam(account)?.pointee.pw_uid else { return [] }
    let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return all.compactMap { pid_t($0) }.filter { process in
      let status = status(process)
      guard status["Uid"]?.split(separator: "\t").first.map(String.init) == "\(number)" else { return false }
      return name == nil || status["Name"] == name
    }
  }

  /// What the kernel says of a process, by field.
  static func status(_ process: pid_t) -> [String: String] {
    let text = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
    return Dictionary(
      text.split(separator: "\n").compactMap { line in
        let parts = line.split(separator: ":", maxSplits: 1)
        return parts.count == 2 ? (String(parts[0]), parts[1].trimmingCharacters(in: .whitespaces)) : nil
      }, uniquingKeysWith: { first, _ in first })
  }
}
