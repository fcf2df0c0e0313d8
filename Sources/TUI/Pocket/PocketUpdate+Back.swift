import Domain
import Verbs

/// The key that takes the last step back: steps are corrected, anything else is undone.
extension Model {
  mutating func takeBack() -> [Effect] {
    switch pocket?.did {
    case nil, .step:
      if let back = pauseBack ?? stepBack { return perform(.submit(back), from: .keys) }
      if pocket?.did == .step { return refuse(standing) }
    case .stepBack: return refuse("A step was just taken back; what was reported before it stands.")
    case .other: break
    }
    return perform(.submit(Proposal(verb: UndoVerb.name, takingBack: .last)), from: .keys)
  }

  /// Keeps of which kind is what he is doing.
  mutating func remember(deed proposal: Proposal) {
    guard pocket != nil, proposal.verb != SeenVerb.name else { return }
    let isStep = PocketStep(rawValue: proposal.verb)?.isOneKey ?? false || proposal.verb == StatusVerb.name
    pocket?.doing = proposal.verb == StepBackVerb.name ? .stepBack : isStep ? .step : .other
  }

  /// `· u takes it back`, by the live keymap.
  var stepHint: String {
    guard pocket?.did == .step, pauseBack ?? stepBack != nil else { return "" }
    return key(for: UndoVerb.name, in: KeyContexts.tech).map { " · \($0) takes it back" } ?? ""
  }

  /// The newest step that is still a slip, with the time at which it was reported.
  private var slip: (job: OwnVisit, step: AssignmentStatus, at: Timestamp)? {
    let own = pocket?.jobs.filter { $0.lead == nil } ?? []
    return own.compactMap { job in
      let visit = office.order(job.order)?.visits.last { $0.id == job.visit }
      return visit?.activeAssignment?.slip(at: now).map { (job, $0.step, $0.at) }
    }.max { $0.2 < $1.2 }
  }

  private var stepBack: Proposal? {
    slip.map { slip in
      Proposal(
        verb: StepBackVerb.name,
        commands: [.takeBackStep(slip.job.order, TakeBackStep(slip.step, of: slip.job.visit))],
        orders: [slip.job.number])
    }
  }

  /// A break or its end that is newer than any step: he goes back to how he was.
  private var pauseBack: Proposal? {
    guard let technician = office.technician(pocket?.technician), technician.presenceIsOwnReport,
      let since = technician.presenceSince, now - since <= TakeBackStep.limit,
      slip.map({ $0.at <= since }) ?? true
    else { return nil }
    return switch technician.presence {
    case .onBreak: ShiftEndPopup.proposal(.available, technician)
    case .available where pocket?.did == .step: ShiftEndPopup.proposal(.onBreak, technician)
    case .available, .off, .unavailable: nil
    }
  }

  /// Why the step that he has in mind stays.
  private var standing: String {
    let limit = TimeWords.length(TakeBackStep.limit)
    let key = key(for: NoteVerb.name, in: KeyContexts.tech).map { ": \($0) says what is right" } ?? ""
    let job = pocket?.selected.map { "\($0.number): \(PocketWords.state(of: $0, self)). " } ?? ""
    return "\(job)No step was reported within \(limit)\(key)."
  }

  private mutating func refuse(_ sentence: String) -> [Effect] {
    say(.refused, sentence)
    return []
  }
}
