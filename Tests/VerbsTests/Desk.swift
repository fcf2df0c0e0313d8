import Domain
import Testing
import Verbs

/// Ids from a counter, so that a test gets the same ones every time.
final class CountedIdentifiers: IdentifierSource, @unchecked Sendable {
  private var count: UInt64 = 0

  func next() -> (high: UInt64, low: UInt64) {
    count += 1
    return (0xABCD, count)
  }
}

/// A dispatcher's desk in a small office: says lines and keeps what comes of them.
struct Desk {
  var office = Office.unfounded
  var now: Timestamp
  var person: Person.ID
  var selection: [WorkOrder.ID] = []
  var last: WorkOrder.ID?
  var entries: [Entry] = []
  let identifiers = CountedIdentifiers()
  let console = ConsoleID(high: 7, low: 7)

  /// Tuesday 24 November 2026, 10:42 in London.
  static let morning = Timestamp(rfc3339: "2026-11-24T10:42:00Z") ?? .epoch

  init() throws {
    now = Desk.morning
    let founding = Founding(
      NewOffice(name: "Riverside", zone: "UTC", owner: "Bea Long", firstNumber: 20_401),
      zone: ZoneRules(fixed: 0, name: "UTC"), account: "bea", identifiers: identifiers)
    person = founding.owner
    try submit(founding.commands, verb: "office.init")
    try say(#"customer add "Mercy Hospital" --tier gold --contact "Osei""#)
    try say(#"customer add FreshCo"#)
    try say(
      #"site add "Quay House" --customer Mercy --at 53.4084,-2.9916 --zone north --accessCode 4711 --hazards "hot surfaces""#
    )
    try say(#"site add "Store 9" --customer FreshCo --at 53.42,-2.95 --zone south"#)
    try say(#"equipment add "Lift 2" --site "Quay House" --maker Kone --serial 7741"#)
    try say(
      #"technician add "Ana Ruiz" --handle ana --skill lift:3 --skill hvac:3 --zone north --shift "Mon-Fri 07:00-19:00" --home 53.41,-2.98"#
    )
    try say(
      #"technician add "Jo Brandt" --handle brandt --skill hvac:2 --shift "Mon-Fri 07:00-19:00" --home 53.40,-2.97"#
    )
    try say(#"person add "Sam Lee" --handle sam --role supervisor"#)
    try say(#"person add "Hel Desk" --handle hel --role helpdesk"#)
  }

  func context(isScript: Bool = false) -> VerbContext {
    VerbContext(
      office: office, now: now, person: person, selection: selection, last: last, identifiers: identifiers,
      zoneRules: { $0 == "Europe/Paris" ? ZoneRules(fixed: 3_600, name: $0) : nil }, isScript: isScript)
  }

  /// What a line comes to, without doing it.
  func act(_ line: String, isScript: Bool = false) throws -> Act {
    let context = context(isScript: isScript)
    return try Verbs.parse(line: line, in: context).act(in: context)
  }

  func proposal(_ line: String) throws -> Proposal {
    guard case .submit(let proposal) = try act(line) else { throw Surprise.noProposal }
    return proposal
  }

  /// The one command of a line.
  func command(_ line: String) throws -> Command {
    let commands = try proposal(line).commands
    return try #require(commands.last)
  }

  /// Says a line and does it; the answer is the sentence on the result line.
  @discardableResult
  mutating func say(_ line: String) throws -> String {
    let proposal = try proposal(line)
    let before = office
    let events = try submit(
      proposal.commands, verb: proposal.verb, override: proposal.override, accepts: proposal.acceptsWarnings,
      knows: proposal.acceptsClaims)
    return Wording(office: office, now: now).done(proposal, events: events, before: before)
  }

  /// Logs a call whose caller is not told that it is on record, and so expects to hear no time.
  mutating func logUntold(_ line: String) throws {
    let commands = try proposal(line).commands.filter { if case .logWorkOrder = $0 { true } else { false } }
    try submit(commands, verb: LogVerb.name)
  }

  @discardableResult
  mutating func submit(
    _ commands: [Command], verb: String, override: String? = nil, accepts: Bool = false,
    knows: Bool? = nil
  ) throws
    -> [Event]
  {
    let stamp = Stamp(by: person, at: now, console: console)
    let (high, low) = identifiers.next()
    let submission = Submission(
      id: Submission.ID(high: high, low: low), stamp: stamp, commands: commands, override: override,
      acceptsWarnings: accepts, acceptsClaims: knows)
    return try keep(submission)
  }

  /// Carries a rule's step out, as a console does.
  @discardableResult
  mutating func submit(_ step: AutomaticStep) throws -> [Event] {
    let (high, low) = identifiers.next()
    return try keep(
      Submission(
        id: Submission.ID(high: high, low: low), stamp: Stamp(by: person, at: now, console: console),
        commands: step.commands, acceptsWarnings: true, automation: step.automation))
  }

  private mutating func keep(_ submission: Submission) throws -> [Event] {
    let decision = try office.decide(submission)
    office = decision.after
    entries.append(
      Entry(
        seq: entries.count + 1, submission: submission.id, person: person, console: console,
        count: entries.count + 1,
        at: now, recordedAt: now, commands: submission.commands, events: decision.events,
        inverse: decision.inverse, override: submission.override, automation: submission.automation,
        previous: .zero, hash: .zero))
    return decision.events
  }

  func order(_ number: Int) throws -> WorkOrder { try #require(office.order(number: number)) }
  func technician(_ handle: String) throws -> Technician {
    try #require(office.technicians.inOrder.first { $0.handle == handle })
  }
  func wording() -> Wording { Wording(office: office, now: now) }

  /// The usage fault of a line.
  func fault(_ line: String) -> UsageFault? {
    do throws(UsageFault) { _ = try Verbs.parse(line: line, in: context()) } catch { return error }
    return nil
  }
}

enum Surprise: Error { case noProposal }

/// Numbers from a seed, for words that nobody would type.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
