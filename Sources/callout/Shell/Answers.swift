import DayPlan
import Domain
import Settings
import Storage
import Terminal
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

  /// Prints the answer to standard output; the exit status.
  func say(_ query: Query) throws(ShellError) -> Int32 {
    let office = office
    let now = now
    switch query {
    case .help, .maps, .config: return try sayPapers(query)
    case .list, .find, .recent, .history, .audit, .fits, .messages, .templates(nil):
      say(try listing(query, in: office, now))
      if let words = try notHere(query) { output.warn(words) }
    case .morning(let day):
      if options.isJSON {
        output.emit(Objects.morning(on: day, in: office, at: now).text)
      } else {
        for line in Sheets.morning(on: day, in: office, at: now) { output.say(Sanitised.line(line)) }
      }
    case .templates(let name?):
      if options.isJSON {
        for row in Listing.templates(in: office).rows where row.cells[1] == name {
          output.emit(row.json.text)
        }
      } else {
        for line in Sheets.template(name, in: office) { output.say(Sanitised.line(line)) }
      }
    case .ledger(let since): try sayLedger(since)
    case .past(let place): try say(place)
    case .then(let place, let words): return try say(words, of: place)
    case .show(let id):
      guard let order = try order(id) else { throw .refused(.notFound(.order(0))) }
      var shown = office
      shown.restore(order)
      let file = session?.file
      let path = { (sha256: Digest) in file?.attachmentPath(sha256) }
      if options.isJSON {
        output.emit(Objects.workOrder(order, in: shown, at: now, path: path).text)
      } else {
        for line in Sheets.workOrder(order, in: shown, at: now, path: path) { output.say(line) }
      }
    case .may(let person, let verb, let order):
      let answer = MayAnswer(person, verb: verb, order: order, in: office, at: now)
      output.emit(
        options.isJSON ? Objects.may(answer).text : answer.reason.map { Sanitised.line($0) } ?? "yes")
    case .health:
      let report = try health()
      if options.isJSON {
        output.emit(Objects.health(report, versions: [("callout", Version.text)], in: office, at: now).text)
      } else {
        for line in Wording(office: office, now: now).health(report) { output.say(line) }
      }
    case .day, .gaps, .forecast, .explain, .plan, .customer, .site, .equipment, .technician, .contract,
      .office,
      .handover,
      .counters,
      .why:
      let record = try record(query, in: office, now)
      if options.isJSON {
        output.emit(record.json.text)
      } else {
        for line in record.lines { output.say(line) }
      }
    }
    return 0
  }

  /// The answer as lines for eyes, for a window of the console.
  func lines(for query: Query) throws(ShellError) -> [String] {
    let office = office
    let now = now
    switch query {
    case .audit(let question): return Sheets.audit(try audit(question, in: office), in: office, at: now)
    case .list, .find, .recent, .history, .fits, .messages, .templates(nil):
      return try listing(query, in: office, now).table(width: displayWidth(of:))
    case .templates(let name?): return Sheets.template(name, in: office)
    case .morning(let day): return Sheets.morning(on: day, in: office, at: now)
    case .day, .gaps, .forecast, .explain, .plan, .customer, .site, .equipment, .technician, .contract,
      .office,
      .handover,
      .counters,
      .why:
      return try record(query, in: office, now).lines
    case .show(let id): return try order(id).map { Sheets.workOrder($0, in: office, at: now) } ?? []
    case .health: return Wording(office: office, now: now).health(try health())
    case .may(let person, let verb, let order):
      return [MayAnswer(person, verb: verb, order: order, in: office, at: now).reason ?? "yes"]
    case .config: return configuration.map { "\($0.name) = \($0.value) (\($0.source))" }
    case .maps(let name): return try maps(name)
    case .help(let topic): return try help(topic)
    case .past(let place), .then(let place, _): return try past(place).lines
    case .ledger(let since): return try entries(since).map { Objects.entry($0, in: office).text }
    }
  }
}

extension Answers {
  private var rules: PlanRules { session?.dayRules.rules ?? .usual }

