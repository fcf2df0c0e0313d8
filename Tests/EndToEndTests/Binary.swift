import Foundation

/// The program as it was built, run in a home of its own.
struct Binary {
  struct Answer {
    let status: Int32
    let output: String
    let errors: String

    /// Standard output as one JSON object.
    var object: [String: Any] {
      get throws {
        let value = try JSONSerialization.jsonObject(with: Data(output.utf8))
        guard let object = value as? [String: Any] else { throw Unexpected(text: output) }
        return object
      }
    }

    /// Standard output as one JSON object a line.
    var objects: [[String: Any]] {
      get throws {
        try output.split(separator: "\n").map { line in
          guard let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] else {
            throw Unexpected(text: String(line))
          }
          return object
        }
      }
    }
  }

  struct Unexpected: Error {
    let text: String
  }

  /// The folder of the built products: the test runner's own.
  static let path: String = {
    let runner = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return (runner as NSString).deletingLastPathComponent + "/callout"
  }()

  let home: URL
  var now: String?
  /// What else stands in the environment.
  var more: [String: String] = [:]

  /// A fresh home folder, and the clock to live by; nil is the real one.
  init(now: String? = "2026-11-24T10:42:00Z") throws {
    home = try Homes.make()
    self.now = now
  }

  var database: String { home.path() + "/data/callout/callout.db" }

  var environment: [String: String] {
    var environment = [
      "HOME": home.path(), "XDG_DATA_HOME": home.path() + "/data", "XDG_CONFIG_HOME": home.path() + "/config",
      "PATH": "/usr/bin:/bin", "USER": "bea", "LANG": "C.UTF-8", "TERM": "xterm-256color", "TZ": "UTC"
    ]
    environment["CALLOUT_NOW"] = now
    return environment.merging(more) { $1 }
  }

  /// Runs the program with words as a shell would hand them over.
  @discardableResult
  func run(_ words: String..., now: String? = nil, at folder: URL? = nil) throws -> Answer {
    try run(words: words, now: now, at: folder)
  }

  func run(
    words: [String], now: String? = nil, input: String? = nil, at folder: URL? = nil
  ) throws -> Answer {
    let process = Process()
    if let folder { process.currentDirectoryURL = folder }
    process.executableURL = URL(filePath: Self.path)
    process.arguments = words
    process.environment = environment.merging(now.map { ["CALLOUT_NOW": $0] } ?? [:]) { $1 }
    let output = Pipe()
    let errors = home.appending(path: "errors-\(UUID().uuidString)")
    try Data().write(to: errors)
    process.standardOutput = output
    process.standardError = try FileHandle(forWritingTo: errors)
    process.standardInput = FileHandle.nullDevice
    if let input {
      let pipe = Pipe()
      try pipe.fileHandleForWriting.write(contentsOf: Data(input.utf8))
      try pipe.fileHandleForWriting.close()
      process.standardInput = pipe
    }
    try process.run()
    let said = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Answer(
      status: process.terminationReason == .uncaughtSignal
        ? -process.terminationStatus : process.terminationStatus,
      output: String(decoding: said, as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }

  /// How many days have ended by the ledger of a file, the usual one unless the words name another.
  func dayEnds(of file: [String] = []) throws -> Int {
    let told = try run(words: ["ledger", "--since", "0", "--json"] + file).output
    return told.components(separatedBy: "\"dayClosed\"").count - 1
  }

  /// The same as `run`, and the first object of its answer.
  func json(_ words: String..., now: String? = nil) throws -> [String: Any] {
    let answer = try run(words: words + ["--json"], now: now)
    guard let first = try answer.objects.first else { throw Unexpected(text: answer.errors) }
    return first
  }
}
