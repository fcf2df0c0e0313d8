/// Who wants something, when and from where; these facts ride in on the command so that deciding again gives
/// the same answer.
public struct Stamp: Codable, Hashable, Sendable {
  public let by: Person.ID
  public let at: Timestamp
  public let console: ConsoleID

  public init(by: Person.ID, at: Timestamp, console: ConsoleID) {
    self.by = by
    self.at = at
    self.console = console
  }
}

/// A console, as the office enrolled it.
public typealias ConsoleID = Identifier<ConsoleSubject>
/// What a console's id is an id of.
public enum ConsoleSubject: Sendable {}

/// One or more commands that stand or fall together, with who submits them.
public struct Submission: Codable, Hashable, Sendable, Identifiable {
  public typealias ID = Identifier<Submission>

  public let id: ID
  public let stamp: Stamp
  public let commands: [Command]
  /// The reason for passing a rule that blocks.
  public let override: String?
  /// Whether warnings were shown and accepted.
  public let acceptsWarnings: Bool
  /// Warnings that were shown and accepted, where not all are: another one is asked about.
  public let acceptedWarnings: [BrokenRule]
  /// Whether it is known that somebody else works on an order it is about.
  public let acceptsClaims: Bool
  /// Whether its visits are judged where all of them end up, not each on what the ones before it leave.
  public let isJudgedTogether: Bool
  /// The entry that it takes back, for an undo or a redo.
  public let reversal: Reversal?
  /// When the action was done that it undoes; nil for everything else.
  public let undoes: Timestamp?
  /// The rule that acts, where nobody does: its commands are decided as long as they are due.
  public let automation: Automation?

  /// Who accepts warnings without having been asked of claims accepts those too, unless it is said otherwise.
  public init(
    id: ID, stamp: Stamp, commands: [Command], override: String? = nil, acceptsWarnings: Bool = false,
    acceptsClaims: Bool? = nil, reversal: Reversal? = nil, automation: Automation? = nil,
    acceptedWarnings: [BrokenRule] = [], isJudgedTogether: Bool = false, undoes: Timestamp? = nil
  ) {
    self.undoes = undoes
    self.acceptedWarnings = acceptedWarnings
    self.isJudgedTogether = isJudgedTogether
    self.id = id
    self.stamp = stamp
    self.commands = commands
    self.override = override
    self.acceptsWarnings = acceptsWarnings
    self.acceptsClaims = acceptsClaims ?? acceptsWarnings
    self.reversal = reversal
    self.automation = automation
  }
}

/// What a submission comes to: its events, how to take them back, and what to know beforehand.
public struct Decision: Sendable {
  /// In order; empty when everything was so already (*same*).
  public let events: [Event]
  /// Commands that take it back, last change first; empty for facts.
  public let inverse: [Command]
  /// Rules that were broken and accepted.
  public let warnings: [BrokenRule]
  /// The office once the events are applied.
  public let after: Office

  /// Whether it can be taken back, and by somebody like its person: an undo may what its commands may.
  public func isUndoable(by person: Person.ID) -> Bool {
    do throws(Refusal) {
      for command in inverse { try after.authorize(command, by: person) }
      return !inverse.isEmpty
    } catch {
      return false
    }
  }
}
