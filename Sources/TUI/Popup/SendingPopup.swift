import Domain

/// A popup that hands one proposal in and stays, saying why, when it was not taken.
protocol SendingPopup: Popup {
  var isSending: Bool { get set }
  /// Why the last thing handed in came to nothing.
  var said: String? { get set }
}

extension SendingPopup {
  var isWaiting: Bool { isSending }

  /// Closes once it is done; asks about a rule that may be passed; else says what stood against it.
  mutating func finished(_ outcome: Outcome, _ model: Model) -> PopupAnswer {
    isSending = false
    switch outcome {
    case .done: return .close
    case .refused(.broken(let broken), let proposal) where model.mayPass(broken):
      return PopupAnswer(
        .open(RulePopup(broken, proposal)))
    case .refused(let refusal, let proposal): said = Sentences.refusal(refusal, model, of: proposal)
    case .failed(let failure, _): said = Sentences.failure(failure, model)
    }
    return .stay
  }
}
