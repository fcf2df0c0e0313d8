import Domain
import Settings
import Storage
import Sync
import Synchronization
import Verbs

/// An open office: its file, who acts, and how a proposal of a verb becomes a submission.
final class OfficeSession: Sendable {
  let file: OfficeFile
  let surroundings: Surroundings
  let identifiers = RandomIdentifiers()
  /// By what plans are made here, and what is known of the roads.
  let dayRules: DayRules
  /// Who acts; nil when nobody was named and the account is nobody's.
  let person: Person.ID?
  /// Late facts that were tried here: what was refused for another reason waits for a person.
  private let triedFacts = Mutex<Set<TriedFact>>([])

  /// Opens the office's file and finds out who acts; for looking after a damaged file nothing is loaded, and
  /// nobody acts.
  init(_ surroundings: Surroundings, loadsState: Bool = true) throws(ShellError) {
    self.surroundings = surroundings
    dayRules = DayRules(surroundings)
    file = try Self.file(surroundings, loadsState: loadsState)
    person = loadsState ? try Self.person(surroundings, in: file) : nil
  }

  /// Loads a file that has been opened without its running day, and finds out who acts.
  init(_ surroundings: Surroundings, loading file: OfficeFile) throws(ShellError) {
    self.surroundings = surroundings
    dayRules = DayRules(surroundings)
    self.file = file
    do { try file.load() } catch { throw .failed(error.failure) }
    person = try Self.person(surroundings, in: file)
  }

  /// Opens the office's file.
  static func file(_ surroundings: Surroundings, loadsState: Bool) throws(ShellError) -> OfficeFile {
    do {
      return try OfficeFile(
        opening: surroundings.databasePath, options: options(surroundings, loadsState: loadsState))
    } catch {
      throw .failed(error.failure)
    }
  }

  static func options(_ surroundings: Surroundings, loadsState: Bool = true) -> FileOptions {
    let clock = surroundings.clock
    var options = FileOptions(
      clock: { clock.now }, clockIsSet: clock.isSet,
      synchronous: surroundings.synchronousIsNormal ? .normal : .full, loadsState: loadsState)
    options.milliseconds = { clock.milliseconds }
    options.fetchesOlderWork = surroundings.configuration.olderWork.value
    let dayRules = DayRules(surroundings)
    options.prepared = { dayRules.prepared($0) }
    return options
  }

  var office: Office { file.state.office }
  /// What the consoles are called, as far as this file knows.
  var consoleNames: ConsoleNames { ConsoleNames(own: file.identity.console, in: office) }

  /// The time of this office: a sandbox has its own.
  var now: Timestamp { file.now }

  /// What a verb may know; `selection` and `last` are the console's.
  func context(
    person: Person.ID? = nil, selection: [WorkOrder.ID] = [], last: WorkOrder.ID? = nil, isScript: Bool
  ) -> VerbContext {
    let zones = surroundings.zones
    return VerbContext(
      office: office, now: now, person: person ?? self.person, selection: selection, last: last,
      identifiers: identifiers, olderOrder: { [file] reference in Self.older(reference, in: file) },
      zoneRules: { zones.rules($0) }, isScript: isScript, rules: dayRules.rules)
  }

  /// An order that has left the running day; nil also when the file cannot be read, which the next act will say.
  private static func older(_ reference: OrderReference, in file: OfficeFile) -> WorkOrder? {
    do { return try file.order(reference) } catch { return nil }
  }

  /// A group of commands as a submission of the acting person, now.
  func submission(_ commands: [Command], of proposal: Proposal, by person: Person.ID) -> Submission {
    Submission(
      id: identifiers.newID(),
      stamp: Stamp(by: person, at: now, console: file.identity.console), commands: commands,
      override: proposal.override, acceptsWarnings: proposal.acceptsWarnings,
      acceptsClaims: proposal.acceptsClaims, acceptedWarnings: proposal.acceptedWarnings,
      isJudgedTogether: proposal.isJudgedTogether)
  }
}

extension OfficeSession {
  /// A step of a rule as a submission, carried out at this console now.
  func submission(_ step: AutomaticStep, by person: Person.ID) -> Submission {
    Submission(
      id: identifiers.newID(),
      stamp: Stamp(by: person, at: now, console: file.identity.console), commands: step.commands,
      acceptsWarnings: true, automation: step.automation)
  }
}

/// A late fact that was tried: once somebody has said that it counts it is tried once more.
private struct TriedFact: Hashable {
  let conflict: Conflict.ID
  let isAccepted: Bool

  init(_ conflict: Conflict) {
    self.conflict = conflict.id
    isAccepted = conflict.awaitsEntry ?? false
  }
}

extension OfficeSession {
  /// Facts that came before the order or the visit that they are about and are still to be entered, the oldest first.
  var lateFacts: [Conflict] {
    let tried = triedFacts.withLock { $0 }
    return office.lateFacts.filter { !tried.contains(TriedFact($0)) }
  }

  /// Does not try a late fact again.
  func leave(_ conflict: Conflict) { triedFacts.withLock { _ = $0.insert(TriedFact(conflict)) } }

  /// A late fact as a submission: by whoever told it, when he did. Its id is the same in every process on this file, so
  /// that it is entered once.
  func submission(_ conflict: Conflict) -> Submission {
    let console = file.identity.console
    return conflict.toldAgain(as: conflict.id.again(from: console), from: console)
  }
}

extension OfficeSession {
  /// The person named by option, environment or settings; else the one of the account's name; else the only owner,
  /// or of several whoever made the office here. At a console that has joined an office it is whoever joined.
  private static func person(
    _ surroundings: Surroundings, in file: OfficeFile
  ) throws(ShellError) -> Person.ID? {
    let office = file.state.office
    if let member = file.membership?.person {
      if let name = surroundings.configuration.person.value, office.person(member)?.handle != name {
        throw .usage(UsageFault(Wording.joined(as: office.person(member)), word: name))
      }
      return member
    }
    if let name = surroundings.configuration.person.value {
      do { return try Verbs.person(name, in: office) } catch { throw .usage(error) }
    }
    let people = office.people.inOrder.filter(\.isActive)
    if let person = people.first(where: { $0.handle == surroundings.account }) { return person.id }
    let owners = people.filter { $0.role == .owner }
    if owners.count == 1 { return owners.first?.id }
    let founder = try founder(file)
    return owners.first { $0.id == founder }?.id
  }

  /// Why somebody cannot act here; nil where he can. The office takes what a console says as of whoever joined with it.
  func refusal(toActAs id: Person.ID) -> String? {
    guard let member = file.membership?.person, member != id else { return nil }
    return Wording.joined(as: office.person(member))
  }

  /// Who made the office of this file; nil where that was at another console.
  private static func founder(_ file: OfficeFile) throws(ShellError) -> Person.ID? {
    do {
      let first = try file.entries(since: 0, limit: 1).first
      return first?.console == file.identity.console ? first?.person : nil
    } catch {
      throw .failed(error.failure)
    }
  }
}

extension OfficeFile {
  /// The order that somebody named, of whatever day.
  func order(_ reference: OrderReference) throws(StorageError) -> WorkOrder? {
    switch reference {
    case .number(let number): try order(number: number)
    case .id(let id): try order(id: id)
    }
  }
}
