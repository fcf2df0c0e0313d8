public import DayPlan
import Domain

/// What a day comes to by two sets of rules.
public struct TriedDay: Sendable {
  public struct Plan: Sendable {
    /// What the rules are called: `in force`, or their file.
    public let name: String
    public let version: Int
    public let answer: PlanAnswer

    public init(_ name: String, version: Int, _ answer: PlanAnswer) {
      (self.name, self.version, self.answer) = (name, version, answer)
    }
  }

  public let inForce: Plan
  public let tried: Plan

  public init(inForce: Plan, tried: Plan) { (self.inForce, self.tried) = (inForce, tried) }

  /// Whose place differs between the first ways of both.
  var differences: [(number: Int, inForce: MovePreview.Spot?, tried: MovePreview.Spot?)] {
    func spots(_ plan: Plan) -> [Int: MovePreview.Spot] {
      let changes = plan.answer.options.first?.changes ?? []
      return Dictionary(changes.map { ($0.number, $0.to) }) { first, _ in first }
    }
    let (one, other) = (spots(inForce), spots(tried))
    return Set(one.keys).union(other.keys).sorted().filter { one[$0] != other[$0] }
      .map { ($0, one[$0], other[$0]) }
  }
}

extension Wording {
  /// Both plans way by way with their figures, and what the first ways do otherwise.
  public func tried(_ day: TriedDay) -> [String] {
    var lines = [day.inForce, day.tried].flatMap { plan in
      ["  \(plan.name), version \(plan.version)"] + ways(of: plan.answer)
    }
    let differences = day.differences
    if differences.isEmpty { return lines + ["  Both do the same."] }
    let most = 12
    lines.append("  Otherwise, by the rules in force and by \(day.tried.name):")
    lines += differences.prefix(most).map { one in
      "    \(one.number)  \(place(one.inForce)) · \(place(one.tried))"
    }
    if differences.count > most { lines.append("    \(differences.count - most) more") }
    return lines
  }

  private func ways(of answer: PlanAnswer) -> [String] {
    if let nothing = answer.nothing { return ["    \(self.nothing(nothing))"] }
    return answer.options.enumerated().flatMap { number, option in
      [
        "    \(number + 1)  \(headline(option.kind))",
        "       \(figures(option.before, option.after()).joined(separator: " · "))"
      ]
    }
  }

  private func place(_ spot: MovePreview.Spot?) -> String {
    guard let spot else { return "stays" }
    guard let technician = spot.technician else { return "nobody" }
    return [self.technician(technician), spot.start.map { time($0) }].compactMap(\.self).joined(
      separator: " ")
  }
}
