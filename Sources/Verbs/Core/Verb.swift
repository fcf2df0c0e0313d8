public import Domain

/// One thing that people can ask for, defined once for keys, the `:` line and the shell.
public protocol Verb: Sendable {
  /// `noun.verb`, the same in keymap, palette, help and log.
  static var name: String { get }
  /// What is typed, one word or two: `hold`, `technician add`.
  static var words: [String] { get }
  /// One line: what it does.
  static var help: String { get }
  static var parameters: [Parameter] { get }
  /// What the acting person's role must have; nil for what everybody may.
  static var permission: Permission? { get }
  /// Any of these is enough to say it, where more than one is: what it may do then goes by what is said.
  static var permissions: [Permission] { get }
  /// Whether it works on an office that is there already.
  static var needsOffice: Bool { get }
  /// The same where the words decide it.
  static func needsOffice(_ words: [String]) -> Bool

  init(from arguments: Arguments, in context: VerbContext) throws(UsageFault)
  func act(in context: VerbContext) throws(Refusal) -> Act
}

extension Verb {
  public static var permission: Permission? { nil }
  public static var permissions: [Permission] { [permission].compactMap(\.self) }
  public static var needsOffice: Bool { true }
  public static func needsOffice(_ words: [String]) -> Bool { needsOffice }

  /// The words as typed: `technician add`.
  public static var spoken: String { words.joined(separator: " ") }

  /// A change by this verb.
  static func proposal(_ commands: [Command], orders: [Int] = [], warnings: [String] = []) -> Act {
    .submit(Proposal(verb: name, commands: commands, orders: orders, warnings: warnings))
  }
}

extension Verb {
  /// Refuses what only this program does or tells to a role that may not: the office judges commands, and nothing else.
  public func checkRole(_ act: Act, in context: VerbContext) throws(Refusal) {
    let isOurs =
      switch act {
      case .chore, .ask: true
      case .submit, .show: false
      }
    guard isOurs, let permission = Self.permission,
      let role = context.office.person(context.person)?.role, !role.may(permission)
    else { return }
    throw .notAllowed(permission, role: role)
  }
}
