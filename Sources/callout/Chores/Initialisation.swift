import Domain
import Foundation
import Storage
import Verbs

/// Makes a real office: the file, the usual contracts, and whoever runs this as its owner.
enum Initialisation {
  static func run(_ wish: NewOffice, _ surroundings: Surroundings) throws(ShellError) -> Proposal {
    let zone = try zone(wish.zone, surroundings)
    let identifiers = RandomIdentifiers()
    func fresh<Subject>() -> Identifier<Subject> {
      let (high, low) = identifiers.next()
      return Identifier(high: high, low: low)
    }
    let owner = owner(surroundings, handle: wish.handle, name: wish.owner)
    let found = FoundOffice(
      profile: OfficeProfile(name: wish.name, zone: zone.name, currency: wish.currency), zone: zone,
      firstNumber: wish.firstNumber,
      contracts: Contract.usual(gold: fresh(), silver: fresh(), standard: fresh()), owner: owner)
    let proposal = Proposal(
      verb: "office.initialise", commands: [.foundOffice(found), .changeOffice(Self.firstRules)])
    let file = try create(surroundings)
    defer { file.close() }
    let submission = Submission(
      id: fresh(), stamp: Stamp(by: owner.id, at: surroundings.clock.now, console: file.identity.console),
      commands: proposal.commands)
    do { try file.submit(submission) } catch { throw ShellError(error) }
    return proposal
  }

  /// What a new office has otherwise than one that was made before: a pin takes a reason.
  private static var firstRules: ChangeOffice {
    var limits = Limits()
    limits.severities[.pinned] = .block
    return ChangeOffice(limits: limits)
  }

  /// Whoever runs this, as the one who may everything.
  static func owner(_ surroundings: Surroundings, handle: String? = nil, name: String? = nil) -> Person {
    let identifiers = RandomIdentifiers()
    func fresh<Subject>() -> Identifier<Subject> {
      let (high, low) = identifiers.next()
      return Identifier(high: high, low: low)
    }
    let handle = handle ?? surroundings.account
    return Person(
      id: fresh(), handle: handle, name: PersonalText(id: fresh(), words: name ?? handle), role: .owner)
  }

  /// A new, empty file with ids of its own; with a sandbox one to play into.
  static func create(_ surroundings: Surroundings, sandbox: Sandbox? = nil) throws(ShellError) -> OfficeFile {
    do {
      return try OfficeFile.create(
        at: surroundings.databasePath, identity: .fresh(), options: OfficeSession.options(surroundings),
        sandbox: sandbox)
    } catch .officeExists {
      return try unfounded(surroundings)
    } catch {
      throw .failed(error.failure)
    }
  }

  /// The file that is there, should a crash have left it without its first entry.
  private static func unfounded(_ surroundings: Surroundings) throws(ShellError) -> OfficeFile {
    let path = surroundings.databasePath
    let file: OfficeFile
    do { file = try OfficeFile(opening: path, options: OfficeSession.options(surroundings)) } catch {
      throw .failed(Failure(.officeExists, subject: path, detail: "an office is there already"))
    }
    if file.state.seq == 0 { return file }
    file.close()
    throw .failed(Failure(.officeExists, subject: path, detail: "an office is there already"))
  }

  private static func zone(_ name: String?, _ surroundings: Surroundings) throws(ShellError) -> ZoneRules {
    let name = name ?? surroundings.zones.systemZone
    guard let rules = surroundings.zones.rules(name) else {
      throw .usage(UsageFault("\"\(name)\" is no zone. Europe/London or UTC are.", word: name))
    }
    return rules
  }
}

extension FileIdentity {
  /// New ids of everything that a file is known by.
  static func fresh() -> FileIdentity {
    let identifiers = RandomIdentifiers()
    func fresh<Subject>() -> Identifier<Subject> {
      let (high, low) = identifiers.next()
      return Identifier(high: high, low: low)
    }
    return FileIdentity(log: fresh(), epoch: fresh(), console: fresh())
  }
}
