import Domain
import Storage
import Sync
import Synchronization
import TestSupport
import Testing

@Suite("When people at consoles say that it was", .verifies("SLA-07"))
struct ToldTimeTests {
  /// The office's time and how far a console's clock is from it, both moved by hand.
  private final class Times: Sendable {
    private let passed = Mutex<Int64>(0)
    private let skew = Mutex<Int64>(0)
    var office: Timestamp { Stores.start + .seconds(passed.withLock { $0 }) }
    var console: Timestamp { office + .seconds(skew.withLock { $0 }) }
    func pass(_ span: Span) { passed.withLock { $0 += span.seconds } }
    func jump(_ span: Span) { skew.withLock { $0 = span.seconds } }

    /// Those of the console: its clock is set now and then, and what runs beside it is not.
    var consoleOptions: FileOptions {
      var options = FileOptions(clock: { self.console })
      options.steadySeconds = { self.passed.withLock { $0 } }
      return options
    }
  }

  /// An office, and a console of a dispatcher that has asked it and had nothing waiting.
  private func joined(_ body: (OfficeFile, OfficeFile, Times) throws -> Void) throws {
    let times = Times()
    try Stores.inFolder { folder in
      let office = try OfficeFile.create(
        at: folder + "/office.db",
        identity: FileIdentity(log: Stores.log, epoch: Stores.epoch, console: ConsoleID(high: 1, low: 3)),
        options: FileOptions(clock: { times.office }))
      defer { office.close() }
      try TwoDesks.found(office)
      try office.startOffice(by: TwoDesks.owner)
      try office.enrol(TwoDesks.people[1], code: "code", until: office.now + .hours(1), by: TwoDesks.owner)
      let answer = try #require(try office.admit(code: "code", as: TwoDesks.consoles[1], token: "t"))
      let console = try OfficeFile.join(
        answer, address: "http://127.0.0.1:1", at: folder + "/console.db",
        options: times.consoleOptions)
      defer { console.close() }
      for _ in 0..<3 { try talk(console, office, times) }
      #expect(console.state.waiting == 0)
      try body(office, console, times)
      #expect(try console.digest() == office.digest())
      #expect(try console.check().problems + office.check().problems == [])
    }
  }

  /// What a console and its office's server do: ask, send what waits, ask again.
  private func talk(_ console: OfficeFile, _ office: OfficeFile, _ times: Times) throws {
    try ask(console, office, times)
    let standing = try console.standing()
    let waiting = try console.waiting(from: standing.answered + 1, atMost: .push)
    if waiting.isEmpty { return }
    _ = try TwoDesks.push(waiting, TwoDesks.registrar(1), to: office)
    try ask(console, office, times)
  }

  private func ask(_ console: OfficeFile, _ office: OfficeFile, _ times: Times) throws {
    let standing = try console.standing()
    guard case .page(let page) = try office.answer(standing.pull, for: TwoDesks.registrar(1)) else {
      throw LogFault.otherLog
    }
    let settledAt = standing.waiting == 0 ? office.now : nil
    try office.noteSeen(
      TwoDesks.consoles[1],
      ConsoleWord(clock: times.console, version: nil, has: page.end.seq, settledAt: settledAt))
    try console.confirm(page)
  }

  private func note(_ words: String, id: UInt64, at console: OfficeFile, _ times: Times) throws {
    try console.submit(
      Submission(
        id: Submission.ID(high: 8, low: id),
        stamp: Stamp(by: TwoDesks.people[1], at: times.console, console: TwoDesks.consoles[1]),
        commands: [.addNote(TwoDesks.order, AddNote(words))]))
  }

  private func notes(_ file: OfficeFile) -> [Timestamp] {
    file.state.office.order(TwoDesks.order)?.notes.map(\.at) ?? []
  }

  private func odd(_ file: OfficeFile) -> [String] {
    file.state.office.order(TwoDesks.order)?.anomalies.compactMap { anomaly in
      guard let told = anomaly.facts?.told, let counted = anomaly.facts?.counted else { return nil }
      return "\((told - counted).seconds / 60) min"
    } ?? []
  }

