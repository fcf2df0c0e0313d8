import Domain
import Foundation
import Settings
import Verbs

/// What the process finds around it: the environment, the settings in force, the clock and the zone files.
struct Surroundings: Sendable {
  let environment: [String: String]
  private(set) var configuration: Configuration
  /// What could not be used in the configuration file; the program still starts.
  private(set) var problems: [SettingsProblem] = []
  let clock: OfficeClock
  let zones = ZoneFiles()
  /// Whether whoever connects gets this and nothing else: no way back to a shell, no files but its own.
  let isForced: Bool

  /// Reads the configuration file if there is one; throws only for a `CALLOUT_NOW` that is no instant.
  init(environment: [String: String] = ProcessInfo.processInfo.environment) throws(UsageFault) {
    self.environment = environment
    isForced = false
    configuration = Configuration(environment: environment)
    clock = try OfficeClock(environment["CALLOUT_NOW"])
    let path = Configuration.path(environment: environment)
    if let text = TextFile.read(path) { problems = configuration.read(text: text, file: path) }
    configuration.read(environment: environment)
    problems += configuration.find { access($0, R_OK) == 0 && !Folder.isThere($0) }
  }

  /// A forced session's: no configuration file is read, and the clock is the system's.
  init(forced environment: [String: String], isPlain: Bool) throws(UsageFault) {
    self.environment = environment
    isForced = true
    configuration = Configuration(environment: environment)
    clock = try OfficeClock(nil)
    if isPlain { configuration.plain = Setting(true, from: .option("--plain")) }
    if isPlain || environment["NO_COLOR"] != nil {
      configuration.colours = Setting(.mono, from: .option("--no-color"))
    }
  }

  /// Lays the command line's own settings over the others.
  mutating func set(database: String?, person: String?, isMono: Bool, isPlain: Bool = false) {
    if let database { configuration.database = Setting(database, from: .option("--db")) }
    if let person { configuration.person = Setting(person, from: .option("--as")) }
    if isMono { configuration.colours = Setting(.mono, from: .option("--no-color")) }
    if isPlain { configuration.plain = Setting(true, from: .option("--plain")) }
  }

  /// The account that this runs as, as a handle is written: by it people are known who name nobody.
  var account: String {
    let name = environment["USER"] ?? environment["LOGNAME"] ?? NSUserName()
    let word = name.filter { $0.isLetter || $0.isNumber || "._-".contains($0) }
    return word.isEmpty ? "owner" : word
  }

  /// The folder that messages are handed over in.
  var outboxPath: String { configuration.outbox.value ?? databasePath + ".outbox" }

  /// Whether that folder is ours to make: one that somebody named must be there.
  var outboxIsOurs: Bool { configuration.outbox.value == nil }

  /// The program that mails go through; nil where none is named.
  var mailProgram: MailProgram? {
    let words = configuration.mailProgram.value
    return words.isEmpty ? nil : MailProgram(words: words, sender: mailSender)
  }

  /// Who mails are from; nil also for what is no address, which `config` shows as it stands.
  private var mailSender: String? {
    configuration.mailSender.value.flatMap { MailText.isAddress($0) ? $0 : nil }
  }

  /// How many mails one address may get in an hour.
  var mailBudget: Int { configuration.mailBudget.value }

  var databasePath: String { configuration.database.value }

  /// Whether the acknowledged may be lost in a power cut: only ever asked for by a test that must see it happen,
  /// and never granted by the real clock, so that no office's own file can lose anything by it.
  var synchronousIsNormal: Bool { clock.isSet && environment["CALLOUT_SYNCHRONOUS"] == "NORMAL" }
}
