public import Domain

/// Commands to submit, and how: one group, all or nothing, unless each stands for itself.
public struct Proposal: Hashable, Sendable {
  /// The verb's name, such as `work-order.hold`.
  public var verb: String
  public var commands: [Command]
  /// What it takes back instead of commands of its own: which entry that is, the ledger shows.
  public var takingBack: TakingBack?
  /// The numbers of the orders it is about, in the order in which they were named.
  public var orders: [Int]
  /// The reason for passing a rule that blocks.
  public var override: String?
  public var acceptsWarnings: Bool
  /// Warnings that were shown and are accepted, where not all are: another one is asked about.
  public var acceptedWarnings: [BrokenRule] = []
  /// Whether its visits are judged where all of them end up, not each on what the ones before it leave.
  public var isJudgedTogether = false
  /// Whether all that it does is to answer work that awaits review.
  public var isReview: Bool {
    takingBack == nil
      && commands.allSatisfy { command in
        if case .closeWorkOrder = command { return verb == ApproveVerb.name }
        if case .returnForRework = command { return verb == ReworkVerb.name }
        return false
      }
  }
  /// Whether it is known that somebody else works on an order it is about.
  public var acceptsClaims = false
  /// Whether every command is submitted alone and a refused one does not stop the others.
  public var isEach: Bool
  /// What was named besides and is not there, where each stands for itself.
  public var missing: [Refusal] = []
  /// What the verb was told, so that it can be done again on something else; nil where nobody keeps it.
  public var arguments: Arguments?
  /// What to say besides the result, such as that a site was made up for now; one sentence each.
  public var warnings: [String]

  public init(
    verb: String, commands: [Command], orders: [Int] = [], override: String? = nil,
    acceptsWarnings: Bool = false,
    isEach: Bool = false, warnings: [String] = []
  ) {
    self.verb = verb
    self.commands = commands
    self.orders = orders
    self.override = override
    self.acceptsWarnings = acceptsWarnings
    self.isEach = isEach
    self.warnings = warnings
  }

  /// A proposal to take something back.
  public init(verb: String, orders: [Int] = [], takingBack: TakingBack) {
    self.init(verb: verb, commands: [], orders: orders)
    self.takingBack = takingBack
  }

  /// The groups to submit one after the other: what follows on the same order stays with it, such as the message
  /// that goes with a move.
  public var groups: [[Command]] {
    guard isEach, takingBack == nil else { return [commands] }
    var groups: [[Command]] = []
    for command in commands {
      if let order = command.orders.first, groups.last?.last?.orders.first == order {
        groups[groups.count - 1].append(command)
      } else {
        groups.append([command])
      }
    }
    return groups
  }
}
