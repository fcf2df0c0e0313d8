/// The office at the moment of a decision, who decides, and what he has been asked already.
public struct Moment: Sendable {
  public let office: Office
  public let stamp: Stamp
  /// Why a rule that blocks is passed; nil where none is.
  public let override: String?
  public let acceptsWarnings: Bool
  /// Whether it is known that somebody else works on the order.
  public let acceptsClaims: Bool
  /// Whether a rule acts and nobody is there to be asked.
  public let isAutomatic: Bool
  /// Whether it brings back what was so before: nobody is asked again of what he knew then.
  public let isReversal: Bool
  /// Warnings that were shown and are accepted, where not all are.
  public let acceptedWarnings: [BrokenRule]
  /// Whether the places of visits are judged once the whole group stands.
  public let isJudgedTogether: Bool
  /// When the action was done that is undone; nil where none is.
  public let undoes: Timestamp?

  public init(
    office: Office, stamp: Stamp, override: String? = nil, acceptsWarnings: Bool = false,
    acceptsClaims: Bool? = nil, isAutomatic: Bool = false, isJudgedTogether: Bool = false
  ) {
    self.office = office
    self.stamp = stamp
    self.override = override
    self.acceptsWarnings = acceptsWarnings
    self.acceptsClaims = acceptsClaims ?? acceptsWarnings
    self.isAutomatic = isAutomatic
    self.isJudgedTogether = isJudgedTogether
    isReversal = false
    acceptedWarnings = []
    undoes = nil
  }

  /// The moment in which an office decides a submission.
  init(_ office: Office, of submission: Submission) {
    self.office = office
    stamp = submission.stamp
    override = submission.override
    acceptsWarnings = submission.acceptsWarnings
    acceptsClaims = submission.acceptsClaims
    isAutomatic = submission.automation != nil
    isReversal = submission.reversal != nil
    acceptedWarnings = submission.acceptedWarnings
    isJudgedTogether = submission.isJudgedTogether || submission.reversal != nil
    undoes = submission.undoes
  }

  public var now: Timestamp { stamp.at }
  public var person: Person? { office.person(stamp.by) }
}
