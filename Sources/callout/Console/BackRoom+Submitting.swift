import Domain
import Storage
import TUI
import Verbs

extension BackRoom {
  /// What the groups of a proposal have come to so far.
  private struct Outcome {
    var sentences: [String]
    var isWarned = false
    var way: WayBack?
    var told: [Int] = []
  }

  /// Carries out a proposal, group by group, and says what became of it. It is of whoever made it, who need not be
  /// the one that acts by the time it comes here.
  func submit(_ proposal: Proposal, _ origin: Origin, by person: Person.ID) {
    var outcome = Outcome(
      sentences: proposal.missing.map {
        ShellError.refused($0, verb: proposal.verb, orders: []).sentence(in: session.office, at: session.now)
      })
    defer { actByRules() }
    for group in proposal.groups {
      do throws(SubmitError) { try submit(group, of: proposal, by: person, &outcome) } catch {
        guard proposal.isEach, case .refused = error else { return notDone(proposal, error, origin) }
        outcome.sentences.append(
          ShellError(error, of: proposal).sentence(in: session.office, at: session.now))
      }
    }
    let words = (outcome.sentences + proposal.warnings).joined(separator: " · ")
    outcome.isWarned = outcome.isWarned || !proposal.warnings.isEmpty
    post(.finished(.done(words, isWarned: outcome.isWarned, way: outcome.way), origin))
    if !outcome.told.isEmpty { post(.toldAlready(outcome.told)) }
  }

  private func submit(
    _ group: [Command], of proposal: Proposal, by person: Person.ID, _ outcome: inout Outcome
  ) throws(SubmitError) {
    let before = session.office
    let submission = session.submission(group, of: proposal, by: person)
    let receipt = try session.file.submit(submission, takingBack: proposal.takingBack, madeHere: madeHere)
    if let seq = receipt.seq { madeHere.add(submission.id, entry: seq) }
    if let entry = receipt.waiting { madeHere.keep(entry) }
    noteSaving(true)
    show(receipt.state.office)
    if receipt.isWaiting { noteWaiting() }
    outcome.isWarned = outcome.isWarned || !receipt.warnings.isEmpty
    var wording = Wording(office: receipt.after, now: session.now)
    wording.waitsForOffice = receipt.isWaiting
    outcome.sentences.append(
      wording.outcome(
        of: proposal, takenBack: receipt.takenBack, isRedo: receipt.isRedo, events: receipt.events,
        before: before))
    outcome.way = receipt.isUndoable ? receipt.wayBack : nil
    if !receipt.isRedo, let action = receipt.takenBack, !receipt.events.isEmpty {
      outcome.told += wording.toldAlready(action)
    }
  }

  private func notDone(_ proposal: Proposal, _ error: SubmitError, _ origin: Origin) {
    switch error {
    case .refused(let refusal):
      refresh()
      post(.finished(.refused(refusal, proposal), origin))
    case .failed(let failure):
      noteSaving(false, failure)
      post(.finished(.failed(failure, proposal), origin))
    }
  }
}

extension Receipt {
  /// What brings back what was before it: an undo is redone, everything else is undone.
  fileprivate var wayBack: WayBack { takenBack != nil && !isRedo ? .redo : .undo }
}