  private func say(_ listing: Listing) {
    if options.isJSON {
      for line in listing.ndjson { output.emit(line) }
    } else if options.isTSV {
      output.pass(listing.tsv.map { $0 + "\n" }.joined())
    } else {
      for line in listing.table(
        clean: Sanitised.line, isWhole: !output.isTerminal, width: displayWidth(of:))
      {
        output.say(line)
      }
    }
  }

  private func listing(_ query: Query, in office: Office, _ now: Timestamp) throws(ShellError) -> Listing {
    switch query {
    case .list(let kind, let filter):
      let board = Board(office, now: now)
      do {
        return try Listing.of(
          kind, filter: filter, board: board, in: office, at: now, person: session?.person,
          drafts: try drafts(), sessions: try session?.file.sessions() ?? [],
          joined: try kind == .consoles ? session?.file.joinedConsoles() ?? [] : [])
      } catch let fault as UsageFault {
        throw .usage(fault)
      } catch let error as StorageError {
        throw .failed(error.failure)
      } catch {
        preconditionFailure("a listing fails with a usage fault or a storage error")
      }
    case .find(let words):
      var hits: [SearchHit] = []
      do throws(StorageError) {
        hits = try session?.file.search(words, limit: 200, ranked: true) ?? []
      } catch { throw .failed(error.failure) }
      var readable: [SearchHit] = []
      for hit in hits where try mayRead(hit.id, in: office) { readable.append(hit) }
      return .hits(readable, in: office, at: now)
    case .recent: return .orders(try recent(), in: office, at: now)
    case .history(let id):
      guard try mayRead(id, in: office) else {
        throw .refused(.notFound(.order(0)), verb: HistoryVerb.name, orders: [])
      }
      do {
        let entries = try session?.file.entries(of: id).filter { isKnown($0) } ?? []
        return .history(
          History.lines(of: entries, order: id, for: session?.person, in: office, at: now), in: office,
          at: now)
      } catch {
        throw .failed(error.failure)
      }
    case .audit(let question): return .audit(try audit(question, in: office), in: office, at: now)
    case .messages(let id?): return .messages(of: [try order(id)].compactMap(\.self), in: office, at: now)
    case .messages(nil): return .messages(of: Array(office.orders.unordered), in: office, at: now)
    case .templates: return .templates(in: office)
    case .fits(let id):
      guard let order = office.order(id) else { return Listing(columns: [], rows: []) }
      return .fits(
        office.exactCandidates(
          for: order, at: now, for: office.person(session?.person)?.role, rules: rules), in: office, at: now)
    case .ledger, .past, .then, .show, .why, .day, .gaps, .forecast, .explain, .plan, .customer, .site,
      .equipment,
      .technician,
      .contract,
      .office, .handover, .counters, .maps, .config, .health, .may, .help, .morning:
      return Listing(columns: [], rows: [])
    }
  }

  private func drafts() throws(StorageError) -> [ListedDraft] {
    let own = try session?.file.drafts().filter { $0.person == nil || $0.person == session?.person }
    return own?.map { draft in
      ListedDraft(
        id: draft.id.description, form: draft.form, title: draft.title(in: session?.office ?? .unfounded),
        savedAt: draft.savedAt, person: session?.office.person(draft.person)?.handle)
    } ?? []
  }

  /// What whoever acts has looked at in the console on this file.
  private func recent() throws(ShellError) -> [WorkOrder] {
    guard let session, let person = session.person else { return [] }
    let looked: [WorkOrder.ID]
    do { looked = try session.file.recent(of: person) } catch { throw .failed(error.failure) }
    var orders: [WorkOrder] = []
    for id in looked { if let order = try order(id) { orders.append(order) } }
    return orders
  }

  private func order(_ id: WorkOrder.ID) throws(ShellError) -> WorkOrder? { try order(id, in: office) }

  private func order(_ id: WorkOrder.ID, in office: Office) throws(ShellError) -> WorkOrder? {
    if let order = office.order(id) { return order }
    let older: WorkOrder?
    do throws(StorageError) {
      if let past {
        older = try session?.file.order(id, entry: past.seq)
      } else {
        older = try session?.file.order(id: id)
      }
    } catch { throw .failed(error.failure) }
    return older.flatMap { readable($0) }
  }

