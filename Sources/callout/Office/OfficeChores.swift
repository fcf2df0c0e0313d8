import Domain
import OfficeServer
import Storage
import Sync
import Verbs

/// Chores at an office about the consoles that have joined it.
struct OfficeChores {
  let session: OfficeSession
  let options: CommonOptions
  let output: Output

  func start() throws(ShellError) -> Int32 {
    let person = try acting
    do { try session.file.startOffice(by: person) } catch { throw .failed(error.failure) }
    if options.isJSON {
      output.emit(Objects.started(session.file.identity).text)
    } else {
      output.say(wording.officeStarted)
    }
    return 0
  }

  func enrol(_ enrolment: Enrolment) throws(ShellError) -> Int32 {
    let maker = try acting
    if options.isDryRun {
      if let newcomer = enrolment.newcomer {
        let added = session.file.adding(newcomer, by: maker)
        try attempt { () throws(SubmitError) in try session.file.dryRun(added) }
      }
      let handle = enrolment.newcomer?.handle ?? session.office.person(enrolment.person)?.handle ?? ""
      return sayTried(wording.wouldEnrol(handle, isNew: enrolment.newcomer != nil), EnrolVerb.name)
    }
    let (code, until) =
      session.file.membership == nil
      ? try code(for: enrolment, by: maker)
      : try AskingConsoles(file: session.file, verb: EnrolVerb.name).code(for: enrolment)
    if options.isJSON {
      output.emit(Objects.code(code, until: until).text)
    } else {
      for line in wording.enrolled(enrolment.person, code: code, until: until) { output.say(line) }
    }
    return 0
  }

  /// Makes a code at the office's own file.
  private func code(
    for enrolment: Enrolment, by maker: Person.ID
  ) throws(ShellError) -> (code: String, until: Timestamp) {
    let (file, person) = (session.file, enrolment.person)
    let (code, until) = (Secrets.fresh.code(), session.now + OfficeFile.codeLasts)
    if let newcomer = enrolment.newcomer {
      try attempt { () throws(SubmitError) in
        try file.enrol(person, adding: file.adding(newcomer, by: maker), code: code, until: until, by: maker)
      }
    } else {
      do { try file.enrol(person, code: code, until: until, by: maker) } catch {
        throw .failed(error.failure)
      }
    }
    return (code, until)
  }

  /// What is refused is refused as adding a person is.
  private func attempt<Answer>(_ act: () throws(SubmitError) -> Answer) throws(ShellError) {
    do { _ = try act() } catch {
      throw ShellError(error, of: Proposal(verb: PersonAddVerb.name, commands: []))
    }
  }

  /// Says what would be done, and that nothing was.
  private func sayTried(_ words: String, _ verb: String) -> Int32 {
    if options.isJSON {
      output.emit(
        Objects.result(verb: verb, orders: [], isConfirmed: false, events: [], message: words, warnings: [])
          .text)
    } else {
      output.say(words)
    }
    return 0
  }

  func revoke(_ word: String) throws(ShellError) -> Int32 {
    let person = try acting
    let all = try consoles(after: nil, by: person)
    let found = all.filter { $0.id.description.hasPrefix(word) }
    guard found.count == 1, let one = found.first else {
      let many = found.isEmpty ? "No joined console begins" : "\(found.count) joined consoles begin"
      throw .usage(
        UsageFault("\(many) with \"\(word.prefix(32))\": callout consoles lists their ids.", word: word))
    }
    if options.isDryRun { return sayTried(wording.wouldRevoke(one.id), ConsoleRevokeVerb.name) }
    _ = try consoles(after: one.id, by: person)
    for line in wording.revoked(one.id, among: all) { output.say(line) }
    return 0
  }

  /// Those that have joined, after one of them was turned away where one is named: here, or at the office that this
  /// console has joined.
  private func consoles(after revoked: ConsoleID?, by person: Person.ID) throws(ShellError) -> [JoinedConsole]
  {
    let file = session.file
    if file.membership != nil {
      return try AskingConsoles(file: file, verb: ConsoleRevokeVerb.name)
        .consoles(after: revoked.map { .revoke($0) } ?? .list)
    }
    do {
      if let revoked { try file.revoke(revoked, by: person) }
      return try file.joinedConsoles()
    } catch {
      throw .failed(error.failure)
    }
  }

  /// Whoever lets consoles in and out: it is on record.
  private var acting: Person.ID {
    get throws(ShellError) {
      if let person = session.person { return person }
      throw .usage(UsageFault("Nobody is known to act: --as HANDLE says who.", word: "--as"))
    }
  }

  private var wording: Wording { Wording(office: session.office, now: session.now) }
}
