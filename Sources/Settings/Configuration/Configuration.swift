/// What a person or a site chose, with the source of each choice.
public struct Configuration: Equatable, Sendable {
  public enum Bell: String, CaseIterable, Sendable {
    case off
    case visual
    case audible
  }

  /// How many colours to use; `auto` asks the terminal.
  public enum Colours: String, CaseIterable, Sendable {
    case auto
    case trueColour = "true"
    case colours256 = "256"
    case colours16 = "16"
    case mono

    /// The depth asked for; nil leaves it to the terminal.
    public var depth: PaintDepth? { PaintDepth(rawValue: rawValue) }
  }

  /// Where the configuration and what belongs to it lie.
  public let folder: String
  private let home: String
  /// The name of a built-in keymap, or the path of a file.
  public var keymap = Setting("default")
  /// The name of a built-in theme, the path of a file, or `auto`: dark or light as the terminal is.
  public var theme = Setting("auto")
  public var database: Setting<String>
  /// The folder that a gateway reads messages from; nil is one beside the database.
  public var outbox = Setting<String?>(nil)
  /// The mail program and the words that go before the recipient; none leaves mails to the folder too.
  public var mailProgram = Setting<[String]>([])
  /// Who mails are from, and who hears of those that do not arrive; nil leaves it to the program.
  public var mailSender = Setting<String?>(nil)
  /// How many mails one address may get in an hour.
  public var mailBudget = Setting(30)
  /// The file with what plans weigh and what is known of the roads; nil is the one beside the database.
  public var plan = Setting<String?>(nil)
  /// Who acts, by handle; nil is the person tied to the account.
  public var person = Setting<String?>(nil)
  public var bell = Setting(Bell.off)
  public var mouse = Setting(true)
  /// One column, no borders, the cursor on the focused thing: for screen readers.
  public var plain = Setting(false)
  /// How long a lone Esc waits for the rest of a key sequence, in milliseconds.
  public var escapeDelay = Setting(25)
  public var colours = Setting(Colours.auto)
  /// After so many seconds without a key the desk of somebody with a PIN is locked; 0 is never.
  public var lockAfter = Setting(15 * 60)
  /// Whether a console of an office fetches by itself what ended long ago: not on a line that is paid by the byte.
  public var olderWork = Setting(true)

  /// The built-in values, with the paths that the environment's folders give.
  public init(environment: [String: String]) {
    home = environment["HOME"] ?? ""
    folder = Self.folder("XDG_CONFIG_HOME", ".config", in: environment) + "/callout"
    database = Setting(Self.folder("XDG_DATA_HOME", ".local/share", in: environment) + "/callout/callout.db")
  }

  /// A path with the home folder in place of a leading `~`, as shells read it: nobody does so in a file.
  public func expanded(_ path: String) -> String {
    path == "~" || path.hasPrefix("~/") ? home + path.dropFirst() : path
  }

  /// Where the configuration file is looked for.
  public static func path(environment: [String: String]) -> String {
    folder("XDG_CONFIG_HOME", ".config", in: environment) + "/callout/config.toml"
  }

  /// The XDG rules: an unset, empty or relative variable means the default under HOME.
  private static func folder(
    _ variable: String, _ fallback: String, in environment: [String: String]
  ) -> String {
    if let folder = environment[variable], folder.hasPrefix("/") { return folder }
    return (environment["HOME"] ?? "") + "/" + fallback
  }

  /// Lays what the environment says over what is there: `CALLOUT_DB`, `CALLOUT_AS`,
  /// `CALLOUT_OUTBOX`, `NO_COLOR`.
  public mutating func read(environment: [String: String]) {
    func given(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    if let path = given("CALLOUT_DB") { database = Setting(path, from: .environment("CALLOUT_DB")) }
    if let handle = given("CALLOUT_AS") { person = Setting(handle, from: .environment("CALLOUT_AS")) }
    if let folder = given("CALLOUT_OUTBOX") { outbox = Setting(folder, from: .environment("CALLOUT_OUTBOX")) }
    if given("NO_COLOR") != nil { colours = Setting(.mono, from: .environment("NO_COLOR")) }
  }
}

extension Configuration {
  /// One setting as `callout config` prints it.
  public struct Line: Equatable, Sendable {
    public var name: String
    /// Empty where nothing is set.
    public var value: String
    public var source: SettingSource

    public init(name: String, value: String, source: SettingSource) {
      (self.name, self.value, self.source) = (name, value, source)
    }
  }

  /// Everything in force and where it came from, by the names of the file.
  public var lines: [Line] {
    [
      Line(name: "keymap", value: keymap.value, source: keymap.source),
      Line(name: "theme", value: theme.value, source: theme.source),
      Line(name: "database", value: database.value, source: database.source),
      Line(name: "outbox", value: outbox.value ?? database.value + ".outbox", source: outbox.source),
      Line(name: "sendmail", value: mailProgram.value.joined(separator: " "), source: mailProgram.source),
      Line(name: "mail-from", value: mailSender.value ?? "", source: mailSender.source),
      Line(name: "mail-budget", value: String(mailBudget.value), source: mailBudget.source),
      Line(name: "plan", value: plan.value ?? database.value + ".plan.toml", source: plan.source),
      Line(name: "person", value: person.value ?? "", source: person.source),
      Line(name: "bell", value: bell.value.rawValue, source: bell.source),
      Line(name: "mouse", value: String(mouse.value), source: mouse.source),
      Line(name: "plain", value: String(plain.value), source: plain.source),
      Line(name: "escape-delay", value: String(escapeDelay.value), source: escapeDelay.source),
      Line(name: "colours", value: colours.value.rawValue, source: colours.source),
      Line(name: "lock-after", value: Self.length(lockAfter.value), source: lockAfter.source),
      Line(name: "older-work", value: String(olderWork.value), source: olderWork.source)
    ]
  }

  /// The names a configuration file may hold.
  public static let names = [
    "keymap", "theme", "database", "outbox", "sendmail", "mail-from", "mail-budget", "plan", "person", "bell",
    "mouse", "plain", "escape-delay", "colours", "lock-after", "older-work"
  ]

  /// `15m`, `90s`, `0`.
  private static func length(_ seconds: Int) -> String {
    seconds == 0 ? "0" : seconds.isMultiple(of: 60) ? "\(seconds / 60)m" : "\(seconds)s"
  }
}
