import Curses
import DayPlan
import Dispatch
import Synchronization
import TUI

/// Where plans are worked out: a thread of its own, so that neither the screen nor the file waits for one.
///
/// One question at a time: a new one gives up the one before it.
final class PlanRoom: Sendable {
  private let mailbox: Mailbox
  private let queue = DispatchQueue(label: "callout.plan-room", qos: .utility)
  private let latest = Atomic(0)

  init(mailbox: Mailbox) { self.mailbox = mailbox }

  func answer(_ reckoning: Reckoning, _ origin: Origin) {
    let turn = latest.add(1, ordering: .relaxed).newValue
    queue.async { [self] in
      CrashGuard.coverThread()
      let isGivenUp = { self.latest.load(ordering: .relaxed) != turn }
      if isGivenUp() { return }
      let found = reckoning.answer(isCancelled: isGivenUp) { first in
        self.post(first, reckoning, origin, unless: isGivenUp)
      }
      if let found { self.post(found, reckoning, origin, unless: isGivenUp) }
    }
  }

  /// Nobody waits for an answer any more.
  func giveUp() { latest.add(1, ordering: .relaxed) }

  private func post(
    _ answer: PlanAnswer, _ reckoning: Reckoning, _ origin: Origin, unless isGivenUp: () -> Bool
  ) {
    if !isGivenUp() { mailbox.post(.answered(.reckoned(answer, number: reckoning.number), origin)) }
  }
}
