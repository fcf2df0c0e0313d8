import Domain
import Planner

/// Why not, as members of a JSON object, in the names of the problem's file.
struct ReasonWords {
  let file: PlanProblemFile

  func members(_ reason: Reason) -> String {
    switch reason {
    case .misfit(.pinned(let to)):
      "\"why\":\"pinned\"" + (to < 0 ? "" : ",\"to\":\(JSONText.quoted(file.technicians[to]))")
    case .misfit(.forbidden): "\"why\":\"forbidden\""
    case .misfit(.skill(let index, let has, let needs)):
      named("skill", file.skills[index], "has", has, "needs", needs)
    case .misfit(.part(let index, let has, let needs)):
      named("part", file.parts[index], "has", has, "needs", needs)
    case .partsUsed(let index, let left, let needs):
      named("part", file.parts[index], "left", left, "needs", needs)
    case .tooFar(let reached, let last): "\"why\":\"too far\",\"reached\":\(reached),\"lastWindow\":\(last)"
    case .homeTooLate(let at, let limit): "\"why\":\"home too late\",\"at\":\(at),\"limit\":\(limit)"
    case .noLunch: "\"why\":\"no time for the break\""
    case .full(let overtime, let moving):
      "\"why\":\"full\"" + (overtime.map { ",\"overtimeS\":\($0)" } ?? "")
        + (moving.map { ",\"moving\":\(JSONText.quoted(file.visits[$0]))" } ?? "")
    case .dearer(let cost, let leavingOut): "\"why\":\"dearer\",\"cost\":\(cost),\"leavingOut\":\(leavingOut)"
    }
  }

  private func named(
    _ why: String, _ name: String, _ first: String, _ one: Int, _ second: String, _ other: Int
  ) -> String {
    "\"why\":\"\(why)\",\"\(why)\":\(JSONText.quoted(name)),\"\(first)\":\(one),\"\(second)\":\(other)"
  }
}