  @Test("counts as they say for three hours in a cellar, and in the order it was done")
  func cellar() throws {
    try joined { office, console, times in
      var done: [Timestamp] = []
      for hour in UInt64(1)...3 {
        times.pass(.minutes(50))
        done.append(times.office)
        try note("hour \(hour)", id: hour, at: console, times)
      }
      times.pass(.minutes(30))
      // The line drops after the first question, and again after a minute of trying.
      try ask(console, office, times)
      times.pass(.minutes(5))
      #expect(notes(console) == done)
      try talk(console, office, times)
      #expect(notes(office) == done && notes(console) == done)
      #expect(odd(office) == [])
      let told = try office.entries(since: 0, limit: 1_000).compactMap(\.told)
      #expect(told == [])
    }
  }

  @Test("counts as of the last contact where a clock is hours behind, at the console before it is sent too")
  func behind() throws {
    try joined { office, console, times in
      times.pass(.hours(4))
      try talk(console, office, times)
      let settled = times.office
      times.jump(-.hours(3))
      try talk(console, office, times)
      times.pass(.minutes(20))
      try note("back", id: 1, at: console, times)
      let told = times.console
      #expect(notes(console) == [settled])
      #expect(odd(console) == ["-160 min"])
      try talk(console, office, times)
      #expect(notes(office) == [settled] && notes(console) == [settled])
      #expect(odd(office) == ["-160 min"])
      let entry = try #require(try office.entries(since: 0, limit: 1_000).last)
      #expect(entry.told == told && entry.at == settled && entry.recordedAt == times.office)
    }
  }

  @Test(
    "is by the office's clock where this machine's was measured to be hours off, and by its own where minutes"
  )
  func measured() throws {
    try joined { office, console, times in
      for jump in [Span.days(1), -.hours(3)] {
        times.jump(jump)
        try talk(console, office, times)
        times.pass(.minutes(7))
        #expect(console.now == times.office && console.realNow == times.console)
        let beside = try OfficeFile(opening: console.path, options: times.consoleOptions)
        #expect(beside.now == times.office)
        beside.close()
      }
      times.jump(.minutes(30))
      try talk(console, office, times)
      #expect(console.now == times.console)
    }
  }

  @Test("is said at once as it will count, with the remark that the order gets")
  func said() throws {
    try joined { office, console, times in
      times.pass(.hours(4))
      try talk(console, office, times)
      let settled = times.office
      times.jump(-.hours(3))
      try talk(console, office, times)
      times.pass(.minutes(20))
      let receipt = try console.submit(
        Submission(
          id: Submission.ID(high: 8, low: 1),
          stamp: Stamp(by: TwoDesks.people[1], at: times.console, console: TwoDesks.consoles[1]),
          commands: [.holdWorkOrder(TwoDesks.order, HoldWorkOrder(reason: .parts, note: "belt"))],
          acceptsWarnings: true))
      let order = try #require(receipt.after.order(TwoDesks.order))
      #expect(order.hold?.since == settled && order.anomalies.count == 1 && receipt.events.count == 2)
      #expect(order == console.state.office.order(TwoDesks.order))
      try talk(console, office, times)
      #expect(order == office.state.office.order(TwoDesks.order))
    }
  }

  @Test("goes by the office's time while its clock is hours off, and by its own once that was set right")
  func setRight() throws {
    try joined { office, console, times in
      times.jump(.days(1))
      try talk(console, office, times)
      times.pass(.hours(3))
      #expect(console.now == times.office)
      times.jump(.zero)
      #expect(console.now == times.office, "out of reach, by a clock that is right again")
      times.jump(.minutes(-20))
      try talk(console, office, times)
      #expect(console.now == times.console, "minutes are its own")
    }
  }

