import Domain
import Exchange
import Settings
import Storage
import Verbs

/// Work that needs files and settings: making an office, importing, checking, saving copies.
struct Chores {
  let surroundings: Surroundings
  /// Nil for what needs no office.
  let session: OfficeSession?
  let options: CommonOptions
  let output: Output

  /// The exit status of the chore.
  func run(_ chore: Chore) throws(ShellError) -> Int32 {
    let chore = chore.atHome(in: surroundings.configuration)
    switch chore {
    case .initialise(let wish):
      try Initialisation.run(wish, surroundings)
      say("\(wish.name) is there: \(surroundings.databasePath)", verb: "init")
      return 0
    case .demo(let wish): return try Demonstration(surroundings: surroundings, output: output).run(wish)
    case .replay(let day): return try Replaying(surroundings, options: options, output: output).run(day)
    case .importRecords(let kind, let file, let map, let isDryRun, let refusedTo):
      return try importRecords(kind, file, map, isDryRun || options.isDryRun, refusedTo)
    case .export(let kind, let format, let out, let hasPhones):
      return try Exporting(session: try office(), output: output, hasPhones: hasPhones)
        .run(kind, format, to: out)
    case .check: return try Care(session: try office(), options: options, output: output).check()
    case .rebuild: return try Care(session: try office(), options: options, output: output).rebuild()
    case .backup(let file):
      return try Care(session: try office(), options: options, output: output).backup(to: file)
    case .restore(let file, let to):
      return try Care.restore(file, to: to, surroundings, options: options, output: output)
    case .attach(let id, let number, let path): return try attach(path, to: id, number)
    case .keysCheck, .keysDump, .themesCheck:
      return SettingsChores(surroundings: surroundings, options: options, output: output).run(chore)
    case .plan(let wish): return try DayPlanning(wish: wish, options: options, output: output).run()
    case .tryRules(let trial):
      return try TryingRules(session: try office(), options: options, output: output).run(trial)
    case .setUp: return try FirstStart(surroundings: surroundings, output: output).again()
    case .setPIN(let person, let isOff):
      return try PINChore(session: try office(), options: options, output: output).run(person, isOff: isOff)
    case .tick: return try Ticking(session: try office(), output: output).run(options)
    case .outbox: return try sendMessages()
    case .startOffice:
      return try OfficeChores(session: try office(), options: options, output: output).start()
    case .enrol(let enrolment):
      return try OfficeChores(session: try office(), options: options, output: output).enrol(enrolment)
    case .erase(let subject, let isForGood):
      return try ErasingChore(session: try office(), options: options, output: output)
        .run(subject, isForGood: isForGood)
    case .revoke(let console):
      return try OfficeChores(session: try office(), options: options, output: output).revoke(console)
    case .join(let wish):
      return try Joining(surroundings: surroundings, options: options, output: output).run(wish)
    case .sync(let history):
      return try Syncing(session: try office(), options: options, output: output).run(history: history)
    case .serve(let doors): return try Serving(session: try office(), output: output).run(doors)
    case .board(let seconds):
      return try Callout.board(try office(), turnSeconds: seconds, output)
    case .tech: return try Callout.tech(try office(), output)
    case .call: return try Callout.call(try office(), output)
    case .actAs:
      throw .usage(
        UsageFault("i-am is for the console; in the shell --as HANDLE says who acts.", word: "i-am"))
    }
  }
}

extension Chores {
  private func office() throws(ShellError) -> OfficeSession {
    guard let session else {
      throw .failed(Failure(.noOffice, subject: surroundings.databasePath, detail: "no office is open"))
    }
    return session
  }

  private func say(_ message: String, verb: String) {
    if options.isJSON {
      output.emit(
        Objects.result(verb: verb, orders: [], isConfirmed: true, events: [], message: message, warnings: [])
          .text)
    } else {
      output.say(message)
    }
  }

  private func sendMessages() throws(ShellError) -> Int32 {
    let session = try office()
    guard session.file.membership == nil else {
      throw .failed(Failure(.joined, subject: "outbox", detail: "the office sends its messages"))
    }
    guard let person = session.person else {
      throw .usage(UsageFault("Nobody is known to act: --as HANDLE says who.", word: "--as"))
    }
    let round: Courier.Round
    do { round = try Courier(session: session, person: person).run() } catch {
      throw ShellError(error, of: Proposal(verb: OutboxVerb.name, commands: []))
    }
    say(Wording.outbox(sent: round.sent, failed: round.failed, why: round.why), verb: "outbox")
    return round.failed == 0 ? 0 : 3
  }

