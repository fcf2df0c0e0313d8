import Domain
import Settings
import Storage
import Verbs

/// One command of the shell, from its words to its exit status.
struct Shell {
  var options = CommonOptions()
  let output: Output

  init(output: Output) { self.output = output }

  /// Does what the words say; the answer goes to standard output, everything else to standard error.
  func run(_ words: [String], _ surroundings: Surroundings) -> Int32 {
    for problem in surroundings.problems { output.warn(problem.description) }
    do throws(ShellError) {
      if options.isHelp || options.isVersion { return try withoutOffice(words, surroundings) }
      let verb = try find(words)
      guard verb.needsOffice(words) else { return try withoutOffice(words, surroundings) }
      let isCare = verb.name == CheckVerb.name || verb.name == RebuildVerb.name
      let session = try OfficeSession(surroundings, loadsState: !isCare)
      defer { session.file.close() }
      for problem in session.dayRules.problems + session.dayRules.strangers(in: session.office) {
        output.warn(problem.description)
      }
      do throws(ShellError) { return try act(words, session) } catch {
        return report(error, in: session.office, at: session.now)
      }
    } catch {
      return report(error, in: .unfounded, at: surroundings.clock.now)
    }
  }

  /// Says why not, in words or as JSON, and gives the exit status.
  func report(_ error: ShellError, in office: Office, at now: Timestamp) -> Int32 {
    if options.isJSON {
      output.emit(error.json(in: office, at: now).text)
    } else {
      output.warn(error.sentence(in: office, at: now))
    }
    return error.status
  }
}

extension Shell {
  private func find(_ words: [String]) throws(ShellError) -> any Verb.Type {
    do { return try Verbs.find(words: words.isEmpty ? ["help"] : words) } catch { throw .usage(error) }
  }

  private func parse(_ words: [String], in context: VerbContext) throws(ShellError) -> Act {
    let verb: any Verb
    do { verb = try Verbs.parse(words: words, in: context).verb } catch { throw .usage(error) }
    // What was said to every verb has been taken out of the words before.
    let invocation = Invocation(verb: verb, options: options)
    do throws(Refusal) {
      let act = try invocation.act(in: context)
      try verb.checkRole(act, in: context)
      return act
    } catch {
      throw .refused(error, verb: invocation.name)
    }
  }

  /// Verbs that need no office, or make one.
  private func withoutOffice(_ words: [String], _ surroundings: Surroundings) throws(ShellError) -> Int32 {
    if options.isVersion {
      output.say("callout \(Version.text)")
      return 0
    }
    if options.isHelp {
      return try Answers(surroundings: surroundings, session: nil, options: options, output: output).say(
        .help(words.isEmpty ? nil : words.joined(separator: " ")))
    }
    let zones = surroundings.zones
    let context = VerbContext(
      office: .unfounded, now: surroundings.clock.now, person: nil, identifiers: RandomIdentifiers(),
      zoneRules: { zones.rules($0) }, isScript: true)
    switch try parse(words, in: context) {
    case .chore(let chore):
      return try Chores(surroundings: surroundings, session: nil, options: options, output: output).run(chore)
    case .ask(let query):
      return try Answers(surroundings: surroundings, session: nil, options: options, output: output).say(
        query)
    case .show(.help(let verb)):
      return try Answers(surroundings: surroundings, session: nil, options: options, output: output).say(
        .help(verb))
    case .submit, .show: return 0
    }
  }

  private func act(_ words: [String], _ session: OfficeSession) throws(ShellError) -> Int32 {
    let surroundings = session.surroundings
    let act = try parse(words, in: session.context(isScript: true))
    if options.isWaiting, !act.isChange {
      throw .usage(
        UsageFault("--wait is for a change: nothing of this waits for the office.", word: "--wait"))
    }
    switch act {
    case .submit(let proposal):
      defer { session.keepPast() }
      return try Submitting(session: session, options: options, output: output).run(proposal)
    case .ask(let query):
      return try Answers(surroundings: surroundings, session: session, options: options, output: output).say(
        query)
    case .chore(let chore):
      defer { session.keepPast() }
      if case .importRecords = chore { Interruption.watch() }
      return try Chores(surroundings: surroundings, session: session, options: options, output: output).run(
        chore)
    case .show(.view(let name)):
      return try Answers(surroundings: surroundings, session: session, options: options, output: output).say(
        view: name, session)
    case .show(let action):
      guard let query = action.query else {
        throw .usage(UsageFault("That is for the console: callout without a verb opens it."))
      }
      return try Answers(surroundings: surroundings, session: session, options: options, output: output).say(
        query)
    }
  }
}

extension Act {
  fileprivate var isChange: Bool { if case .submit = self { true } else { false } }
}

extension ViewAction {
  /// What the shell answers where the console opens a window; nil for what only a screen can do.
  fileprivate var query: Query? {
    switch self {
    case .open(let id): .show(id)
    case .openHistory(let id): .history(id)
    case .openCustomer(let id): .customer(id)
    case .openSite(let id): .site(id)
    case .openEquipment(let id): .equipment(id)
    case .openTechnician(let id): .technician(id)
    case .openRecent: .recent
    case .openFollowUps: .list(.followUps, filter: nil)
    case .openReview: .list(.review, filter: nil)
    case .openWhy(let record, let field): .why(record, field: field)
    case .openDay(let id, let day): .day(id, day)
    case .find(let words): .find(words)
    case .help(let verb): .help(verb)
    case .filter(let words): .list(.queue, filter: words)
    case .focus(let pane):
      switch pane {
      case .queue: .list(.queue, filter: nil)
      case .technicians: .list(.technicians, filter: nil)
      case .timeline: .list(.timeline, filter: nil)
      case .alerts: .list(.alerts, filter: nil)
      }
    case .openPerson, .form, .push, .view, .lock, .tour, .quit: nil
    }
  }
}
