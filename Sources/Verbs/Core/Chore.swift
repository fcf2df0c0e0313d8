public import Domain

/// A job that needs files, sockets or settings; the executable carries it out.
public enum Chore: Hashable, Sendable {
  case initialise(NewOffice)
  case demo(DemoOffice)
  /// Plays a recorded day into a sandbox.
  case replay(ReplayedDay)
  case importRecords(kind: String, file: String, map: String, isDryRun: Bool, refusedTo: NamedFile?)
  case export(kind: ListKind, format: ExportFormat, out: NamedFile?, hasPhones: Bool)
  case check
  case rebuild
  case backup(file: String)
  case restore(file: String, to: String)
  case attach(WorkOrder.ID, number: Int, path: String)
  case keysCheck(file: String)
  case keysDump
  /// Without a file it lists those that there are.
  case themesCheck(file: String?)
  /// Hands over the messages that are due.
  case outbox
  /// Acts as this person from now on.
  case actAs(Person.ID)
  /// Opens the guide of the first start.
  case setUp
  /// Asks for a new PIN, or takes it away.
  case setPIN(Person.ID, isOff: Bool)
  /// Does what the office's rules have to do now.
  case tick
  /// Plans the day that a file tells.
  case plan(PlanWish)
  /// Plans days as they were by the rules of a file, beside those in force.
  case tryRules(RulesTrial)
  /// Lets consoles on other machines join.
  case startOffice
  /// Makes a code for a person.
  case enrol(Enrolment)
  case join(NewMembership)
  /// Sends what waits and takes in what is new, once; on request also the older history that is not here.
  case sync(history: Bool)
  case serve(OfficeDoors)
  /// Opens the supervisor's wall; a page stands so many seconds, for good with 0.
  case board(turnSeconds: Int)
  /// Opens a technician's own face.
  case tech
  /// Opens the helpdesk's calls.
  case call
  /// Erases the words that are kept of somebody, or counts them.
  case erase(ErasedSubject, isForGood: Bool)
  /// Ends a joined console's part, by its id or the beginning of it.
  case revoke(console: String)
}

/// Whom a code is for.
public struct Enrolment: Hashable, Sendable {
  public let person: Person.ID
  /// Somebody who is to act here from now on; nil for one who is known.
  public let newcomer: Person?

  public init(person: Person.ID, newcomer: Person? = nil) {
    self.person = person
    self.newcomer = newcomer
  }
}

/// Which office a console wants to join, and by what.
public struct NewMembership: Hashable, Sendable {
  public let address: String
  /// Nil where the account of this machine is enough.
  public let code: String?
  /// The file of the certificates to trust; nil for those of the system.
  public let authority: String?
  /// Whether it is for a technician's face alone.
  public var isForTechnician = false

  public init(address: String, code: String?, authority: String?) {
    self.address = address
    self.code = code
    self.authority = authority
  }
}

/// Where an office listens for its consoles.
public struct OfficeDoors: Hashable, Sendable {
  /// An address and a port; nil for none.
  public let listen: String?
  /// The path of a socket of this machine; nil for none.
  public let socket: String?
  /// The files of the certificate and of its key.
  public let certificate: String?
  public let key: String?

  public init(listen: String?, socket: String?, certificate: String?, key: String?) {
    self.listen = listen
    self.socket = socket
    self.certificate = certificate
    self.key = key
  }
}

/// Which rules' file is to be tried, and on the office as it was known when; now where nothing is named.
public struct RulesTrial: Hashable, Sendable {
  public let file: String
  public let instants: [Timestamp]
}

/// Which problem `plan` is to solve, for how long, and where the answer goes.
public struct PlanWish: Hashable, Sendable {
  public var problem: String
  /// Seconds of processor time for the whole process; nil where iterations are said.
  public var seconds: Double?
  public var iterations: Int?
  public var seed: UInt64
  public var threads: Int
  public var out: String?
  /// A plan to look through instead of making one.
  public var score: String?
  /// A visit to explain, in the plan that is made or looked through.
  public var explain: String?

  public init(
    problem: String, seconds: Double?, iterations: Int? = nil, seed: UInt64 = 1, threads: Int = 1,
    out: String? = nil, score: String? = nil, explain: String? = nil
  ) {
    self.problem = problem
    self.seconds = seconds
    self.iterations = iterations
    self.seed = seed
    self.threads = threads
    self.out = out
    self.score = score
    self.explain = explain
  }
}

/// What `init` was told; what it was not told is the executable's to find out.
public struct NewOffice: Hashable, Sendable {
  public var name: String
  /// The IANA zone; nil for the system's.
  public var zone: String?
  public var currency: String
  public var owner: String?
  public var handle: String?
  public var firstNumber: Int

  public init(
    name: String, zone: String?, currency: String = "EUR", owner: String? = nil, handle: String? = nil,
    firstNumber: Int = 20_001
  ) {
    self.name = name
    self.zone = zone
    self.currency = currency
    self.owner = owner
    self.handle = handle
    self.firstNumber = firstNumber
  }
}

/// How large a day `demo` makes up, and from which seed.
public struct DemoOffice: Hashable, Sendable {
  public var open: Int
  public var closed: Int
  public var technicians: Int
  public var seed: UInt64
  /// Only makes the database and leaves the console closed.
  public var isHeadless: Bool
  /// Set for a day that goes on, in a sandbox.
  public var live: LiveDemo?

  public init(
    open: Int, closed: Int, technicians: Int, seed: UInt64, isHeadless: Bool, live: LiveDemo? = nil
  ) {
    self.live = live
    self.open = open
    self.closed = closed
    self.technicians = technicians
    self.seed = seed
    self.isHeadless = isHeadless
  }
}

/// How a made-up day goes on.
public struct LiveDemo: Hashable, Sendable {
  /// An hour in two minutes: time enough to read, and something happens every few seconds.
  public static let usualSpeed = 30

  /// Seconds of the day in one second.
  public var speed: Int
  /// How long it goes on; nil until it is left.
  public var hours: Int?

  public init(speed: Int = LiveDemo.usualSpeed, hours: Int? = nil) {
    self.speed = speed
    self.hours = hours
  }
}

/// A file that somebody has named for rows to go into.
public struct NamedFile: Hashable, Sendable {
  public let path: String
  /// Whether what stands in it may go.
  public let mayReplace: Bool

  public init(_ path: String, mayReplace: Bool = false) {
    self.path = path
    self.mayReplace = mayReplace
  }
}

extension NamedFile {
  /// What `option` names, which replaces a file with `--force` alone.
  init?(_ option: String, in arguments: Arguments) {
    guard let path = arguments.text(option) else { return nil }
    self.init(path, mayReplace: arguments.has("force"))
  }
}

public enum ExportFormat: String, Hashable, Sendable, CaseIterable {
  case csv, json
}
