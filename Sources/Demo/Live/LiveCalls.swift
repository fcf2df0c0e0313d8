public import Domain

/// The calls of a made-up day that goes on, one after the other every few minutes.
public struct LiveCalls: Sendable {
  private let seed: UInt64
  private let begins: Timestamp
  private let console: ConsoleID

  public init(seed: UInt64, begins: Timestamp, console: ConsoleID) {
    self.seed = seed
    self.begins = begins
    self.console = console
  }

  /// Those after the first so many that have come in by now.
  public func due(after count: Int, in office: Office, at now: Timestamp) -> [Submission] {
    let sites = office.sites.inOrder
    guard !sites.isEmpty, let helpdesk = answering(in: office) else { return [] }
    var at = instant(of: count)
    var index = count
    var calls: [Submission] = []
    while at <= now, calls.count < 50 {
      calls.append(call(index, at: at, sites, by: helpdesk))
      index += 1
      at = instant(of: index)
    }
    return calls
  }

  /// Nine minutes apart, give or take four.
  private func instant(of index: Int) -> Timestamp {
    var dice = Dice(seed, 0xCA11, UInt64(index))
    return begins + .minutes(Int64(index) * 9 + 2) + dice.seconds(0...240)
  }

  private func answering(in office: Office) -> Person.ID? {
    let people = office.people.inOrder
    return (people.first { $0.role == .helpdesk } ?? people.first { $0.role.may(.logWork) })?.id
  }

  private func call(_ index: Int, at: Timestamp, _ sites: [Site], by person: Person.ID) -> Submission {
    var dice = Dice(seed, 0xCA12, UInt64(index))
    let site = dice.pick(sites)
    let fault = dice.pick(Fault.all)
    let priority = dice.pick([Priority.p1, .p2, .p2, .p2, .p3, .p3, .p3, .p3, .p4, .p4, .p4, .p4])
    let request = WorkRequest(
      id: dice.id(), words: fault.words, urgency: Self.urgency(priority),
      source: dice.pick([.phone, .phone, .mail]),
      receivedAt: at, caller: site.contact, phone: site.phone)
    var work = LoggedWork(
      id: dice.id(), number: 0, request: request, receivedAt: at, summary: "\(fault.thing) \(fault.symptom)",
      priority: priority, estimate: .minutes(fault.minutes))
    work.trade = dice.chance(percent: 90) ? fault.trade : nil
    work.site = site.id
    work.customer = site.customer
    return Submission(
      id: dice.id(), stamp: Stamp(by: person, at: at, console: console),
      commands: [.logWorkOrder(LogWorkOrder(work))])
  }

  private static func urgency(_ priority: Priority) -> Urgency {
    switch priority {
    case .p1: .now
    case .p2: .today
    case .p3: .soon
    case .p4: .whenever
    }
  }
}
