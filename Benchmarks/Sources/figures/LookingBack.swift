import Demo
import Domain
import Glibc
import Storage
import Synchronization

/// What looking back costs: any instant of a fortnight with 50,000 entries and 1,000 open orders.
enum LookingBack {
  private static let entries = 50_000
  private static let open = 1_000

  static func measure(_ now: Timestamp, folder: String) throws {
    Row.head("A fortnight of \(entries) entries, \(open) open orders")
    let path = "\(folder)/callout-past-\(getpid())"
    mkdir(path, 0o700)
    defer { remove(path) }
    let plain = try filled("\(path)/plain.db", now, entriesPerCheckpoint: .max)
    let bytes = try plain.health().databaseBytes
    plain.close()
    let file = try filled(
      "\(path)/day.db", now, entriesPerCheckpoint: FileOptions(clock: { now }).entriesPerCheckpoint)
    defer { file.close() }
    let kept = try file.health().databaseBytes - bytes
    Row.say("checkpoints on disk", "\((Double(kept) / 1_048_576).rounded(1)) MB of \(bytes / 1_048_576) MB")
    var samples = Samples()
    var folded = 0
    for step in 0..<60 {
      let instant = now - .seconds(Int64(step) * 14 * 86_400 / 60 + 7_000)
      let past = try samples.measure {
        let past = try file.past(at: instant)
        _ = Board(past.office, now: instant)
        return past
      }
      folded = max(folded, past.foldedEntries)
    }
    Row.say("the panes at an instant, up to \(folded) entries folded", samples.text, mark: "300 ms")
  }

  private static func remove(_ path: String) {
    for name in ["plain", "day"] {
      for end in ["", "-wal", "-shm", ".lock"] { unlink("\(path)/\(name).db\(end)") }
    }
    rmdir(path)
  }

  private static func filled(_ path: String, _ now: Timestamp, entriesPerCheckpoint: Int) throws -> OfficeFile
  {
    let day = DemoDay(seed: 1, now: now, zone: .utc, open: open, closed: 0)
    let identity = FileIdentity(
      log: Identifier(high: 1, low: 1), epoch: Identifier(high: 1, low: 2), console: day.console)
    let box = ClockBox(now - .days(14))
    var options = FileOptions(clock: { box.now })
    options.entriesPerCheckpoint = entriesPerCheckpoint
    options.synchronous = .normal
    let file = try OfficeFile.create(at: path, identity: identity, options: options)
    _ = try file.submitAll(Array(day.submissions))
    let orders = file.state.office.orders.inOrder.filter { !$0.isEnded }.map(\.id)
    var batch: [Submission] = []
    for index in 0..<entries {
      let id = orders[(index * 7_919) % orders.count]
      let command: Command =
        index % 3 == 0
        ? .addNote(id, AddNote("called back, waits for the caretaker"))
        : .flagWorkOrder(id, FlagWorkOrder(file.state.office.order(id)?.flag == nil))
      batch.append(
        Submission(
          id: Identifier(high: 13, low: UInt64(index)),
          stamp: Stamp(by: day.dispatcher, at: box.now, console: day.console),
          commands: [command]))
      if batch.count == 250 {
        _ = try file.submitAll(batch)
        try file.makeCheckpointIfDue()
        batch = []
        box.advance(by: .seconds(14 * 86_400 * 250 / Int64(entries)))
      }
    }
    return file
  }
}

/// A clock that is set by hand, for a file that fills faster than time passes.
private final class ClockBox: Sendable {
  private let instant: Mutex<Timestamp>

  init(_ instant: Timestamp) { self.instant = Mutex(instant) }

  var now: Timestamp { instant.withLock { $0 } }
  func advance(by span: Span) { instant.withLock { $0 += span } }
}
