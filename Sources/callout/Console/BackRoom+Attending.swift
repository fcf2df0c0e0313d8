import Domain
import Storage
import Verbs

extension BackRoom {
  /// Puts on record that somebody is at the desk again, where nobody was: what has come up meanwhile is passed on
  /// only when whoever came has had his time for it.
  func openDesk() {
    guard session.office.person(person)?.role.may(.dispatchWork) ?? false else { return }
    do {
      guard try session.file.attend() else { return }
      let proposal = Proposal(verb: "office.open-desk", commands: [.openDesk(OpenDesk())])
      let receipt = try session.file.submit(session.submission(proposal.commands, of: proposal, by: person))
      show(receipt.state.office)
    } catch let error as StorageError {
      noteSaving(false, error.failure)
    } catch {
      // The disk takes nothing just now, which the next write says: then the terms count as they stand.
      refresh()
    }
  }
}
