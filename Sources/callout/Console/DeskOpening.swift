import Domain
import Storage
import Verbs

/// Somebody sits down at a console. Where nobody was at another one, that goes on record, and the first frame
/// already shows the office as it is then: what has come up meanwhile is passed on only when whoever comes has had
/// his time for it.
struct DeskOpening: Sendable {
  /// The office as the first frame shows it.
  let office: Office
  /// What is still to be put on record; nil when somebody was there, or who comes does not dispatch.
  let submission: Submission?
  /// Why no place at the desk could be taken.
  let obstacle: Failure?

  init(_ session: OfficeSession, by person: Person.ID) {
    var office = session.office
    var submission: Submission?
    var obstacle: Failure?
    // Whether somebody is at a joined console is not the office's business yet.
    if session.file.membership == nil, office.person(person)?.role.may(.dispatchWork) ?? false {
      do throws(StorageError) {
        // Who only starts his console anew was not away: the terms go on as they stood.
        let absence = try session.file.attendedAt().map { session.now - $0 }
        let term = min(office.limits.escalateAfter, office.limits.escalateAfterP1)
        if try session.file.attend(), absence.map({ $0 < .zero || $0 >= term }) ?? true {
          let proposal = Proposal(verb: UnspokenVerb.openDesk, commands: [.openDesk(OpenDesk())])
          let opening = session.submission(proposal.commands, of: proposal, by: person)
          office.apply(.office(.deskOpened), opening.stamp)
          submission = opening
        }
      } catch {
        obstacle = error.failure
      }
    }
    (self.office, self.submission, self.obstacle) = (office, submission, obstacle)
  }
}

extension BackRoom {
  /// Puts the opening on record. Where the disk takes nothing just now, which the next write says, the terms count
  /// as they stood.
  func record(_ opening: DeskOpening) {
    if let obstacle = opening.obstacle { return noteSaving(false, obstacle) }
    guard let submission = opening.submission else { return }
    do {
      show(try session.file.submit(submission).state.office)
    } catch {
      refresh()
      show(session.office)
    }
  }
}
