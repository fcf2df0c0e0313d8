import Domain
import Glibc
import Storage
import Sync

/// What it costs that several consoles see one day: the real server, console files with durable commits.
enum OfficeAndConsoles {
  private static let (pushers, each) = (4, 2_500)
  private static let (pending, turns) = (1_000, 10)

  static func measure(_ now: Timestamp, _ sizes: Sizes) throws {
    guard let callout = sizes.callout else { return }
    for entries in [4_000, sizes.history] {
      Row.head("An office and its consoles, \(entries) entries of history")
      let office = try ServedOffice(
        now, in: "\(sizes.folder)/callout-office-\(entries)-\(getpid())", callout: callout, entries: entries)
      try oneCommand(office, now)
      if entries != sizes.history { continue }
      try decidedAgain(office, now)
      try inTurns(office, now)
      try bulk(office, now)
    }
    try wire(now, sizes, callout)
  }

  /// One command from a console to the office and into another console, each commit waited for.
  private static func oneCommand(_ office: ServedOffice, _ now: Timestamp) throws {
    let watch = Stopwatch()
    let (first, second) = (try office.join("first"), try office.join("second"))
    let taken = Double(2 * office.file.state.seq) / watch.wallSeconds
    Row.say("a new console fetches and verifies, entries a second", taken.rounded(0))
    let floor = try OnDisk.syncFloor(office.folder)
    var (given, samples) = (Samples(), Samples())
    for round in 0..<200 {
      let submission = office.submission(
        [note(round, office)], from: first.id, at: now)
      try samples.measure {
        _ = try given.measure { try first.file.submit(submission) }
        try first.push()
        try second.pull()
      }
      try first.catchUp()
    }
    Row.say("a durable command at a console", given.text)
    let mark = (3 * floor.percentile(0.5) + 5).rounded(1)
    Row.say("console, office, console: durable at all three", samples.text, mark: "\(mark) ms: 3 fsyncs + 5")
  }

  private static func note(_ number: Int, _ office: ServedOffice) -> Command {
    .addNote(office.orders[(number * 7_919) % office.orders.count], AddNote(words(number)))
  }

  /// Another summary or description for an order, as it is seen at the console.
  private static func edit(_ number: Int, _ office: ServedOffice, _ console: JoinedConsole) -> Command? {
    let id = office.orders[(number * 7_919) % office.orders.count]
    guard let order = console.file.state.office.order(id) else { return nil }
    let field: WorkOrder.Field = number.isMultiple(of: 2) ? .summary : .description
    let change = FieldChange(field, from: order.text(of: field).map { .plain($0) }, to: .plain(words(number)))
    return .editWorkOrder(id, EditWorkOrder([change]))
  }

