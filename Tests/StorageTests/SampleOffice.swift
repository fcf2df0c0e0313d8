import Domain
import GRDB
import Storage
import Synchronization
import TestSupport

/// A small office in a file, and the submissions that tests make of it.
final class SampleOffice: Sendable {
  static let start = Timestamp(seconds: 1_795_000_000)
  /// Seconds from the start to the end of that day, at six in the morning.
  static let nextDay: Int64 = 68_000
  static let owner = Person.ID(high: 7, low: 1)
  static let ana = Technician.ID(high: 8, low: 1)
  static let quayHouse = Site.ID(high: 9, low: 1)
  static let identity = FileIdentity(
    log: Identifier(high: 1, low: 1), epoch: Identifier(high: 1, low: 2), console: ConsoleID(high: 1, low: 3))
  static var options: FileOptions { FileOptions(clock: { start }) }

  let folder: TemporaryFolder
  let file: OfficeFile
  private let next = Mutex<UInt64>(1)

  /// An office with a technician and a site, as its first two entries.
  init(_ options: FileOptions = SampleOffice.options) throws {
    folder = try TemporaryFolder()
    file = try OfficeFile.create(
      at: folder.file("office.db"), identity: SampleOffice.identity, options: options)
    try found()
  }

  var path: String { file.path }

  /// A submission under the next id.
  func submission(_ commands: [Command], after seconds: Int64 = 0, id: UInt64? = nil) -> Submission {
    let low =
      id
      ?? next.withLock { next in
        next += 1
        return next
      }
    let stamp = Stamp(
      by: SampleOffice.owner, at: Timestamp(seconds: SampleOffice.start.seconds + seconds),
      console: SampleOffice.identity.console)
    return Submission(
      id: Submission.ID(high: 100, low: low), stamp: stamp, commands: commands, acceptsWarnings: true)
  }

  @discardableResult
  func submit(_ commands: Command..., after seconds: Int64 = 0) throws -> Receipt {
    try file.submit(submission(commands, after: seconds))
  }

  /// Ends the day an hour after its end, when what has ended leaves it.
  func closeDay() throws {
    let seconds = SampleOffice.nextDay + 3_600
    let due = file.state.office.lastDayEnd(at: SampleOffice.start + .seconds(seconds))
    try submit(.closeDay(CloseDay(due: due)), after: seconds)
  }

  /// Opens the same file a second time, as another process would.
  func secondWindow(_ options: FileOptions = SampleOffice.options) throws -> OfficeFile {
    try OfficeFile(opening: path, options: options)
  }

  /// A connection past our own, for tampering.
  func raw() throws -> DatabaseQueue { try DatabaseQueue(path: path) }

  private func found() throws {
    let profile = OfficeProfile(name: "Riverside", zone: "UTC", currency: "EUR")
    let owner = Person(
      id: SampleOffice.owner, handle: "sam",
      name: PersonalText(id: Identifier(high: 7, low: 2), words: "Sam Lee"),
      role: .owner)
    let ana = Technician(
      id: SampleOffice.ana, handle: "ana",
      name: PersonalText(id: Identifier(high: 8, low: 2), words: "Ana Flores"),
      skills: [Skill(trade: Trade("plumbing"), level: 3)], hours: .always)
    var site = Site(id: SampleOffice.quayHouse, name: "Quay House", customer: nil)
    try site.set(.address, to: "1 Quay Street")
    let contracts: [Contract] = []
    try submit(
      .foundOffice(
        FoundOffice(profile: profile, zone: .utc, firstNumber: 20_000, contracts: contracts, owner: owner)))
    try submit(
      .addTechnician(AddTechnician(ana, person: Person.ID(high: 7, low: 9))), .addSite(AddSite(site)))
  }
}

extension SampleOffice {
  static func order(_ low: UInt64) -> WorkOrder.ID { WorkOrder.ID(high: 50, low: low) }

  /// Logs an order; its number is the office's next.
  static func log(
    _ low: UInt64, _ words: String, receivedAt: Timestamp = start, phone: String? = nil, number: Int = 0
  ) -> Command {
    let request = WorkRequest(
      id: WorkRequest.ID(high: 51, low: low), words: words, urgency: .today, source: .phone,
      receivedAt: receivedAt,
      phone: phone.map { PersonalText(id: Identifier(high: 52, low: low), words: $0) })
    var work = LoggedWork(
      id: order(low), number: number, request: request, receivedAt: receivedAt, summary: words, priority: .p3)
    work.trade = Trade("plumbing")
    work.site = quayHouse
    return .logWorkOrder(LogWorkOrder(work))
  }

  /// Takes over an order that was closed long ago.
  static func closedLongAgo(_ low: UInt64, _ words: String = "old leak", receivedAt: Int64? = nil) -> Command
  {
    let at = Timestamp(seconds: receivedAt ?? 1_700_000_000 + Int64(low) * 60)
    let request = WorkRequest(
      id: WorkRequest.ID(high: 51, low: low), words: words, urgency: .soon, source: .import, receivedAt: at)
    var logged = LoggedWork(
      id: order(low), number: 0, request: request, receivedAt: at, summary: words, priority: .p3)
    logged.reference = "R-\(low)"
    logged.site = quayHouse
    var work = ImportedWork(logged: logged)
    var visit = ImportedVisit(id: Visit.ID(high: 53, low: low), technician: ana)
    visit.assignedAt = at
    visit.onSiteAt = at
    work.visits = [visit]
    work.closedAt = Timestamp(seconds: at.seconds + 3_600)
    work.endedAs = .closed
    return .importWorkOrder(ImportWorkOrder(work))
  }

  static func note(_ low: UInt64, _ words: String) -> Command { .addNote(order(low), AddNote(words)) }

  static func cancel(_ low: UInt64) -> Command {
    .cancelWorkOrder(order(low), CancelWorkOrder(reason: .notNeeded, words: "sorted itself out"))
  }

  static func assign(_ low: UInt64) -> Command {
    .assignVisit(
      order(low),
      AssignVisit(visit: Visit.ID(high: 54, low: low), technician: ana, start: start, replacing: nil))
  }
}

extension SampleOffice {
  /// A few records and calls to begin with, so that there is something to do things to.
  func begin(_ actions: inout EveryAction) throws {
    let founding: [EveryAction.Kind] = [
      .newCustomer, .newCustomer, .newSite, .newSite, .newEquipment, .newEquipment, .newTechnician,
      .complaint,
      .contract, .log, .log, .log, .log, .log, .assign, .assign, .message
    ]
    for (index, kind) in founding.enumerated() {
      guard let submission = submission(kind, &actions, after: Int64(index) * 30) else { continue }
      _ = try? file.submit(submission)
    }
  }

  /// A command of a kind, with a reason for what it may not; nil where there is nothing that it could be about.
  func submission(_ kind: EveryAction.Kind, _ actions: inout EveryAction, after seconds: Int64) -> Submission?
  {
    let made = submission([], after: seconds)
    let command = actions.command(kind, in: file.state.office, at: made.stamp.at, by: SampleOffice.owner)
    return command.map {
      Submission(id: made.id, stamp: made.stamp, commands: [$0], override: "x", acceptsWarnings: true)
    }
  }
}
