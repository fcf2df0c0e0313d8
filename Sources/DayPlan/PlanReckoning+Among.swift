import Domain
import Planner

extension PlanReckoning {
  /// The rest of the day of some technicians, shared among them as it costs least.
  func among(_ technicians: [Technician.ID], _ question: PlanQuestion) -> PlanAnswer? {
    guard let day = day() else { return nothing(question, .nobodyWorks) }
    var members: Set<Int> = []
    for technician in technicians {
      guard let member = day.member(technician) else {
        return nothing(question, .notHere(technician))
      }
      members.insert(member)
    }
    let found = day.shared(among: members, tries: max(1, rules.tries / 2), isCancelled)
    if isCancelled() { return nil }
    let option = found.flatMap { day.option(.shared(technicians), $0, isDivisible: true) }
    let isChange = option?.changes.isEmpty == false
    return on(
      planned,
      PlanAnswer(question, isChange ? [option].compactMap(\.self) : [], else: .sharedBest(technicians)))
  }
}
