public import Domain
import Planner

/// Why an order is where it is, or why nobody has it, from the plan as it is.
public struct OrderExplanation: Hashable, Sendable {
  public enum Standing: Hashable, Sendable {
    /// Somebody has it and has not set out: when it stands.
    case planned(Technician.ID, at: Timestamp)
    /// Somebody has it who cannot do it that day.
    case withoutHome(Technician.ID)
    case nobody(Verdict)
    /// For another day, on which nobody works.
    case anotherDay(Technician.ID?, Timestamp)
    case underWay(Technician.ID)
    /// Nobody works any more today.
    case nobodyWorks
  }

  /// In a word, why nobody has it.
  public enum Verdict: Hashable, Sendable {
    case fits, nobodyMay, nobodyReaches, full, dearer
  }

  public let order: WorkOrder.ID
  public let number: Int
  public let standing: Standing
  /// What it weighs where it is, by term.
  public let costs: [PlanCost]
  /// The best of the others, and what more it would weigh with him, term by term.
  public let next: Candidate?
  public let dearer: [PlanCost]
  /// Everybody else who could, and everybody who cannot.
  public let others: [Candidate]
  public let refused: [NoCandidate]
  /// What leaving it out weighs, in seconds of driving; nil where no plan of today holds it.
  public let leavingOut: Span?
  /// By which rules.
  public let version: Int
}

extension Office {
  /// Why an order is where it is. Nil for one that has ended or is not of the running day.
  public func explanation(
    of id: WorkOrder.ID, at now: Timestamp, for role: Role? = nil, rules: PlanRules = .usual
  ) -> OrderExplanation? {
    guard let order = order(id), !order.isEnded else { return nil }
    let assignment = order.openVisit?.activeAssignment
    if let assignment, !assignment.status.isAhead {
      return OrderExplanation(order, .underWay(assignment.technician), rules)
    }
    let candidates = exactCandidates(for: order, at: now, for: role, rules: rules)
    let date = self.day(for: order, at: now)
    guard
      let day = RunningDay(
        self, at: now, on: date, rules: rules, taking: [id], rehoming: .orders([id]), for: role),
      let piece = day.places[id]
    else {
      let start = order.openVisit?.start ?? zone.startOfDay(date)
      let isLater = today(at: now) < date
      return OrderExplanation(
        order, isLater ? .anotherDay(order.technician, start) : .nobodyWorks, rules, candidates)
    }
    return day.explanation(of: order, piece, candidates)
  }
}

extension RunningDay {
  fileprivate func explanation(
    of order: WorkOrder, _ piece: Int, _ candidates: Candidates
  ) -> OrderExplanation {
    let suggestion = ground.suggest(piece, in: plan)
    let leavingOut = Span.seconds(Int64(suggestion.leavingOut / rules.unitsASecond))
    if let now = suggestion.now, let holder = order.technician {
      return OrderExplanation(
        order, .planned(holder, at: pieces[piece].start ?? instant(now.start)), rules, candidates,
        costs: costs(now.cost),
        leavingOut: leavingOut)
    }
    let standing: OrderExplanation.Standing =
      order.technician.map { .withoutHome($0) } ?? .nobody(verdict(suggestion, candidates))
    return OrderExplanation(order, standing, rules, candidates, leavingOut: leavingOut)
  }

  private func verdict(
    _ suggestion: Suggestion, _ candidates: Candidates
  ) -> OrderExplanation.Verdict {
    if !candidates.eligible.isEmpty { return .fits }
    return switch suggestion.verdict {
    case .fits, .onlyByDisplacing: .full
    case .nobodyMay: .nobodyMay
    case .nobodyReaches: .nobodyReaches
    case .dearerThanLeavingOut: .dearer
    }
  }
}

extension OrderExplanation {
  fileprivate init(
    _ order: WorkOrder, _ standing: Standing, _ rules: PlanRules, _ candidates: Candidates? = nil,
    costs: [PlanCost] = [], leavingOut: Span? = nil
  ) {
    let able = (candidates?.eligible ?? []).filter { $0.id != order.technician }
    self.order = order.id
    number = order.number
    self.standing = standing
    self.costs = costs
    next = able.first
    dearer = costs.isEmpty ? [] : able.first.map { OrderExplanation.difference($0.costs, costs) } ?? []
    others = Array(able.dropFirst())
    refused = (candidates?.others ?? []).filter { $0.id != order.technician }
    self.leavingOut = leavingOut
    version = rules.version
  }

  /// What one weighs more than the other, by term, the greatest difference first.
  private static func difference(_ one: [PlanCost], _ other: [PlanCost]) -> [PlanCost] {
    if one.isEmpty { return [] }
    func worth(_ costs: [PlanCost], _ term: PlanCost.Term) -> Span {
      costs.first { $0.term == term }?.worth ?? .zero
    }
    return PlanCost.Term.allCases.map { PlanCost($0, worth(one, $0) - worth(other, $0)) }
      .filter { $0.worth != .zero }
      .sorted { $0.worth.seconds.magnitude > $1.worth.seconds.magnitude }
  }
}