  private func importRecords(
    _ kind: String, _ file: String, _ map: String, _ isDryRun: Bool, _ refusedTo: NamedFile?
  ) throws(ShellError) -> Int32 {
    guard let kind = ImportKind(rawValue: kind) else {
      let known = ImportKind.allCases.map(\.rawValue)
      throw .usage(
        UsageFault("\"\(kind)\" cannot be imported.", word: kind, nearest: Nearest.words(to: kind, in: known))
      )
    }
    let session = try office()
    guard let person = session.person else {
      throw .usage(UsageFault("Nobody is known to act: --as HANDLE says who.", word: "--as"))
    }
    if !isDryRun { try refusedTo?.mustBeFree() }
    // Beside the office's own file: a source's folder may be somebody else's. What is piped in has no name.
    let name = file.hasPrefix("/dev/") || file == "-" ? nil : file.split(separator: "/").last
    let beside = name.map { RefusedRows.Place.beside(session.file.path, source: String($0)) }
    var importing = Importing(
      session, person: person, output: output, isDryRun: isDryRun, kind: kind,
      refusedTo: refusedTo.map { RefusedRows.Place.file($0) } ?? beside)
    let report = try importing.run(file: file, map: try self.map(map, kind, session.surroundings))
    if importing.isStopped {
      output.warn(Wording.stopped(report, isDryRun: isDryRun))
      return 130
    }
    if options.isJSON {
      output.emit(Objects.importReport(report).text)
    } else {
      for line in Wording.report(report, isDryRun: isDryRun) { output.say(line) }
    }
    guard let reason = importing.refused.notKeptBecause else { return 0 }
    output.warn(ImportWords.refusedRowsNotKept(reason))
    return 3
  }

  /// A built-in map by name, or a file; one that cannot be used is refused with file, line and the nearest word.
  private func map(
    _ name: String, _ kind: ImportKind, _ surroundings: Surroundings
  ) throws(ShellError) -> ImportMap {
    guard let text = BuiltIn.maps[name] ?? TextFile.read(name) else {
      throw .usage(
        UsageFault(
          "\"\(name)\" is neither a built-in map nor a file that can be read.", word: name,
          nearest: BuiltIn.mapsNear(name)))
    }
    let loaded = ImportMap.load(
      text: text, file: name, kind: kind, words: FieldWords.of(kind),
      isZone: { surroundings.zones.rules($0) != nil }, isEncoding: Transcoder.knows)
    guard let last = loaded.problems.last else { return loaded.map }
    for problem in loaded.problems.dropLast() { output.warn(problem.description) }
    throw .usage(UsageFault(last.description, word: last.word))
  }

  private func attach(_ path: String, to id: WorkOrder.ID, _ number: Int) throws(ShellError) -> Int32 {
    let session = try office()
    let submitting = Submitting(session: session, options: options, output: output)
    var stored: StoredAttachment
    do { stored = try session.file.examine(contentsOf: path) } catch { throw .failed(error.failure) }
    if session.file.membership != nil, stored.bytes > OfficeFile.largestTravelling {
      throw .failed(
        Failure(.cannotRead, subject: path, detail: "64 MB is the most that is sent to the office"))
    }
    if !options.isDryRun {
      // What is refused leaves no copy behind.
      try submitting.refuseBeforehand(attachment(stored, path, id, number))
      do { stored = try session.file.attach(contentsOf: path) } catch { throw .failed(error.failure) }
    }
    return try submitting.run(attachment(stored, path, id, number))
  }

  private func attachment(
    _ stored: StoredAttachment, _ path: String, _ id: WorkOrder.ID, _ number: Int
  ) -> Proposal {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let attach = AttachFile(sha256: stored.sha256, name: name, type: MediaType.of(name), bytes: stored.bytes)
    return options.applied(
      to: Proposal(verb: "work-order.attach", commands: [.attachFile(id, attach)], orders: [number]))
  }
}