  /// An order as far as whoever asks may read it; nil for what is none of his business.
  private func readable(_ order: WorkOrder) -> WorkOrder? {
    guard let session, let person = session.person else { return order }
    return session.office.part(of: order, for: person)
  }

  /// Whether an order is any of the business of whoever asks; the office is the part of it that he may read.
  private func mayRead(_ id: WorkOrder.ID, in office: Office) throws(ShellError) -> Bool {
    guard let session, let person = session.person, session.office.hasScope(person) else { return true }
    return try order(id, in: office) != nil
  }

  /// Whether it was on record by then.
  func isKnown(_ entry: Entry) -> Bool { past.map { entry.seq <= $0.seq } ?? true }

  private func health() throws(ShellError) -> HealthReport {
    guard let session else {
      throw .failed(Failure(.noOffice, subject: surroundings.databasePath, detail: ""))
    }
    do { return try session.file.health() } catch { throw .failed(error.failure) }
  }

  private func entries(_ since: Int) throws(ShellError) -> [Entry] {
    do { return try session?.file.entries(since: since, limit: 1_000) ?? [] } catch {
      throw .failed(error.failure)
    }
  }

  /// Entry by entry, so that a long ledger never lies in memory whole.
  private func sayLedger(_ since: Int) throws(ShellError) {
    var last = since
    let office = session?.office ?? .unfounded
    while true {
      let batch = try entries(last)
      for entry in batch { output.emit(Objects.entry(entry, in: office).text) }
      guard let end = batch.last else { return }
      last = end.seq
    }
  }
}

extension Answers {
  /// A record in both forms.
  private struct Record {
    let lines: [String]
    let json: JSONValue
  }

  private func record(_ query: Query, in office: Office, _ now: Timestamp) throws(ShellError) -> Record {
    switch query {
    case .day(let id, let day):
      guard let technician = office.technician(id) else {
        throw .refused(.notFound(.technician(id.description)))
      }
      let sheet = office.daySheet(of: technician, on: day, at: now)
      return Record(lines: Sheets.day(sheet, in: office, at: now), json: Objects.day(sheet, in: office))
    case .forecast(let day, let days):
      return Record(
        lines: Wording(office: office, now: now).forecast(from: day, days: days),
        json: Objects.forecast(from: day, days: days, in: office, at: now))
    case .gaps(let day):
      return Record(
        lines: Wording(office: office, now: now).gaps(day), json: Objects.gaps(day, in: office, at: now))
    case .explain(let id):
      guard
        let why = office.explanation(
          of: id, at: now, for: office.person(session?.person)?.role, rules: rules)
      else {
        return Record(lines: [], json: .null)
      }
      return Record(
        lines: Wording(office: office, now: now).explanation(why),
        json: Objects.explanation(why, in: office, at: now))
    case .plan(let question, let pick):
      let now = now.startOfMinute
      let role = office.person(session?.person)?.role
      guard let answer = office.answer(question, at: now, for: role, rules: rules) else {
        return Record(lines: [], json: .null)
      }
      return Record(
        lines: Wording(office: office, now: now).plan(answer, dropping: pick.dropped),
        json: Objects.plan(answer, in: office, at: now)
      )
    case .customer(let id):
      guard let one = office.customer(id) else { throw .refused(.notFound(.customer(id.description))) }
      return Record(lines: Sheets.customer(one, in: office, at: now), json: Objects.record(one, in: office))
    case .site(let id):
      guard let one = office.site(id) else { throw .refused(.notFound(.site(id.description))) }
      return Record(lines: Sheets.site(one, in: office), json: Objects.record(one, in: office))
    case .equipment(let id):
      guard let one = office.equipment(id) else { throw .refused(.notFound(.equipment(id.description))) }
      let services: [ServiceRecord]
      do {
        let ended = try session?.file.endedOrders(on: id, limit: 1_000) ?? []
        services = ended.compactMap { readable($0)?.serviceRecord }
      } catch {
        throw .failed(error.failure)
      }
      return Record(
        lines: Sheets.equipment(one, services: services, in: office, at: now),
        json: Objects.record(one, services: services, in: office))
    case .technician(let id):
      guard let one = office.technician(id) else { throw .refused(.notFound(.technician(id.description))) }
      return Record(lines: Sheets.technician(one, in: office, at: now), json: Objects.record(one, in: office))
    case .contract(let id):
      guard let one = office.contract(id) else { throw .refused(.notFound(.contract(id.description))) }
      return Record(lines: Sheets.contract(one), json: Objects.contract(one))
    case .office: return Record(lines: Sheets.office(office, at: now), json: Objects.office(office))
    case .handover:
      let sheet = HandoverSheet(office, Board(office, now: now), at: now)
      return Record(
        lines: Sheets.handover(sheet, in: office, at: now), json: Objects.handover(sheet, in: office, at: now)
      )
    case .counters:
      let counters = Counters(office, Board(office, now: now), at: now)
      return Record(
        lines: Sheets.counters(counters, in: office, at: now), json: Objects.counters(counters))
    case .why(let id, let field): return try why(id, field, in: office, now)
    case .list, .find, .recent, .history, .audit, .fits, .ledger, .past, .then, .show, .maps, .config,
      .health, .may,
      .help,
      .messages,
      .templates, .morning:
      return Record(lines: [], json: .null)
    }
  }
}

