public import Domain

/// How people call a command: the verb that makes it, and what of it goes into the name of the action.
struct CommandWords {
  /// The name of the verb.
  let verb: String
  /// What it is about, where that is no order.
  let subject: (Wording) -> String?
  /// What it wants of that: `to Ana Flores 11:00`.
  let detail: (Wording) -> String?

  init(
    _ verb: String, about subject: @escaping (Wording) -> String? = { _ in nil },
    detail: @escaping (Wording) -> String? = { _ in nil }
  ) {
    self.verb = verb
    self.subject = subject
    self.detail = detail
  }
}

/// What the program does for the office by itself: on record under a name, and nothing that anybody can say.
public enum UnspokenVerb {
  public static let closeDay = "office.close-day"
  public static let openDesk = "office.open-desk"
  static let leaseNumbers = "office.lease-numbers"
}

extension Command {
  /// The name of the verb that makes this command, for history and ledger.
  public var verb: String { words.verb }
}

extension Reversal {
  /// The name of the verb that it comes from.
  public var verb: String {
    switch self {
    case .undoes: UndoVerb.name
    case .redoes: RedoVerb.name
    }
  }
}

extension Event {
  /// The verb by which the office has entered it without a command; nil for what a command came to.
  var officeVerb: String? {
    guard case .office(.console(let event)) = self else { return nil }
    switch event {
    case .started: return OfficeStartVerb.name
    case .enrolled: return EnrolVerb.name
    case .joined: return JoinVerb.name
    case .revoked: return ConsoleRevokeVerb.name
    case .alertChanged: return nil
    }
  }
}