  @Test(
    "moves the ring of a call with it, once, whichever way the clock is off", arguments: [1, -1] as [Int64])
  func rings(days: Int64) throws {
    try joined { office, console, times in
      times.pass(.hours(4))
      try talk(console, office, times)
      times.jump(.days(days))
      try talk(console, office, times)
      times.pass(.minutes(20))
      let rang = times.console - .minutes(3)
      let request = WorkRequest(
        id: WorkRequest.ID(high: 7, low: 9), words: "no light", urgency: nil, source: .phone,
        receivedAt: rang)
      let order = WorkOrder.ID(high: 4, low: 9)
      let work = LoggedWork(
        id: order, number: 0, request: request, receivedAt: rang, summary: "no light", priority: .p3)
      let cursor = try console.standing().cursor
      try console.submit(
        Submission(
          id: Submission.ID(high: 8, low: 1),
          stamp: Stamp(by: TwoDesks.people[1], at: times.console, console: TwoDesks.consoles[1]),
          commands: [.logWorkOrder(LogWorkOrder(work))], acceptsWarnings: true))
      try talk(console, office, times)
      let logged = try #require(office.state.office.order(order))
      #expect(logged.receivedAt <= times.office && times.office - logged.receivedAt < .hours(1))
      #expect(logged.requests.first?.receivedAt == logged.receivedAt)
      #expect(logged.requests.first?.saidUrgency == nil, "nobody has said how urgent it is")
      // Given again to an office that has lost it, it is as it was.
      let row = try #require(
        try TwoDesks.page(of: office, after: cursor).entries.first {
          $0.head.submission == Submission.ID(high: 8, low: 1)
        })
      let again = try #require(try row.givenAgain(CompactDecoder()) { _ in nil }?.decoded)
      #expect(again.counted(at: row.head.at).commands == again.commands)
    }
  }

  @Test("counts as of the last contact at a console that never says that nothing waits there")
  func liar() throws {
    try joined { office, console, times in
      for number in UInt64(1)...3 {
        times.pass(.minutes(30))
        try note("now \(number)", id: number, at: console, times)
        let standing = try console.standing()
        let waiting = try console.waiting(from: standing.answered + 1, atMost: .push)
        _ = try TwoDesks.push(waiting, TwoDesks.registrar(1), to: office)
        guard case .page(let page) = try office.answer(standing.pull, for: TwoDesks.registrar(1)) else {
          return
        }
        try console.confirm(page)
      }
      let last = times.office
      times.pass(.minutes(10))
      times.jump(-.days(1))
      try note("yesterday", id: 9, at: console, times)
      try talk(console, office, times)
      #expect(notes(office).last == last)
    }
  }

  @Test("counts as of when it was recorded where a clock is days ahead")
  func ahead() throws {
    try joined { office, console, times in
      times.jump(.days(2))
      try talk(console, office, times)
      try note("ahead", id: 1, at: console, times)
      #expect(notes(console) == [times.office])
      try talk(console, office, times)
      #expect(notes(office) == [times.office])
      #expect(odd(office) == ["2880 min"])
    }
  }

  @Test("is taken back although the office counts it as of another instant than the console had")
  func undone() throws {
    try joined { office, console, times in
      times.jump(.hours(3))
      try talk(console, office, times)
      func submission(_ id: UInt64, _ commands: [Command]) -> Submission {
        Submission(
          id: Submission.ID(high: 8, low: id),
          stamp: Stamp(by: TwoDesks.people[1], at: times.console, console: TwoDesks.consoles[1]),
          commands: commands, acceptsWarnings: true)
      }
      let hold = Command.holdWorkOrder(TwoDesks.order, HoldWorkOrder(reason: .parts, note: "belt"))
      try console.submit(submission(1, [hold]))
      times.pass(.minutes(5))
      try console.submit(submission(2, []), takingBack: .last)
      try talk(console, office, times)
      #expect(office.state.office.conflicts.isEmpty)
      #expect(office.state.office.order(TwoDesks.order)?.hold == nil)
    }
  }

  @Test("is told again as it was told before, to an office that was restored", .verifies("UX-06"))
  func again() throws {
    try joined { office, console, times in
      try talk(console, office, times)
      times.jump(-.hours(3))
      try note("back", id: 1, at: console, times)
      let told = times.console
      try talk(console, office, times)
      let row = try #require(try office.entries(since: 0, limit: 1_000).last)
      guard
        case .page(let page) = try office.answer(
          Pull(log: Stores.log, after: console.cursor(at: row.seq - 1) ?? .beginning),
          for: TwoDesks.registrar(1))
      else { throw LogFault.otherLog }
      let again = try #require(page.entries.last?.givenAgain(CompactDecoder()) { _ in nil })
      #expect(again.decoded?.stamp.at == told)
    }
  }
}
