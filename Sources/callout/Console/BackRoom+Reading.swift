import Domain
import Storage
import TUI

/// How a face that only shows lives through a file that is gone, replaced or unreadable for a while: what is on the
/// screen stays with its age, and as soon as the place holds an office again that one is shown.
extension BackRoom {
  /// Takes in what others have committed, or says that it cannot be read and tries to open it anew.
  func look() {
    guard session.file.isInPlace else {
      return reopen(Failure(.fileGone, subject: session.file.path, detail: "removed or replaced"))
    }
    do {
      let state = try session.file.refresh()
      noteReading(nil)
      guard let state else { return }
      sendWaiting(in: state)
      show(state.office)
    } catch {
      reopen(error.failure)
    }
  }

  private func noteReading(_ failure: Failure?) {
    guard failure != unreadable else { return }
    unreadable = failure
    post(.reading(failure))
  }

  private func reopen(_ failure: Failure) {
    let next: OfficeSession
    do { next = try OfficeSession(session.surroundings) } catch {
      return noteReading(failure)
    }
    guard let person = next.person, next.office.person(person)?.role.may(.seeAllWork) ?? false else {
      next.file.close()
      return noteReading(failure)
    }
    moveTo(next, person: person)
    noteReading(nil)
  }
}
