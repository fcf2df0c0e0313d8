public import DayPlan
import Domain

/// What is in trouble, and how it is planned anew.
extension Wording {
  public func trouble(_ trouble: DayTrouble) -> [String] {
    if trouble.isEmpty { return ["Nothing is in trouble: nobody is late or away, and nothing urgent waits."] }
    let again = { (subject: String) in "\(Wording.word(of: ReplanVerb.name)) \(subject)" }
    let late = trouble.late.map { one in
      "\(technician(one.technician))  \(self.late(one.lateness)) · \(again(handle(one.technician)))"
    }
    let away = trouble.away.map { one in
      "\(technician(one.technician))  away, \(one.visits) visit\(one.visits == 1 ? "" : "s") "
        + "need\(one.visits == 1 ? "s" : "") another home · \(again(handle(one.technician)))"
    }
    let waiting = trouble.waiting.compactMap { office.order($0) }.map { order in
      "\(order.number)  \(order.priority.text), nobody has it: "
        + "\(order.summary.clipped(40)) · \(again(String(order.number)))"
    }
    return late + away + waiting
  }

  private func late(_ lateness: Lateness) -> String {
    switch lateness {
    case .over(let number, let by): "\(TimeWords.length(by)) over at \(number)"
    case .onTheWay(let number, let by): "on the way to \(number), \(TimeWords.length(by)) late"
    case .next(let number, let by): "would come \(TimeWords.length(by)) late to \(number)"
    }
  }

  private func handle(_ technician: Technician.ID) -> String { office.technician(technician)?.handle ?? "?" }
}
