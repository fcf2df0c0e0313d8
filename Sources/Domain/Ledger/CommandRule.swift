/// A command's rule: what comes of it, or why not. Pure; it reads no clock and makes no id.
///
/// What has a default is said by a command only where it differs: a new one says who may give it, whether it is a fact
/// or a claim, and what it comes to.
protocol CommandRule: Codable, Hashable, Sendable {
  static var permission: Permission { get }
  static var kind: CommandKind { get }

  /// The events it comes to; none when everything is so already.
  func decide(in moment: Moment) throws(Refusal) -> [Event]

  /// The commands that would take it back, given the office before; none for facts and for what cannot be undone.
  func inverse(in moment: Moment) -> [Command]

  /// The rules that it breaks, whether or not somebody has accepted that.
  func brokenRules(in moment: Moment) -> [BrokenRule]

  /// What is said to who gives it for an order that somebody else has claimed.
  func brokenClaim(in moment: Moment) -> BrokenRule?

  /// The orders that it needs in the office, ended ones included.
  var touchedOrders: [WorkOrder.ID] { get }

  /// All that the person who gives it must be allowed.
  func permissions(of person: Person.ID, in office: Office) -> [Permission]

  /// Whether all that it touches is a technician's own.
  func isOwn(of technician: Technician.ID, in office: Office) -> Bool

  /// Whether it takes back what a person has done himself, where that has put the order outside of his scope: the parts
  /// desk's release, a closing, a return for rework. What others have done is not his to take back.
  func takesBackOwn(of person: Person.ID, in office: Office) -> Bool

  /// What becomes of it where it was refused and is given again.
  func restated(on office: Office) -> Restatement
}

extension CommandRule {
  func inverse(in moment: Moment) -> [Command] { [] }
  func brokenRules(in moment: Moment) -> [BrokenRule] { [] }
  func brokenClaim(in moment: Moment) -> BrokenRule? { nil }
  var touchedOrders: [WorkOrder.ID] { [] }
  func permissions(of person: Person.ID, in office: Office) -> [Permission] { [Self.permission] }

  func isOwn(of technician: Technician.ID, in office: Office) -> Bool {
    let touched = touchedOrders
    return !touched.isEmpty
      && touched.allSatisfy { office.order($0)?.isOwn(of: technician, for: Self.permission) ?? false }
  }

  func takesBackOwn(of person: Person.ID, in office: Office) -> Bool { false }
  func restated(on office: Office) -> Restatement { .usual(for: Self.kind) }
}
