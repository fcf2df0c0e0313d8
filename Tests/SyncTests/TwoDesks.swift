import Domain
import Simulation
import Storage
import Sync

/// An office with two dispatchers at two consoles, one technician more than orders, and what they say to each other.
enum TwoDesks {
  static let owner = Person.ID(high: 2, low: 1)
  static let consoles = (1...2).map { ConsoleID(high: 5, low: $0) }
  static let people = (1...2).map { Person.ID(high: 2, low: 10 + $0) }
  static let technicians = (1...2).map { Technician.ID(high: 3, low: $0) }
  static let order = WorkOrder.ID(high: 4, low: 1)

  static func registrar(_ console: Int) -> Registrar {
    Registrar(person: people[console], console: consoles[console])
  }

  /// The first entries of an office: whoever works there, and one order.
  static func found(_ store: any LogStore) throws {
    let profile = OfficeProfile(name: "Riverside", zone: "UTC", currency: "GBP")
    let bea = Person(id: owner, handle: "bea", name: words("Bea", 1), role: .owner)
    var commands: [Command] = [
      .foundOffice(
        FoundOffice(profile: profile, zone: .utc, firstNumber: 20_001, contracts: [], owner: bea))
    ]
    for (index, id) in people.enumerated() {
      commands.append(
        .addPerson(
          AddPerson(
            Person(
              id: id, handle: "d\(index)", name: words("D \(index)", UInt64(index + 2)), role: .dispatcher))))
    }
    for (index, id) in technicians.enumerated() {
      let technician = Technician(
        id: id, handle: "t\(index)", name: words("T \(index)", UInt64(index + 8)), hours: .always)
      commands.append(
        .addTechnician(AddTechnician(technician, person: Person.ID(high: 10, low: UInt64(index)))))
    }
    let request = WorkRequest(
      id: WorkRequest.ID(high: 7, low: 1), words: "no heat", urgency: .today, source: .phone,
      receivedAt: Stores.start)
    commands.append(
      .logWorkOrder(
        LogWorkOrder(
          LoggedWork(
            id: order, number: 20_001, request: request, receivedAt: Stores.start, summary: "no heat",
            priority: .p2))))
    let console = ConsoleID(high: 1, low: 3)
    let waiting = try commands.enumerated().map { index, command in
      try WaitingCommand(
        submission([command], id: UInt64(900 + index), by: owner, from: console), count: index + 1,
        answered: index)
    }
    let answer = try push(waiting, Registrar(person: owner, console: console), to: store)
    guard case .taken = answer else { throw LogFault.otherLog }
  }

  static func submission(
    _ commands: [Command], id: UInt64, by person: Person.ID, from console: ConsoleID
  ) -> Submission {
    Submission(
      id: Submission.ID(high: 8, low: id), stamp: Stamp(by: person, at: Stores.start, console: console),
      commands: commands, acceptsWarnings: true)
  }

  /// Gives the order to a technician, in place of whoever the console believes to have it.
  static func assign(to technician: Int, at hour: Int64, replacing: Int? = nil) -> Command {
    .assignVisit(
      order,
      AssignVisit(
        visit: Visit.ID(high: 11, low: UInt64(hour)), technician: technicians[technician],
        start: Stores.start + .hours(hour), length: .minutes(60), replacing: replacing.map { technicians[$0] }
      ))
  }

  static func waiting(
    _ commands: [Command], id: UInt64, count: Int, answered: Int = 0, console: Int
  ) throws -> WaitingCommand {
    try WaitingCommand(
      submission(commands, id: id, by: people[console], from: consoles[console]), count: count,
      answered: answered)
  }

  static func push(
    _ commands: [WaitingCommand], _ registrar: Registrar, to store: any LogStore,
    epoch: EpochID = Stores.epoch
  ) throws -> PushAnswer {
    try store.append(to: Stores.log) { log in
      try registrar.take(Push(log: Stores.log, epoch: epoch, commands: commands), into: &log)
    }
  }

  /// All of a store's log from its beginning.
  static func page(of store: any LogStore, after cursor: LogCursor = .beginning) throws -> Page {
    guard case .page(let page) = try store.page(of: Stores.log, after: cursor, atMost: .page) else {
      throw LogFault.otherLog
    }
    return page
  }

  /// The office as the fold of a page has it.
  static func office(_ page: Page) -> Office {
    let console = MemoryConsole(consoles[0], log: Stores.log, epochs: page.epochs)
    do { try console.confirm(page) } catch { return .unfounded }
    return console.confirmed
  }

  private static func words(_ text: String, _ id: UInt64) -> PersonalText {
    PersonalText(id: Identifier(high: 9, low: id), words: text)
  }
}

extension TwoDesks {
  /// An office's file and that of a console which has joined it and nothing else.
  static func newlyJoined(_ options: FileOptions, _ body: (OfficeFile, OfficeFile) throws -> Void) throws {
    try Stores.inFolder { folder in
      let office = try OfficeFile.create(
        at: folder + "/office.db",
        identity: FileIdentity(log: Stores.log, epoch: Stores.epoch, console: ConsoleID(high: 1, low: 3)),
        options: options)
      defer { office.close() }
      try found(office)
      let answer = JoinAnswer(
        log: Stores.log, epochs: [Epoch(first: 1, id: Stores.epoch)], console: consoles[1], person: people[1],
        token: "t")
      let console = try OfficeFile.join(
        answer, address: "http://127.0.0.1:1", at: folder + "/console.db", options: options)
      defer { console.close() }
      try body(office, console)
    }
  }
}
