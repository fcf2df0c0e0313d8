import DayPlan
import Domain
import Storage
import Verbs

/// Answers to questions, in the form that was asked for: text for eyes, JSON or tabs for scripts.
struct Answers {
  let surroundings: Surroundings
  /// Nil for what needs no office.
  let session: OfficeSession?
  let options: CommonOptions
  let output: Output
  /// What is asked of instead of now.
  var past: Then?

  struct Then {
    let office: Office
    let now: Timestamp
    let seq: Int
  }

  /// What whoever asks may read: a technician his own work, whichever file it is read from.
  var office: Office {
    let whole = past?.office ?? session?.office ?? .unfounded
    guard let session, let person = session.person, whole.hasScope(person) else { return whole }
    return whole.scoped(to: person, console: session.file.identity.console)
  }
  var now: Timestamp { past?.now ?? session?.now ?? surroundings.clock.now }
  var rules: PlanRules { session?.dayRules.rules ?? .usual }
  var role: Role? { office.person(session?.person)?.role }

  /// Prints the answer to standard output; the exit status.
  func say(_ query: Query) throws(ShellError) -> Int32 {
    if case .ledger(let since) = query { return try sayLedger(since) }
    let reply = try reply(to: query)
    reply.say(to: output, options)
    return reply.status
  }

  /// The answer as lines for eyes, for a window of the console.
  func lines(for query: Query) throws(ShellError) -> [String] { try reply(to: query).lines }

  /// The one place that knows who answers a question; the compiler asks for every new one.
  func reply(to query: Query) throws(ShellError) -> Reply {
    switch query {
    case .list(let kind, let filter): try list(kind, filter)
    case .draftsOfOthers: try list(.drafts, nil)
    case .recent: try recent()
    case .find(let words): try find(words)
    case .fits(let id): fits(id)
    case .messages(let id): try messages(id)
    case .templates(let name): templates(name)
    case .show(let id): try show(id)
    case .history(let id): try history(id)
    case .why(let record, let field): try why(record, field)
    case .customer(let id): try customer(id)
    case .site(let id): try site(id)
    case .equipment(let id): try equipment(id)
    case .technician(let id): try technician(id)
    case .contract(let id): try contract(id)
    case .office: Reply(Sheets.office(office, at: now), Objects.office(office))
    case .day(let id, let day): try daySheet(of: id, on: day)
    case .forecast(let day, let days): forecast(from: day, days: days)
    case .gaps(let day): gaps(day)
    case .morning(let day): morning(day)
    case .explain(let id): explain(id)
    case .plan(let question, let pick): plan(question, pick)
    case .trouble: trouble()
    case .handover: handover()
    case .counters: counters()
    case .ledger(let since): try ledger(since)
    case .audit(let question): try audit(question)
    case .past(let place): try past(place)
    case .then(let place, let words): try ask(words, of: place)
    case .may(let person, let verb, let order): may(person, verb, order)
    case .health: try health()
    case .config: config()
    case .maps(let name): try maps(name)
    case .help(let topic): try help(topic)
    }
  }
}

extension Answers {
  /// Reads from the file, where there is one; what cannot be read is said as the shell says it.
  func read<Value>(_ body: (OfficeFile) throws(StorageError) -> Value) throws(ShellError) -> Value? {
    guard let file = session?.file else { return nil }
    do { return try body(file) } catch { throw .failed(error.failure) }
  }

  /// An order as it is, or was then, as far as whoever asks may read it; nil for what is none of his business.
  func order(_ id: WorkOrder.ID, in office: Office) throws(ShellError) -> WorkOrder? {
    if let order = office.order(id) { return order }
    let older = try read { file throws(StorageError) in
      if let past { try file.order(id, entry: past.seq) } else { try file.order(id: id) }
    }
    return older.flatMap(\.self).flatMap { readable($0) }
  }

  func readable(_ order: WorkOrder) -> WorkOrder? {
    guard let session, let person = session.person else { return order }
    return session.office.part(of: order, for: person)
  }

  /// Whether an order is any of the business of whoever asks; the office is the part of it that he may read.
  func mayRead(_ id: WorkOrder.ID, in office: Office) throws(ShellError) -> Bool {
    guard let session, let person = session.person, session.office.hasScope(person) else { return true }
    return try order(id, in: office) != nil
  }

  /// Whether it was on record by then.
  func isKnown(_ entry: Entry) -> Bool { past.map { entry.seq <= $0.seq } ?? true }
}
