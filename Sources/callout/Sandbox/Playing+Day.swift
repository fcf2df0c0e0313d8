import Domain
import Storage
import Verbs

extension Playing {
  /// Ends the office's day where that is due, in its owner's name, as whatever happens there by itself.
  mutating func endDayIfDue(from console: ConsoleID) throws {
    guard let due = office.dayEndDue(at: now),
      let owner = office.people.inOrder.first(where: { $0.role == .owner })
    else { return }
    _ = try submit(
      Submission(
        id: RandomIdentifiers().newID(), stamp: Stamp(by: owner.id, at: now, console: console),
        commands: [.closeDay(CloseDay(due: due))]))
  }
}
