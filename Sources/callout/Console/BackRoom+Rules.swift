import Domain
import Storage
import TUI

extension BackRoom {
  /// Does what the office's rules have to do by now, a portion at a time; what is left waits for the next minute.
  ///
  /// Every open console does this. Whoever comes second finds it done, and writes nothing. The steps of one go are
  /// one commit; when a person asks for something meanwhile it is closed with what is done, and he comes next.
  func actByRules() {
    let due = keeper.dueSteps
    // At a joined console the office does it.
    guard duty == .office, session.file.membership == nil, isSaving,
      !due.isEmpty || !session.lateFacts.isEmpty,
      session.office.person(person)?.role.may(.dispatchWork) ?? false
    else {
      return
    }
    do {
      let late = try Ticking.takeLateFacts(session, while: { !isAwaited }) { _, _ in }
      let done = try Ticking.carryOut(
        due.prefix(Ticking.portion), session, by: person, while: { !isAwaited }, { _, _, _ in })
      if late + done > 0 { show(session.office) }
    } catch {
      // The disk takes nothing just now: the next write of a person says so, and the rules wait.
      return
    }
  }
}