  /// Sixty characters that nothing makes smaller.
  private static func words(_ number: Int) -> String {
    var words = ""
    var seed = UInt64(number) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    while words.count < 60 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      words += String(seed >> 24, radix: 36)
    }
    return String(words.prefix(60))
  }

  /// Gives a console so many commands that wait; the disk is not waited for.
  private static func fill(
    _ console: JoinedConsole, _ count: Int, _ office: ServedOffice, _ now: Timestamp
  ) throws {
    for number in 0..<count {
      let submission = office.submission([note(number, office)], from: console.id, at: now)
      _ = try console.file.submit(submission)
    }
  }

  /// A thousand that wait are decided again over a thousand of others: by what a console with none takes less.
  private static func decidedAgain(_ office: ServedOffice, _ now: Timestamp) throws {
    let (idle, busy, other) = (try office.join("idle"), try office.join("busy"), try office.join("other"))
    let watch = Stopwatch()
    try fill(busy, pending, office, now)
    Row.say(
      "a durable command, up to \(pending) waiting",
      "\((watch.wallSeconds / Double(pending) * 1_000).rounded(2)) ms")
    try fill(other, pending, office, now)
    while try other.file.standing().waiting > 0 {
      try other.push()
      try other.catchUp()
    }
    var (without, with) = (Samples(), Samples())
    try without.measure { try idle.catchUp() }
    try with.measure { try busy.catchUp() }
    Row.say(
      "\(pending) waiting decided again over \(pending) of others",
      "\((with.percentile(0.5) - without.percentile(0.5)).rounded(1)) ms of \(with.percentile(0.5).rounded(1)) ms",
      mark: "50 ms")
  }

  /// TaskChampion's shape of the same: one replica gives a thousand and sends them, another one takes them; ten times.
  private static func inTurns(_ office: ServedOffice, _ now: Timestamp) throws {
    let (sender, receiver) = (try office.join("sender"), try office.join("receiver"))
    var (given, sent, taken) = (0.0, 0.0, 0.0)
    for turn in 0..<turns {
      given += try seconds { try fillWithEdits(sender, turn, office, now) }
      sent += try seconds {
        try sender.pushAll()
        try sender.catchUp()
      }
      taken += try seconds { try receiver.catchUp() }
    }
    let total = Double(turns * pending)
    Row.say("commands given, each durable, a second, \(pending) waiting", (total / given).rounded(0))
    Row.say("pushed and confirmed, a second", (total / sent).rounded(0))
    Row.say("pulled by another console, a second", (total / taken).rounded(0))
    Row.say("one after the other, a second", (total / (sent + taken)).rounded(0), mark: "10,000")
    for turn in turns..<2 * turns { try fillWithEdits(sender, turn, office, now) }
    let end = office.file.state.seq + turns * pending
    let together = try seconds {
      let sending = try office.sync(sender)
      while try receiver.file.standing().cursor.seq < end { try receiver.pull() }
      try office.wait(for: sending)
    }
    Row.say("the office and both consoles at once, a second", (total / together).rounded(0), mark: "10,000")
  }

  /// Commands of a sort that follow each other at a console, each durable by itself.
  private static func fillWithEdits(
    _ console: JoinedConsole, _ turn: Int, _ office: ServedOffice, _ now: Timestamp
  ) throws {
    for number in turn * pending..<(turn + 1) * pending {
      guard let edit = edit(number, office, console) else { continue }
      _ = try console.file.submit(office.submission([edit], from: console.id, at: now))
    }
  }

  private static func seconds(_ body: () throws -> Void) rethrows -> Double {
    let watch = Stopwatch()
    try body()
    return watch.wallSeconds
  }

  private static func bulk(_ office: ServedOffice, _ now: Timestamp) throws {
    let consoles = try (1...pushers).map { try office.join("pusher-\($0)") }
    let reader = try office.join("reader")
    for console in consoles { try fill(console, each, office, now) }
    let (entries, bytes) = (office.file.state.seq, try office.file.health().databaseBytes)
    let before = office.serverMegabytes
    let pushed = try office.syncAll(consoles)
    let watch = Stopwatch()
    try reader.catchUp()
    let pulled = watch.wallSeconds
    let total = pushers * each
    Row.say(
      "\(total) commands of \(pushers) consoles pushed and confirmed, a second",
      (Double(total) / pushed).rounded(0))
    Row.say("the same pulled by another one, a second", (Double(total) / pulled).rounded(0))
    Row.say(
      "commands a second, console, office, console", (Double(total) / (pushed + pulled)).rounded(0),
      mark: "10,000")
    _ = try office.file.refresh()
    let grown = Double(try office.file.health().databaseBytes - bytes)
    let added = office.file.state.seq - entries
    Row.say("office's file, bytes an entry with rows and lists", (grown / Double(max(1, added))).rounded(0))
    Row.say(
      "memory of the server before and after",
      "\(before.rounded(1)) MB, \(office.serverMegabytes.rounded(1)) MB",
      mark: "flat")
  }

  private static func giveIfAllowed(_ submission: Submission, _ console: JoinedConsole) throws {
    do { _ = try console.file.submit(submission) } catch {
      if case .failed = error { throw error }
    }
  }

  /// What commands weigh on their way, and their entries in the ledger.
  private static func wire(_ now: Timestamp, _ sizes: Sizes, _ callout: String) throws {
    Row.head("Bytes of commands on their way and of their entries")
    let office = try ServedOffice(
      now, in: "\(sizes.folder)/callout-wire-\(getpid())", callout: callout, entries: 1)
    let console = try office.join("typical")
    let kinds: [(name: String, command: (Int) -> Command)] = [
      (
        "assign",
        { number in
          let order = office.orders[number]
          return .assignVisit(
            order,
            AssignVisit(
              visit: Identifier(high: .random(in: 0 ... .max), low: .random(in: 0 ... .max)),
              technician: office.technicians[number % office.technicians.count],
              start: now + .minutes(Int64(60 + number)), length: .minutes(60),
              replacing: console.file.state.office.order(order)?.technician))
        }
      ),
      ("flag", { .flagWorkOrder(office.orders[$0], FlagWorkOrder(true)) }),
      ("note of 60 characters", { note($0, office) })
    ]
    for kind in kinds {
      try console.catchUp()
      for number in 0..<100 {
        let submission = office.submission([kind.command(number)], from: console.id, at: now)
        try giveIfAllowed(submission, console)
      }
      let standing = try console.file.standing()
      let waiting = try console.file.waiting(from: standing.answered + 1, atMost: .push)
      guard !waiting.isEmpty else { continue }
      let bytes = try CompactEncoder().encode(standing.push(waiting)).count / waiting.count
      try console.line.push(standing.push(waiting))
      let page = try console.line.page(after: standing)
      let travelling = try CompactEncoder().encode(page).count / max(1, page.entries.count)
      // Id, hash, person, console, count and both instants stand beside the body.
      let kept = page.entries.reduce(0) { $0 + $1.body.count + 16 + 32 + 14 } / max(1, page.entries.count)
      Row.say("\(kind.name): pushed, of \(waiting.count)", "\(bytes) B", mark: "110")
      Row.say("\(kind.name): its entry in a page, in the ledger", "\(travelling) B, \(kept) B", mark: "250")
    }
  }
}
