import Foundation

/// An office that is served on a port of its own until it is given up.
final class ServedOffice {
  let binary: Binary
  let address: String
  private let process: Process

  /// Makes an office with two dispatchers, two technicians and an order, lets consoles join it and serves it.
  init(_ binary: Binary) throws {
    self.binary = binary
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
    process = Process()
    process.executableURL = URL(filePath: Binary.path)
    process.arguments = ["serve", "--listen", "127.0.0.1:0"]
    process.environment = binary.environment
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    var said = ""
    while !said.contains("served at") || said.last != "\n" {
      let more = output.fileHandleForReading.availableData
      if more.isEmpty { throw Binary.Unexpected(text: said) }
      said += String(decoding: more, as: UTF8.self)
    }
    let line = said.split(separator: "\n").first { $0.contains("served at") } ?? ""
    address = String(line.split(separator: " ").last ?? "")
  }

  deinit { stop() }

  /// Asks it to end, and waits until it has.
  func stop() {
    guard process.isRunning else { return }
    process.terminate()
    process.waitUntilExit()
  }

  var status: Int32 { process.terminationStatus }

  /// Joins a console for a person; its file.
  func join(_ handle: String) throws -> String {
    let code = try binary.json("enrol", handle)["code"] as? String ?? ""
    let file = binary.home.path() + "/\(handle).db"
    let answer = try binary.run("--db", file, "join", address, "--code", code)
    if answer.status != 0 { throw Binary.Unexpected(text: answer.errors) }
    return file
  }
}
