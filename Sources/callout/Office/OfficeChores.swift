import Domain
import Foundation
import Storage
import Verbs

/// Chores at an office about the consoles that have joined it.
struct OfficeChores {
  let session: OfficeSession
  let options: CommonOptions
  let output: Output
  /// How long a code can be used.
  private static let codeLasts = Span.hours(1)

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
    let (code, maker, person) = (Self.code(), try acting, enrolment.person)
    // What cannot give a code must not leave a person behind.
    if session.file.membership != nil { throw .failed(StorageError.joined(path: session.file.path).failure) }
    let newcomer = enrolment.newcomer.map { adding($0, by: maker) }
    if options.isDryRun {
      if let newcomer { try attempt { () throws(SubmitError) in try session.file.dryRun(newcomer) } }
      return sayTried(enrolment)
    }
    let until = session.now + Self.codeLasts
    if let newcomer {
      try attempt { () throws(SubmitError) in
        try session.file.enrol(person, adding: newcomer, code: code, until: until, by: maker)
      }
    } else {
      do { try session.file.enrol(person, code: code, until: until, by: maker) } catch {
        throw .failed(error.failure)
      }
    }
    if options.isJSON {
      output.emit(Objects.code(code, until: until).text)
    } else {
      for line in wording.enrolled(person, code: code, until: until) { output.say(line) }
    }
    return 0
  }

  private func adding(_ newcomer: Person, by maker: Person.ID) -> Submission {
    let proposal = Proposal(verb: PersonAddVerb.name, commands: [.addPerson(AddPerson(newcomer))])
    return session.submission(proposal.commands, of: proposal, by: maker)
  }

  /// What is refused is refused as adding a person is.
  private func attempt<Answer>(_ act: () throws(SubmitError) -> Answer) throws(ShellError) {
    do { _ = try act() } catch {
      throw ShellError(error, of: Proposal(verb: PersonAddVerb.name, commands: []))
    }
  }

  private func sayTried(_ enrolment: Enrolment) -> Int32 {
    let handle = enrolment.newcomer?.handle ?? session.office.person(enrolment.person)?.handle ?? ""
    let words = wording.wouldEnrol(handle, isNew: enrolment.newcomer != nil)
    if options.isJSON {
      output.emit(
        Objects.result(
          verb: EnrolVerb.name, orders: [], isConfirmed: false, events: [], message: words, warnings: []
        ).text)
    } else {
      output.say(words)
    }
    return 0
  }

  func revoke(_ word: String) throws(ShellError) -> Int32 {
    let person = try acting
    if session.file.membership != nil { throw .failed(StorageError.joined(path: session.file.path).failure) }
    let all: [JoinedConsole]
    do { all = try session.file.joinedConsoles() } catch { throw .failed(error.failure) }
    let found = all.filter { $0.id.description.hasPrefix(word) }
    guard found.count == 1, let one = found.first else {
      let many = found.isEmpty ? "No joined console begins" : "\(found.count) joined consoles begin"
      throw .usage(
        UsageFault("\(many) with \"\(word.prefix(32))\": callout consoles lists their ids.", word: word))
    }
    do { try session.file.revoke(one.id, by: person) } catch { throw .failed(error.failure) }
    for line in wording.revoked(one.id, among: all) { output.say(line) }
    return 0
  }

  /// Whoever lets consoles in and out: it is on record.
  private var acting: Person.ID {
    get throws(ShellError) {
      if let person = session.person { return person }
      throw .usage(UsageFault("Nobody is known to act: --as HANDLE says who.", word: "--as"))
    }
  }

  private var wording: Wording { Wording(office: session.office, now: session.now) }

  /// Sixteen letters and digits that are not mistaken for each other: eighty random bits.
  private static func code() -> String {
    let letters = Array("abcdefghijkmnpqrstuvwxyz23456789")
    return String((0..<16).map { _ in letters[Int.random(in: letters.indices)] })
  }
}
