import Domain
import Foundation
import Storage
import Verbs

/// Makes a real office: the file, the usual contracts, and whoever runs this as its owner.
enum Initialisation {
  static func run(_ wish: NewOffice, _ surroundings: Surroundings) throws(ShellError) {
    let identifiers = RandomIdentifiers()
    let founding = Founding(
      wish, zone: try zone(wish.zone, surroundings), account: surroundings.account, identifiers: identifiers)
    let file = try create(surroundings)
    defer { file.close() }
    let stamp = Stamp(by: founding.owner, at: surroundings.clock.now, console: file.identity.console)
    do {
      try file.submit(Submission(id: identifiers.newID(), stamp: stamp, commands: founding.commands))
    } catch { throw ShellError(error) }
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
    return FileIdentity(log: identifiers.newID(), epoch: identifiers.newID(), console: identifiers.newID())
  }
}
