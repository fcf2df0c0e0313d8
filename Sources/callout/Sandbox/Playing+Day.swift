import Domain
import Storage
import Verbs

extension Playing {
  /// Ends each of the office's days that is over by an instant, in order, in its owner's name, as whatever happens there
  /// by itself: a fast clock passes several at once.
  mutating func endDays(until instant: Timestamp, from console: ConsoleID) throws {
    guard let owner = office.people.inOrder.first(where: { $0.role == .owner }) else { return }
    for due in office.dayEndsDue(at: instant) {
      _ = try submit(
        Submission(
          id: RandomIdentifiers().newID(), stamp: Stamp(by: owner.id, at: due, console: console),
          commands: [.closeDay(CloseDay(due: due))]))
    }
  }
}
