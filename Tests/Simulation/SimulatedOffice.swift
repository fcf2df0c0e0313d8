import Domain
import Sync

extension World {
  /// The office takes a push, with the mistake that is planted.
  func take(_ push: Push, _ registrar: Registrar, from console: SimulatedConsole) throws -> PushAnswer {
    guard push.log == SmallOffice.log else { return .otherLog }
    let bug = self.bug
    let push = bug == nil ? push : try spoilt(push, registrar.console)
    let answer = try office.append(to: SmallOffice.log) { log in
      guard let bug, MistakenLog.bugs.contains(bug) else { return try registrar.take(push, into: &log) }
      var open: any OpenLog = MistakenLog(inner: log, bug: bug)
      let answer = try registrar.take(push, into: &open)
      if let after = open as? MistakenLog { log = after.inner }
      return answer
    }
    note("the office takes \(push.commands.map(\.count)) of \(console.number): \(answer)")
    return answer
  }

  /// The push as a mistaken office would read it.
  private func spoilt(_ push: Push, _ console: ConsoleID) throws -> Push {
    let count = try office.entries.count { $0.head.console == console }
    switch bug {
    case .noIdempotence:
      guard let first = push.commands.first, first.count <= count else { return push }
      let again = push.commands.enumerated().map { index, command in
        WaitingCommand(
          count: count + index + 1, answered: command.answered, submission: command.submission,
          body: command.body)
      }
      return Push(log: push.log, epoch: push.epoch, commands: again)
    case .poisonBlocks:
      return Push(
        log: push.log, epoch: push.epoch, commands: Array(push.commands.prefix { $0.decoded != nil }))
    case .driftRefused:
      let earliest = instant - .seconds(30)
      return Push(
        log: push.log, epoch: push.epoch,
        commands: Array(push.commands.prefix { ($0.decoded?.stamp.at ?? instant) >= earliest }))
    case .suffixPastPrefix, .acknowledgedBeforeDurable, .newIdOnRetry, .loserVisibleNowhere,
      .outboxDroppedWithPage, .cursorAdopted, .numberGuessed, .copyUnheeded, .copyAnsweredTwice,
      .lostNotGivenBack, .outboxDroppedWithSnapshot, .emptySnapshotBelieved, .outboxOrphaned,
      .lateCommitterUnread, .restoredReusesNumbers, .fetchedAgain, .filteredAtReading, .toldTimeCounts,
      .settledByAsking, .roleRemembered, .silenceTrusted, .writtenOver, nil:
      return push
    }
  }

  /// The owner gives the first dispatcher another role, at the office itself.
  func setRole(_ role: Role) {
    let registrar = Registrar(person: SmallOffice.owner, console: SmallOffice.console)
    let id = SmallOffice.dispatcher(0)
    do {
      guard let known = try office.office.person(id)?.role, known != role, let epoch = try office.epochs.last
      else { return }
      let change = FieldChange<Person.Field>(
        .role, from: .plain(known.rawValue), to: .plain(role.rawValue))
      let wish = Submission(
        id: fresh(), stamp: Stamp(by: SmallOffice.owner, at: instant, console: SmallOffice.console),
        commands: [.editPerson(id, EditPerson([change]))], acceptsWarnings: true)
      let answer = try office.append(to: SmallOffice.log) { log in
        let count = try log.count(of: SmallOffice.console)
        let command = try WaitingCommand(wish, count: count + 1, answered: count)
        return try registrar.take(
          Push(log: SmallOffice.log, epoch: epoch.id, commands: [command]), into: &log)
      }
      note("the first dispatcher is \(role.rawValue) by now: \(answer)")
    } catch {
      violations.append("a role could not be changed: \(error)")
    }
  }

  func backUpOffice() {
    do { backup = try office.restored(epoch: fresh()) } catch {
      violations.append("the office could not be backed up: \(error)")
    }
  }

  /// The office's file is replaced by a copy of a while ago, as a restore does.
  func restoreOffice() {
    guard let backup else { return }
    hasRestored = true
    note("the office is restored")
    office = backup
    officeLife += 1
  }

  /// The process of the office dies, and another one goes on with what is on the disk.
  func restartOffice() throws {
    office = try office.afterCrash()
    officeLife += 1
  }
}

/// Planted: what the office refuses is entered without a word, what it has from a copy is not known to it, any time counts,
/// or people may do what they might once.
private struct MistakenLog: OpenLog {
  static let bugs: [PlantedBug] = [.loserVisibleNowhere, .copyAnsweredTwice, .toldTimeCounts, .roleRemembered]
  var inner: any OpenLog
  let bug: PlantedBug

  var epochs: [Epoch] { inner.epochs }
  var head: LogCursor { inner.head }
  var now: Timestamp { inner.now }
  var promised: Int { get throws { try inner.promised } }

  func contact(of console: ConsoleID) throws -> Contact {
    bug == .toldTimeCounts ? .untimed : try inner.contact(of: console)
  }
  mutating func noteSettled(_ console: ConsoleID) throws { try inner.noteSettled(console) }
  func count(of console: ConsoleID) throws -> Int { try inner.count(of: console) }
  func actedAt(_ submission: Submission.ID) throws -> Timestamp? { try inner.actedAt(submission) }
  func submission(_ count: Int, of console: ConsoleID) throws -> Submission.ID? {
    try inner.submission(count, of: console)
  }
  func fold(for submission: Submission) throws -> Fold {
    var fold = try inner.fold(for: submission)
    if bug == .roleRemembered { fold.office.people.change(submission.stamp.by) { $0.role = .dispatcher } }
    return fold
  }

  func has(_ submission: Submission.ID) throws -> Bool {
    bug == .copyAnsweredTwice ? false : try inner.has(submission)
  }
  func latest(
    about order: WorkOrder.ID, among limit: Int, where isIt: ([Event]) -> Bool
  ) throws -> EntryHead? {
    try inner.latest(about: order, among: limit, where: isIt)
  }

  mutating func append(
    _ submission: Submission, count: Int, _ body: EntryBody, events: [Event], on before: Fold
  ) throws {
    let isRefused = events.contains { event in
      if case .office(.conflict(.arose)) = event { return true }
      return false
    }
    guard isRefused, bug == .loserVisibleNowhere else {
      return try inner.append(submission, count: count, body, events: events, on: before)
    }
    try inner.append(submission, count: count, EntryBody(answering: []), events: [], on: before)
  }
}
