public import DayPlan
import Domain

/// Why an order is where it is, in words.
extension Wording {
  /// A line for where it is and what that weighs, the next best, everybody else who could, and why the rest cannot.
  public func explanation(_ why: OrderExplanation) -> [String] {
    let name = "\(why.number)\(office.order(why.order).map { " (\($0.priority.text))" } ?? "")"
    var lines = ["\(name): \(held(why.order))\(standing(why.standing))"]
    if !why.costs.isEmpty { lines.append("  \(closed(costs(why.costs)))") }
    if let next = why.next {
      let verb = why.costs.isEmpty ? "Best" : "Next best"
      var line = "\(verb): \(next.name) at \(time(next.arrival)), \(way(next.travel)) \(origin(next.from))"
      if !why.dearer.isEmpty { line += ", \(difference(why.dearer))" }
      lines.append(line + ".")
      if why.costs.isEmpty { lines.append("  \(closed(costs(next.costs)))") }
      lines += besides(next)
    } else if case .planned = why.standing {
      lines.append("Nobody else has room for it as things are.")
    }
    if !why.others.isEmpty {
      lines.append("Others who could:")
      for one in why.others {
        lines.append("  \(one.name) at \(time(one.arrival)), \(way(one.travel)). \(closed(costs(one.costs)))")
        lines += besides(one)
      }
    }
    if !why.refused.isEmpty {
      lines.append("Why not:")
      lines += why.refused.map { "  \($0.name): \(refusal(of: $0))" }
    }
    if let left = why.leavingOut, !why.costs.isEmpty || !why.refused.isEmpty {
      lines.append(
        "Leaving it out would weigh \(Wording.minutes(left)) of driving (rules version \(why.version)).")
    }
    return lines
  }

  private func closed(_ text: String) -> String { text.hasSuffix(".") ? text : text + "." }

  private func held(_ order: WorkOrder.ID) -> String {
    guard let hold = office.order(order)?.hold else { return "" }
    return "held for \(hold.reason.rawValue) until a look at \(time(hold.reviewAt)), and no plan moves it; "
  }

  private func standing(_ standing: OrderExplanation.Standing) -> String {
    switch standing {
    case .planned(let who, let at): "\(technician(who)) at \(time(at)), as the day stands."
    case .withoutHome(let who): "\(technician(who)) has it and cannot do it then."
    case .nobody(.fits): "nobody has it, and it fits."
    case .nobody(.nobodyMay): "nobody has it; nobody who works then may do it."
    case .nobody(.nobodyReaches): "nobody has it; nobody would be there in time or home again."
    case .nobody(.full): "nobody has it; every day that could hold it is full."
    case .nobody(.dearer): "nobody has it; it would cost more than waiting does."
    case .anotherDay(let who, let at):
      "\(who.map { technician($0) } ?? "nobody") at \(time(at)), a day on which nobody works: "
        + "nothing is weighed."
    case .underWay(let who): "\(technician(who)) is on it or on the way; nothing is left to plan."
    case .nobodyWorks: "nobody works any more today."
    }
  }

  /// `dearer by 12 min of driving: travel 8 min, uneven work 4 min`.
  private func difference(_ terms: [PlanCost]) -> String {
    let total = terms.map(\.worth).reduce(.zero, +)
    let words = terms.map { "\(Wording.term($0.term)) \(Wording.minutes($0.worth))" }.joined(separator: ", ")
    if total < .zero { return "lighter by \(Wording.minutes(.zero - total)) of driving: \(words)" }
    return "dearer by \(Wording.minutes(total)) of driving: \(words)"
  }

  /// What else it would bring with it.
  private func besides(_ one: Candidate) -> [String] {
    (one.moves.isEmpty ? [] : ["  \(moves(one.moves))."]) + warnings(of: one).map { "  warn: \($0)." }
  }
}
