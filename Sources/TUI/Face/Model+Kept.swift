import Verbs

extension Model {
  /// The effects without those that a face that only shows never has, but for the answers to work that awaits review: a second look, whatever led to them.
  func kept(_ effects: [Effect]) -> [Effect] {
    if isForced { return effects.filter { $0.isOfForcedSession } }
    if face.mayChange { return effects }
    return effects.filter { effect in
      switch effect {
      case .submit(let proposal, _): mayReview(proposal)
      case .takeNumber, .saveViews, .saveRecent, .saveDraft, .deleteDraft, .saveLine, .chore, .signIn,
        .setPIN:
        false
      case .ask, .askPast, .recall, .suggest, .plan, .reckon, .stopReckoning, .copy, .suspend, .redraw,
        .captureMouse, .title, .quit:
        true
      }
    }
  }
}

extension Effect {
  /// Whether it stays within the account's own file and screen.
  fileprivate var isOfForcedSession: Bool {
    switch self {
    case .chore, .suspend, .saveViews, .recall: false
    case .submit, .ask, .askPast, .suggest, .plan, .reckon, .stopReckoning, .takeNumber, .saveRecent,
      .saveDraft, .deleteDraft, .saveLine, .copy, .redraw, .captureMouse, .title, .signIn, .setPIN, .quit:
      true
    }
  }
}
