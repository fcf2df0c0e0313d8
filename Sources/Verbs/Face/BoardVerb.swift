public import Domain

/// `board`: the supervisor's wall, for reading alone.
public struct BoardVerb: Verb {
  public static let name = "desk.board"
  public static let words = ["board"]
  public static let help =
    "Show the day on the wall: large figures, turning pages, work to approve"
  public static let permission: Permission? = .seeAllWork
  public static let parameters: [Parameter] = [
    .option("turn", .number, "seconds that a page stands, 20 unless said; 0 turns none")
  ]

  static let usualTurn = 20
  static let turns = 3...3_600

  let turn: Int

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    turn = try arguments.number("turn") ?? Self.usualTurn
    if turn != 0, !Self.turns.contains(turn) {
      throw UsageFault(
        "\(turn) s is no time for a page: from \(Self.turns.lowerBound) to \(Self.turns.upperBound), or 0.",
        word: "turn")
    }
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    if let role = context.office.person(context.person)?.role, !role.may(.seeAllWork) {
      throw .notAllowed(.seeAllWork, role: role)
    }
    return .chore(.board(turnSeconds: turn))
  }
}
