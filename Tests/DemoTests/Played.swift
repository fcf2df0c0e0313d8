import Demo
import Domain

/// A made-up day played into an office, and what the office said to it.
struct Played {
  let day: DemoDay
  private(set) var office = Office.unfounded
  private(set) var refused: [String] = []
  /// Submissions that came to nothing.
  private(set) var idle = 0
  private(set) var isInOrder = true
  private(set) var last = Timestamp(seconds: .min)
  private(set) var importedNumbers: [Int] = []

  init(_ day: DemoDay, each look: (Office) -> Void = { _ in }) throws {
    self.day = day
    for submission in day.submissions {
      isInOrder = isInOrder && last <= submission.stamp.at
      last = submission.stamp.at
      do {
        let decision = try office.decide(submission)
        if decision.events.isEmpty { idle += 1 }
        for case .workOrder(_, .imported(let work)) in decision.events {
          importedNumbers.append(work.logged.number)
        }
        office = decision.after
        office.letGo(submission.commands.flatMap(\.orders))
      } catch {
        refused.append("\(submission.stamp.at.rfc3339) \(kind(submission)): \(error)")
      }
      look(office)
    }
  }

  private func kind(_ submission: Submission) -> String {
    String(String(describing: submission.commands).prefix(60))
  }
}
