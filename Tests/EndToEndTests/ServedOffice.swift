import Foundation

/// An office that is served on a port of its own until it is given up.
final class ServedOffice {
  let binary: Binary
  private(set) var address = ""
  private var process = Process()
  /// The ids of the consoles that have joined, by handle.
  private(set) var consoles: [String: String] = [:]

  /// Makes an office with two dispatchers, two technicians and an order, lets consoles join it and serves it;
  /// `doors` are words for `serve`.
  convenience init(_ binary: Binary, doors: [String] = ["--listen", "127.0.0.1:0"]) throws {
    try Self.found(binary)
    try self.init(serving: binary, doors: doors)
  }

  /// Serves an office that is there.
  init(serving binary: Binary, doors: [String]) throws {
    self.binary = binary
    try serve(doors)
  }

  /// Serves it again where it was served before, after a stop; `more` stands in its environment.
  func serveAgain(with more: [String: String] = [:]) throws {
    try serve(["--listen", String(address.dropFirst("http://".count))], more)
  }

  private func serve(_ doors: [String], _ more: [String: String] = [:]) throws {
    process = Process()
    process.executableURL = URL(filePath: Binary.path)
    process.arguments = ["serve"] + doors
    process.environment = binary.environment.merging(more) { $1 }
    let output = Pipe()
    process.standardOutput = output
    let log = binary.home.appending(path: "serve.log")
    try Data().write(to: log)
    process.standardError = try FileHandle(forWritingTo: log)
    try process.run()
    var said = ""
    while !said.contains("served at") || said.last != "\n" {
      let more = output.fileHandleForReading.availableData
      if more.isEmpty { throw Binary.Unexpected(text: said + (try String(contentsOf: log, encoding: .utf8))) }
      said += String(decoding: more, as: UTF8.self)
    }
    let line = said.split(separator: "\n").first { $0.contains("served at") } ?? ""
    address = String(line.split(separator: " ").last ?? "")
  }

  /// Makes the office that is served.
  static func found(_ binary: Binary) throws {
    try binary.run("init", "--name", "Riverside", "--zone", "UTC")
    for (name, handle) in [("Ana Flores", "ana"), ("Chen Wei", "chen")] {
      try binary.run(
        "technician", "add", name, "--handle", handle, "--skill", "lift:3", "--shift", "Mon-Sun 00:00-23:59")
    }
    for handle in ["d1", "d2"] {
      try binary.run("person", "add", "Dispatcher \(handle)", "--handle", handle, "--role", "dispatcher")
    }
    try binary.run("site", "add", "Quay House", "--at", "53.41,-2.98", "--customer", "Harbour")
    try binary.run("log", "lift dead", "at", "Quay House", "P3", "--trade", "lift")
    try binary.run("office", "start")
  }

  /// What it has told whoever runs it, a line each.
  var log: [String] {
    get throws {
      try String(contentsOfFile: binary.home.path() + "/serve.log", encoding: .utf8).split(separator: "\n")
        .map(String.init)
    }
  }

  /// Ends it in the middle of whatever it does.
  func kill() {
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// Lets it hang: its connections stay open, and nothing is answered.
  func hang() { Foundation.kill(process.processIdentifier, SIGSTOP) }

  deinit {
    Foundation.kill(process.processIdentifier, SIGCONT)
    stop()
  }

  /// Asks it to end, and waits until it has.
  func stop() {
    guard process.isRunning else { return }
    process.terminate()
    process.waitUntilExit()
  }

  var status: Int32 { process.terminationStatus }
  var isRunning: Bool { process.isRunning }

  /// Joins a console for a person; its file. `name` tells several consoles of one person apart, `way` leads to the
  /// office by another address.
  func join(
    _ handle: String, as name: String? = nil, by way: String? = nil, trusting authority: String? = nil
  ) throws -> String {
    let code = try binary.json("enrol", handle)["code"] as? String ?? ""
    let file = binary.home.path() + "/\(name ?? handle).db"
    let answer = try binary.run(
      words: ["--db", file, "join", way ?? address, "--code", code, "--json"]
        + (authority.map { ["--ca", $0] } ?? []))
    if answer.status != 0 { throw Binary.Unexpected(text: answer.errors) }
    consoles[name ?? handle] = try answer.object["console"] as? String
    return file
  }
}
