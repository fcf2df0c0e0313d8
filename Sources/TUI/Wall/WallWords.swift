import Domain
import Terminal
import Verbs

/// What the wall says beside its figures.
enum WallWords {
  /// The figures that are no counter of the shift.
  static let definitions: [(title: String, words: String)] = [
    ("P1 open", "Orders of the highest priority that have not ended and wait for work."),
    ("Breached", "Open orders with a clock that has run out."),
    (
      "At risk",
      "Open orders of which no clock has run out and one is about to: any P1, else the last quarter."
    ),
    ("Open", "Orders that have not ended, whoever has them."),
    (
      "By hour",
      "The same figures over each hour of the shift day, which begins when the office's last day ended."
    )
  ]

  /// `Nothing is breached or at risk. The next clock: 20421, respond by 11:38.`
  static func nothingRed(_ model: Model) -> String {
    let running = model.board.open.compactMap { row in row.clock.map { (row.number, $0) } }
      .filter { $0.1.state == .running }
    guard let (number, clock) = running.min(by: { $0.1.dueAt < $1.1.dueAt }) else {
      return "Nothing is breached or at risk, and no clock runs."
    }
    let due = TimeWords.instant(clock.dueAt, now: model.now, model.office.zone)
    let verb = clock.kind == .response ? "respond" : "fix"
    return "Nothing is breached or at risk. The next clock: \(number), \(verb) by \(due)."
  }

  /// `RESPONSE MET 96 % (target 95) ✓ ▁▂▅▇`: the figure, whether it is what is aimed at, how it went.
  static func figure(_ counter: Counter, _ hours: [ShiftTrend.Hour]) -> String {
    let title = Wording.title(of: counter.name).uppercased()
    let value: String
    switch counter.value {
    case .count(let count): value = String(count)
    case .share(let part, _) where counter.name == .load: value = "\(part) %"
    case .share: value = "\(counter.percent ?? 0) %"
    case .mean(let length, _): value = TimeWords.clock(length)
    case .none: value = "–"
    }
    let target = counter.target.map { " (target \($0))" } ?? ""
    let line: String
    switch counter.name {
    case .responseMet: line = " " + Bars(hours.map(\.response.percent), top: 100).line
    case .fixMet: line = " " + Bars(hours.map(\.fix.percent), top: 100).line
    case .done, .inProgress, .assignedAfter, .doneAfter, .load: line = ""
    }
    return "\(title) \(value)\(target)\(counter.sign.map { " \($0)" } ?? "")\(line)"
  }
}
