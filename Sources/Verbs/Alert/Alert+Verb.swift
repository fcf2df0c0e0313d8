public import Domain

extension Alert.Remedy {
  /// The name of the verb.
  public var verb: String {
    switch self {
    case .assign: AssignVerb.name
    case .replan: ReplanVerb.name
    case .move: MoveVerb.name
    case .open: OpenVerb.name
    case .accept: AcceptVerb.name
    case .release: ReleaseVerb.name
    case .note: NoteVerb.name
    case .say: SayVerb.name
    case .message: MessageVerb.name
    case .breachCause: BreachCauseVerb.name
    case .resolve: AlertResolveVerb.name
    case .settle: SettleVerb.name
    case .revoke: ConsoleRevokeVerb.name
    }
  }
}
