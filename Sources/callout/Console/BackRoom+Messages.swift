import Domain
import Storage
import TUI
import Verbs

/// How a console takes messages on their way: a round when the first is due, another in each minute.
extension BackRoom {
  /// Sets the next round for when the first message falls due, if that is sooner than the next minute.
  func awaitMessages() {
    guard duty == .office, session.file.membership == nil, let due = session.office.outboxDue else { return }
    let seconds = max(0, (due - session.now).seconds)
    guard seconds < 60, courierDue.map({ due < $0 }) ?? true else { return }
    courierDue = due
    perform(after: session.realMilliseconds(of: .seconds(seconds))) { room in
      room.courierDue = nil
      room.carryMessages()
    }
  }

  /// One round; what it could not hand over is an alert, and is tried again.
  func carryMessages() {
    // At a joined console the office sends them.
    guard session.file.membership == nil, let due = session.office.outboxDue, due <= session.now else {
      return awaitMessages()
    }
    postman.send(Courier(session: session, person: person)) { [self] result in
      perform { room in
        switch result {
        case .success(let round):
          guard round.sent + round.failed > 0 else { return }
          room.noteSaving(true)
          room.show(room.session.office)
        // Another console has done it.
        case .failure(.refused): room.refresh()
        case .failure(.failed(let failure)):
          room.post(.failed(failure))
          room.refresh()
        }
      }
    }
  }

  /// Waits for the mail that is on its way out, and says so where that is noticed; after this the file may be closed.
  func finishMail(_ output: Output) {
    if postman.finish(within: 1) { return }
    output.warn("A mail is on its way out; the end waits for it.")
    if !postman.finish(within: Postman.patience) {
      output.warn(
        "Nobody knows yet whether it went: the next round sends it again, under the same Message-ID.")
    }
  }
}
