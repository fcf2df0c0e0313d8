import Exchange
import Planner

/// Why a visit of a plan is where it is, or why nobody has it, in words.
struct PlanFileWords {
  let why: PlanExplanation

  var text: String { lines.joined(separator: "\n") }

  private var suggestion: Suggestion { why.suggestion }

  var lines: [String] {
    guard let now = suggestion.now else {
      return ["\(why.visit): nobody has it; \(verdict)."] + offers + reasons
    }
    var lines = ["\(why.visit): \(name(now.technician)) at \(Self.clock(now.start)), \(road(now))."]
    lines.append("  costs \(Self.terms(now.cost))")
    if let other = suggestion.runnerUp, let more = why.dearer {
      lines.append(
        "Next best: \(name(other.technician)) at \(Self.clock(other.start)), \(road(other)); "
          + (more.total < 0 ? "cheaper by \(-more.total)." : "dearer by \(more.total)."))
      lines.append("  the difference: \(Self.terms(more))")
      lines += moves(other)
    } else {
      lines.append("Nobody else has room for it as things are.")
    }
    return lines + reasons
  }
}

extension PlanFileWords {
  private var verdict: String {
    switch suggestion.verdict {
    case .fits: "it fits"
    case .nobodyMay: "nobody may do it"
    case .nobodyReaches: "nobody reaches it in time, even on an empty day"
    case .onlyByDisplacing: "it fits only if something else gives way"
    case .dearerThanLeavingOut: "having it costs more than leaving it out (\(suggestion.leavingOut))"
    }
  }

  /// Where it would fit, five at most.
  private var offers: [String] {
    suggestion.places.prefix(5).flatMap { place in
      ["  \(name(place.technician)) at \(Self.clock(place.start)), \(road(place)): \(Self.terms(place.cost))"]
        + moves(place)
    }
  }

  /// One line for each who is left out.
  private var reasons: [String] {
    let others = suggestion.reasons.filter { $0.technician != suggestion.now?.technician }
    return others.isEmpty
      ? [] : ["Why not:"] + others.map { "  \(name($0.technician)): \(sentence($0.reason))" }
  }

  private func moves(_ place: Suggestion.Place) -> [String] {
    place.moved.isEmpty
      ? []
      : [
        "  moves "
          + place.moved.map { "\(why.file.visits[$0.visit]) \(Self.clock($0.from)) to \(Self.clock($0.to))" }
          .joined(separator: ", ")
      ]
  }

  private func road(_ place: Suggestion.Place) -> String {
    "\(Self.minutes(place.approach)) of driving there\(why.source(of: place).words), \(Self.minutes(place.detour)) more in his day"
  }

  private func name(_ technician: Int) -> String { why.file.technicians[technician] }
}

extension PlanFileWords {
  private func sentence(_ reason: Reason) -> String {
    let file = why.file
    switch reason {
    case .misfit(.pinned(let to)):
      return to < 0 ? "it is pinned to somebody who is not here" : "it is pinned to \(name(to))"
    case .misfit(.forbidden): return "he is not to be sent there"
    case .misfit(.skill(let skill, let has, let needs)):
      return "needs \(file.skills[skill]) at \(needs), has \(has == 0 ? "none" : String(has))"
    case .misfit(.part(let part, let has, let needs)):
      return "needs \(needs) of \(file.parts[part]), has \(has == 0 ? "none" : String(has))"
    case .partsUsed(let part, let left, let needs):
      return "needs \(needs) of \(file.parts[part]), \(left) left after his other visits"
    case .tooFar(let reached, let last):
      return "there at \(Self.clock(reached)) at the earliest, the last start is \(Self.clock(last))"
    case .homeTooLate(let at, let limit):
      return "home at \(Self.clock(at)) at the earliest, \(Self.clock(limit)) is the latest allowed"
    case .noLunch: return "no time for his lunch, even on an empty day"
    case .full(let overtime, let moving):
      let ways = [
        overtime.map { "with \(Self.minutes($0)) more overtime than he may do" },
        moving.map { "if \(file.visits[$0]) moves" }
      ].compactMap(\.self)
      return ways.isEmpty ? "full" : "full; it fits " + ways.joined(separator: ", or ")
    case .dearer(let cost, let leavingOut): return "fits at \(cost), leaving it out costs \(leavingOut)"
    }
  }

  /// The total, then what makes it up.
  private static func terms(_ cost: Cost) -> String {
    let parts = cost.terms.dropFirst().filter { $0.cost != 0 }.map { "\($0.name) \($0.cost)" }
    return "\(cost.total)" + (parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))")
  }

  private static func minutes(_ seconds: Int) -> String {
    "\(seconds < 0 ? -((30 - seconds) / 60) : (seconds + 30) / 60) min"
  }

  /// An hour of the day; days before and after it are said.
  static func clock(_ seconds: Int) -> String {
    let day = seconds < 0 ? (seconds - 86_399) / 86_400 : seconds / 86_400
    let minute = (seconds - day * 86_400) / 60
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return two(minute / 60) + ":" + two(minute % 60) + (day == 0 ? "" : day > 0 ? " +\(day)d" : " \(day)d")
  }
}