extension Answers {
  /// The story of a field; an order of an earlier day is put back for it.
  private func why(
    _ id: RecordReference, _ field: String?, in office: Office, _ now: Timestamp
  ) throws(ShellError) -> Record {
    var shown = office
    if case .order(let order) = id, let older = try self.order(order) { shown.restore(older) }
    let entries: [Entry]
    do { entries = try session?.file.entries(of: id).filter { isKnown($0) } ?? [] } catch {
      throw .failed(error.failure)
    }
    let story = FieldStory(of: id, field: field, in: entries)
    return Record(
      lines: Sheets.why(story, in: shown, at: now), json: Objects.why(story, in: shown, at: now))
  }

  private func sayPapers(_ query: Query) throws(ShellError) -> Int32 {
    switch query {
    case .config where options.isJSON:
      for line in configuration {
        output.emit(Objects.setting(line.name, line.value, from: line.source.description).text)
      }
      return surroundings.problems.isEmpty ? 0 : 2
    case .maps(let name?):
      output.pass(try mapText(name))
    case .list, .show, .history, .audit, .why, .recent, .find, .fits, .explain, .ledger, .past, .then, .day,
      .gaps, .forecast,
      .plan,
      .customer, .site,
      .equipment,
      .technician,
      .contract,
      .office, .handover, .counters,
      .maps, .config, .health, .may, .help, .messages, .templates, .morning:
      for line in try lines(for: query) { output.say(line) }
    }
    if case .config = query, !surroundings.problems.isEmpty { return 2 }
    return 0
  }

  private var configuration: [Configuration.Line] {
    surroundings.configuration.lines + (session?.dayRules ?? DayRules(surroundings)).lines
  }

  private func maps(_ name: String?) throws(ShellError) -> [String] {
    guard let name else { return BuiltIn.maps.keys.sorted() }
    return try mapText(name).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private func mapText(_ name: String) throws(ShellError) -> String {
    guard let text = BuiltIn.maps[name] else {
      let nearest = Nearest.words(to: name, in: BuiltIn.maps.keys.sorted())
      throw .usage(UsageFault("\"\(name)\" is no built-in map.", word: name, nearest: nearest))
    }
    return text
  }

  private func help(_ topic: String?) throws(ShellError) -> [String] {
    do { return try Papers.help(topic: topic) } catch { throw .usage(error) }
  }
}

extension Answers {
  /// What an answer does not hold because only the office has it; nil where it holds everything.
  private func notHere(_ query: Query) throws(ShellError) -> String? {
    do {
      guard let session, let report = try session.file.takenOver(), report.missing > 0 else { return nil }
      switch query {
      case .history(let id):
        guard History.isCut(try session.file.entries(of: id), order: id) else { return nil }
        return report.isScoped ? Wording.takenOver(report) : Wording.historyIsCut
      case .find where report.isScoped: return Wording.takenOver(report)
      case .find: return Wording(office: office, now: now).searchReaches(report)
      default: return nil
      }
    } catch {
      throw .failed(error.failure)
    }
  }
}
