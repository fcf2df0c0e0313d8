import Domain
import Sync

/// An office that many want the same of: three orders, three technicians, a dispatcher for each console.
enum SmallOffice {
  static let start = Timestamp(seconds: 1_795_516_920)
  static let log = LogID(high: 1, low: 1)
  static let epoch = EpochID(high: 1, low: 2)
  static let console = ConsoleID(high: 1, low: 3)
  static let owner = Person.ID(high: 2, low: 0)
  static let technicians = (1...3).map { Technician.ID(high: 3, low: $0) }
  static let orders = (1...3).map { WorkOrder.ID(high: 4, low: $0) }

  static func dispatcher(_ number: Int) -> Person.ID { Person.ID(high: 2, low: UInt64(number + 1)) }
  static func console(_ number: Int) -> ConsoleID { ConsoleID(high: 5, low: UInt64(number + 1)) }

  /// Its first entries, made at the office itself.
  static func found(in store: any LogStore, dispatchers: Int) throws {
    let profile = OfficeProfile(name: "Riverside", zone: "UTC", currency: "GBP")
    let contracts = Contract.usual(
      gold: Contract.ID(high: 6, low: 1), silver: Contract.ID(high: 6, low: 2),
      standard: Contract.ID(high: 6, low: 3))
    let person = Person(id: owner, handle: "bea", name: words("Bea", 1), role: .owner)
    var commands: [Command] = [
      .foundOffice(
        FoundOffice(profile: profile, zone: .utc, firstNumber: 20_001, contracts: contracts, owner: person))
    ]
    for number in 0..<dispatchers {
      let name = words("Dispatcher \(number)", UInt64(10 + number))
      commands.append(
        .addPerson(
          AddPerson(
            Person(id: dispatcher(number), handle: "d\(number)", name: name, role: .dispatcher))))
    }
    for (index, id) in technicians.enumerated() {
      let name = words("Technician \(index)", UInt64(30 + index))
      let technician = Technician(id: id, handle: "t\(index)", name: name, hours: .always)
      commands.append(
        .addTechnician(AddTechnician(technician, person: Person.ID(high: 10, low: UInt64(index)))))
    }
    for (index, id) in orders.enumerated() {
      commands.append(
        .logWorkOrder(
          LogWorkOrder(
            LoggedWork(
              id: id, number: 20_001 + index,
              request: WorkRequest(
                id: WorkRequest.ID(high: 7, low: id.low), words: "no heat", urgency: .today, source: .phone,
                receivedAt: start),
              receivedAt: start, summary: "no heat", priority: .p2))))
    }
    let registrar = Registrar(person: owner, console: console)
    let submissions = commands.enumerated().map { index, command in
      Submission(
        id: Submission.ID(high: 8, low: UInt64(index)), stamp: Stamp(by: owner, at: start, console: console),
        commands: [command], acceptsWarnings: true)
    }
    let waiting = try submissions.enumerated().map { try WaitingCommand($1, count: $0 + 1, answered: $0) }
    _ = try store.append(to: log) { open in
      try registrar.take(Push(log: log, epoch: epoch, commands: waiting), into: &open)
    }
  }

  private static func words(_ text: String, _ id: UInt64) -> PersonalText {
    PersonalText(id: Identifier(high: 9, low: id), words: text)
  }
}
