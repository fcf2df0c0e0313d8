public import DayPlan
import Domain

/// What an answer says as a whole.
extension Wording {
  /// What is asked, as a title; `answer` knows whether somebody is late at all.
  public func title(_ question: PlanQuestion, _ answer: PlanAnswer? = nil) -> String {
    let on = when(answer?.day ?? question.day)
    return switch question {
    case .waiting(let orders, _):
      (orders.isEmpty ? "Plan what nobody has" : "Plan \(orders.count) order\(orders.count == 1 ? "" : "s")")
        + on
    case .route(let technician, _): "Another order for \(self.technician(technician))\(on)"
    case .among(let technicians, let day):
      "The \(day == nil ? "rest of the day" : "day") of \(names(technicians))\(on)"
    case .away(let technician, .some): "\(self.technician(technician)) cannot\(on): his visits of that day"
    case .away(let technician, nil):
      office.isAwayLater(technician, at: now)
        ? "\(self.technician(technician)) is away later: what begins then"
        : "\(self.technician(technician)) cannot: the rest of the day"
    case .late(let technician, _, let by?):
      "\(self.technician(technician)) begins \(TimeWords.length(by)) later\(on)"
    case .late(let technician, _, nil):
      isInTime(technician, answer)
        ? "How \(self.technician(technician)) stands\(on)" : "\(self.technician(technician)) is late\(on)"
    case .urgent(let order, _):
      switch office.order(order)?.priority {
      case .p1, .p2: "\(number(order))\(priority(order)) cannot wait\(on)"
      case .p3, .p4, nil: "Who comes to \(number(order))\(priority(order))\(on)"
      }
    case .fill(let technician, let at):
      "What fits \(self.technician(technician))'s free time" + (at.map { " around \(time($0))" } ?? "")
    case .together(let order, _): "\(number(order))\(priority(order)) with what waits near it\(on)"
    }
  }

  /// `, Wed 25 Nov`; nothing for today.
  private func when(_ day: CivilDate?) -> String { day.map { ", \(TimeWords.day($0))" } ?? "" }

  private func isInTime(_ technician: Technician.ID, _ answer: PlanAnswer?) -> Bool {
    let inTime: [PlanAnswer.Nothing] = [.notLate(technician), .nothingAhead(technician), .nobodyWorks]
    return answer?.nothing.map { inTime.contains($0) } ?? false
  }

  /// The whole answer as text for the shell, an option after the other without what is left out of it, each with what
  /// takes it.
  public func plan(_ answer: PlanAnswer, dropping numbers: [Int] = []) -> [String] {
    var lines = [title(answer.question, answer)] + (answer.staying.map { [staying($0)] } ?? [])
    if let nothing = answer.nothing { return lines + [self.nothing(nothing, on: answer.day)] }
    for (number, option) in answer.options.enumerated() {
      lines.append("\(number + 1)  \(headline(option.kind))")
      let struck = option.changes.filter { numbers.contains($0.number) }
      let fallen = option.fallen(with: Set(struck.map(\.id)))
      let out = Set(struck.map(\.id)).union(fallen.keys)
      let (before, after) = (option.before, option.after(dropping: out))
      if let saved = saved(option.kind, before, after) { lines.append("   \(saved)") }
      lines.append("   \(figures(before, after).joined(separator: " · "))")
      let affected = affected(option, dropping: out)
      if !affected.isEmpty { lines.append("   \(affected)") }
      let reasons = reasons(option.kind) + weight(option)
      if !reasons.isEmpty { lines.append("   \(reasons.joined(separator: " · "))") }
      for one in option.changes where out.contains(one.id) {
        lines.append("   \(one.number)  stays as it is: \(fallen[one.id].map(fall) ?? "struck out")")
      }
      for one in option.judged(dropping: out) {
        lines.append("   \(change(one))\(option.ways[one.id].map { " · \(far($0))" } ?? "")")
        for missed in missed(by: one) { lines.append("      ✗ \(missed)") }
        for broken in one.broken {
          lines.append("      \(reason(broken.evidence, technician(handle: broken.technician)))")
        }
      }
      lines += option.left.map { "   \(left($0))" }
      let unknown = numbers.filter { one in !struck.contains { $0.number == one } }
      lines += unknown.map { "   \($0)  is not changed by this way: there is nothing to strike out" }
      let drop = struck.map { " --drop \($0.number)" }.joined()
      lines.append("   to do it: the same with --take \(number + 1)\(drop) --seen \(option.name(at: now))")
    }
    return lines
  }
}
