public import Domain

extension Alert.Remedy {
  /// The name of the verb.
  public var verb: String {
    switch self {
    case .assign: Assign.name
    case .replan: Replan.name
    case .move: Move.name
    case .open: Open.name
    case .accept: Accept.name
    case .release: Release.name
    case .note: NoteVerb.name
    case .say: SayVerb.name
    case .message: MessageVerb.name
    case .breachCause: BreachCauseVerb.name
    case .resolve: AlertResolve.name
    case .settle: SettleVerb.name
    case .revoke: ConsoleRevoke.name
    }
  }
}
