public import Domain

/// The only place where sentences live: what people read, on screen and in the shell alike.
///
/// It knows the office for its clock and names, the time for "today", and how a verb is called here: by its key
/// on the screen, by its word in the shell.
public struct Wording: Sendable {
  public let office: Office
  public let now: Timestamp
  /// How a verb of this name is called here.
  public let call: @Sendable (String) -> String
  /// Whether a box asks for the yes or the reason, so that no word of the shell need be said.
  public var asksInBox = false
  /// Whether what it tells of still waits for the office: nobody else has heard of it.
  public var waitsForOffice = false
  /// Whether what it tells of was only tried: nothing of it is on record.
  public var isImagined = false
  /// What the consoles are called.
  public var consoles = ConsoleNames.unknown

  public init(
    office: Office, now: Timestamp, call: @escaping @Sendable (String) -> String = Wording.word(of:)
  ) {
    self.office = office
    self.now = now
    self.call = call
  }

  /// The word of a verb, as the shell and the line know it.
  @Sendable public static func word(of verb: String) -> String { Verbs.verb(named: verb)?.spoken ?? verb }

  /// The subject with what happened or did not, in at most this many characters.
  public static let longestFact = 78
}

/// What is said: the subject with its fact, and what can be done about it.
public struct Sentence: Hashable, Sendable {
  /// What happened or did not, for a line of the screen.
  public let fact: String
  public let remedy: String?
  /// Both, and nothing left out: what the shell says.
  public let text: String

  /// `whole` is for a sentence with names in it that had to be cut for the screen.
  public init(_ fact: String, remedy: String? = nil, whole: String? = nil) {
    self.fact = fact.clippedToFact
    self.remedy = remedy
    text = whole ?? [fact, remedy].compactMap(\.self).joined(separator: " ")
  }

  /// Both in one line of the screen.
  public var line: String { remedy.map { "\(fact) \($0)" } ?? fact }
}

extension String {
  /// Cut where a fact must end; names inside were cut before, so that this is the last resort.
  fileprivate var clippedToFact: String {
    count <= Wording.longestFact ? self : String(prefix(Wording.longestFact - 1)) + "…"
  }
}
