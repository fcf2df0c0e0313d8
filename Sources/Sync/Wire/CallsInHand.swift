public import Domain

/// A call that somebody has in a form and has not saved: said to whoever else takes calls, so that no two write down
/// the same one. It is in no ledger, and nowhere once its form is closed.
public struct CallInHand: Codable, Hashable, Sendable {
  /// Whose it is; what a console says here counts for nothing, as the office knows who asks.
  public var person: Person.ID?
  /// The figures of the number that rings; nil where none was said.
  public let phone: String?
  public let site: Site.ID?
  /// When it rang.
  public let begunAt: Timestamp

  /// More figures no number has.
  public static let mostFigures = 24
  /// What rang longer ago is nobody's on the line.
  public static let longest = Span.minutes(30)

  public init(person: Person.ID? = nil, phone: String?, site: Site.ID?, begunAt: Timestamp) {
    self.person = person
    self.phone = phone
    self.site = site
    self.begunAt = begunAt
  }
}

/// The calls in forms at a console, and in the answer those of everybody else.
public struct CallsInHand: Codable, Hashable, Sendable {
  /// More than that nobody has on the line.
  public static let most = 20
  public let calls: [CallInHand]

  public init(_ calls: [CallInHand]) { self.calls = calls }
}
