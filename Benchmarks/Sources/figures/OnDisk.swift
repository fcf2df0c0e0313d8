import Demo
import Domain
import Glibc
import Storage

/// What a file costs: taking work over, a durable command, opening, searching, checking.
enum OnDisk {
  static func measure(_ day: DemoDay, _ office: Office, _ now: Timestamp, folder: String) throws {
    let path = "\(folder)/callout-figures-\(getpid())"
    mkdir(path, 0o700)
    defer { remove(path) }
    let identity = FileIdentity(
      log: Identifier(high: 1, low: 1), epoch: Identifier(high: 1, low: 2), console: day.console)
    let options = FileOptions(clock: { now })
    let file = try OfficeFile.create(at: "\(path)/day.db", identity: identity, options: options)
    try fill(file, day)
    try commands(file, day, office, now, path)
    try searches(file)
    try OfTechnicians.measure(file, day, office, now)
    file.close()
    try opening("\(path)/day.db", options)
  }

  private static func fill(_ file: OfficeFile, _ day: DemoDay) throws {
    let watch = Stopwatch()
    var batch: [Submission] = []
    for submission in day.submissions {
      batch.append(submission)
      if batch.count == 4_000 {
        _ = try file.submitAll(batch)
        batch.removeAll(keepingCapacity: true)
      }
    }
    _ = try file.submitAll(batch)
    let rate = Double(day.count) / watch.processorSeconds
    Row.say("entries taken over a second, search index too", rate.rounded(0), mark: "10,000")
    let bytes = try file.health().databaseBytes
    Row.say("file", "\(bytes / 1_048_576) MB, \(bytes / max(day.count, 1)) B an entry")
  }

  private static func commands(
    _ file: OfficeFile, _ day: DemoDay, _ office: Office, _ now: Timestamp, _ path: String
  ) throws {
    let floor = try syncFloor(path)
    Row.say("one write and fdatasync on this disk", floor.text)
    var samples = Samples()
    for (index, order) in office.orders.inOrder.filter({ !$0.isEnded }).prefix(300).enumerated() {
      let submission = Submission(
        id: Identifier(high: 9, low: UInt64(index)),
        stamp: Stamp(by: day.dispatcher, at: now, console: day.console),
        commands: [.addNote(order.id, AddNote("called back, waits for the caretaker"))])
      _ = try samples.measure { try file.submit(submission) }
    }
    Row.say("durable command", samples.text, mark: "one fsync + 2 ms")
  }

  static func syncFloor(_ path: String) throws -> Samples {
    var samples = Samples()
    let handle = open("\(path)/floor", O_CREAT | O_WRONLY, 0o600)
    defer {
      Glibc.close(handle)
      unlink("\(path)/floor")
    }
    let page = [UInt8](repeating: 1, count: 4_096)
    for _ in 0..<100 {
      samples.measure {
        _ = write(handle, page, page.count)
        fdatasync(handle)
      }
    }
    return samples
  }

  private static func searches(_ file: OfficeFile) throws {
    var samples = Samples()
    for words in ["burst pipe", "walk-in", "lift", "closer broken", "mercy"] {
      for length in 2...words.count {
        _ = try samples.measure { try file.search(String(words.prefix(length)), limit: 50, ranked: false) }
      }
    }
    Row.say("search as you type, a key", samples.text, mark: "30 ms")
  }

  private static func opening(_ path: String, _ options: FileOptions) throws {
    var samples = Samples()
    for _ in 0..<5 {
      try samples.measure { try OfficeFile(opening: path, options: options) }.close()
    }
    Row.say("open the file, running day loaded", samples.text, mark: "first frame 60 ms (250)")
    let file = try OfficeFile(opening: path, options: options)
    let watch = Stopwatch()
    let report = try file.check()
    let rate = Double(report.entries) / watch.wallSeconds
    Row.say(
      "entries checked a second", "\(rate.rounded(0)), problems \(report.problems.count)", mark: "100,000")
    file.close()
  }

  private static func remove(_ path: String) {
    for name in ["day.db", "day.db-wal", "day.db-shm", "day.db.lock", "floor"] { unlink("\(path)/\(name)") }
    rmdir(path)
  }
}
