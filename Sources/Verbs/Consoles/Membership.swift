public import Domain

/// `office start`: consoles on other machines may join this office.
public struct OfficeStartVerb: Verb {
  public static let name = "office.start"
  public static let words = ["office", "start"]
  public static let help = "Let consoles on other machines join this office"
  public static let permission: Permission? = .manageOffice
  public static let parameters: [Parameter] = []

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {}

  public func act(in context: VerbContext) throws(Refusal) -> Act { .chore(.startOffice) }
}

/// `enrol HANDLE`: a code that one person may join with, once; with `--role` of somebody who is new here.
public struct EnrolVerb: Verb {
  public static let name = "office.enrol"
  public static let words = ["enrol"]
  public static let help = "Make a code that a person's console can join with, once"
  public static let permission: Permission? = .managePeople
  public static let parameters: [Parameter] = [
    .needed("person", .person),
    .choice("role", Role.self, .option, help: "lets somebody act who is not known yet, by that handle"),
    .option("name", .longText, "what he is called; his handle unless said")
  ]

  let enrolment: Enrolment

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    let word = try arguments.needed("person")
    let wanted: Role? = try arguments.choice("role")
    let known = context.office.people.unordered.first { $0.handle == word }
    guard let role = wanted, known == nil else {
      let person = try context.person(word)
      if let role = wanted { try Self.refuseOther(role, than: context.office.person(person)) }
      if let name = arguments.text("name"), name != context.office.person(person)?.name.words {
        throw UsageFault(
          "\(word) is known already: person edit \(word) name=NAME changes what somebody is called.",
          word: name)
      }
      enrolment = Enrolment(person: person)
      return
    }
    let name = PersonalText(id: context.newID(), words: arguments.text("name") ?? word)
    let newcomer = Person(
      id: context.newID(), handle: word, name: name, role: role,
      technician: role == .technician ? try Self.technician(word, in: context) : nil)
    enrolment = Enrolment(person: newcomer.id, newcomer: newcomer)
  }

  /// A technician's console holds his own work: without one it would hold none.
  private static func technician(
    _ word: String, in context: VerbContext
  ) throws(UsageFault) -> Technician.ID {
    if let known = context.office.technicians.unordered.first(where: { $0.handle == word }) {
      return known.id
    }
    throw UsageFault(
      "Nobody's work is \(word)'s yet: technician add NAME --handle \(word) makes the technician, then enrol \(word).",
      word: word)
  }

  /// A role is a claim about who somebody is, and none that a code changes.
  private static func refuseOther(_ role: Role, than known: Person?) throws(UsageFault) {
    guard let known, known.role != role else { return }
    throw UsageFault(
      "\(known.handle) is \(Wording.article(known.role.rawValue)): person edit \(known.handle) "
        + "role=\(role.rawValue) changes that.", word: role.rawValue)
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    if enrolment.newcomer == nil { try context.office.acting(enrolment.person) }
    return .chore(.enrol(enrolment))
  }
}

/// `join URL --code CODE`: makes this console one of that office.
public struct JoinVerb: Verb {
  public static let name = "office.join"
  public static let words = ["join"]
  public static let help = "Join an office with a code, into a file that does not exist yet"
  public static let needsOffice = false
  public static let parameters: [Parameter] = [
    .needed(
      "address", .text, "such as https://office.example:7420, or unix:PATH on the office's own machine"),
    .option(
      "code", .text,
      "what enrol at the office printed; unix:PATH needs none for an account that is a person's"),
    .option("ca", .file, "the office's certificate, where the system does not trust it")
  ]

  let wish: NewMembership

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    wish = NewMembership(
      address: try arguments.needed("address"), code: arguments.text("code"), authority: arguments.text("ca"))
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act { .chore(.join(wish)) }
}

/// `sync`: sends what waits and takes in what is new.
public struct SyncVerb: Verb {
  public static let name = "office.sync"
  public static let words = ["sync"]
  public static let help = "Send what waits to the office now, and take in what is new"
  public static let parameters: [Parameter] = [
    .flag("once", "kept for older scripts: it always ends by itself"),
    .flag("history", "also the older entries that this console took over as rows")
  ]

  let history: Bool

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    history = arguments.has("history")
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act { .chore(.sync(history: history)) }
}

/// `serve --listen HOST:PORT`: the office that consoles talk to.
public struct ServeVerb: Verb {
  public static let name = "office.serve"
  public static let words = ["serve"]
  public static let help = "Serve this office to its consoles until it is stopped"
  public static let parameters: [Parameter] = [
    .option("listen", .text, "an address and a port; 127.0.0.1:7420 unless said or only a socket is"),
    .option("socket", .file, "a socket for people with an account on this machine"),
    .option("tls-cert", .file, "the certificate with its chain, in PEM; needed for other machines"),
    .option("tls-key", .file, "its key, in PEM, which nobody else may read")
  ]

  let doors: OfficeDoors

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    let (listen, socket) = (arguments.text("listen"), arguments.text("socket"))
    let (certificate, key) = (arguments.text("tls-cert"), arguments.text("tls-key"))
    guard (certificate == nil) == (key == nil) else {
      throw UsageFault(
        "--tls-cert and --tls-key go together.", word: certificate == nil ? "--tls-key" : "--tls-cert")
    }
    guard certificate == nil || listen != nil || socket == nil else {
      throw UsageFault("A socket is not encrypted: --tls-cert is for --listen.", word: "--tls-cert")
    }
    doors = OfficeDoors(
      listen: listen ?? (socket == nil ? "127.0.0.1:7420" : nil), socket: socket, certificate: certificate,
      key: key)
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act { .chore(.serve(doors)) }
}

/// `consoles revoke ID`: a console may not take part any more.
public struct ConsoleRevokeVerb: Verb {
  public static let name = "office.revoke"
  public static let words = ["consoles", "revoke"]
  public static let help = "End a joined console's part in this office"
  public static let permission: Permission? = .managePeople
  public static let parameters: [Parameter] = [.needed("console", .text, "its id or the beginning of it")]

  let console: String

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    console = try arguments.needed("console")
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act { .chore(.revoke(console: console)) }
}
