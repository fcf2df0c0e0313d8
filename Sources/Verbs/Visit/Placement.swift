import DayPlan
import Domain

/// Who gets an order and from when, where that was not said.
struct Placement {
  let technician: Technician.ID
  let start: Timestamp
  /// Others of his visits that make room.
  var moves: [CandidateMove] = []

  static func choose(
    _ order: WorkOrder, _ technician: Technician.ID?, _ start: Timestamp?, _ length: Span?, _ office: Office,
    at now: Timestamp, for role: Role?, rules: PlanRules
  ) throws(Refusal) -> Placement {
    if order.isEnded { throw .workEnded(order.number, order.status) }
    if let technician, let start { return Placement(technician: technician, start: start) }
    if let technician {
      // The same man again without a time: his visit stays when it is.
      if order.technician == technician, let planned = order.openVisit?.start {
        return Placement(technician: technician, start: planned)
      }
      let candidates = office.exactCandidates(for: order, at: now, for: role, rules: rules)
      if let found = candidates.eligible.first(where: { $0.id == technician }) {
        return Placement(technician: technician, start: found.arrival, moves: found.moves)
      }
      return Placement(technician: technician, start: soonest(technician, order, office, now))
    }
    let candidates = office.exactCandidates(for: order, at: now, for: role, rules: rules)
    guard let best = candidates.best else {
      guard let reason = candidates.obstacle else {
        throw .notFound(.technician("@best"))
      }
      throw .broken(reason)
    }
    return Placement(
      technician: best.id, start: start ?? best.arrival, moves: start == nil ? best.moves : [])
  }

  /// The visit itself, which is what somebody wants to hear of, and then what makes room for it.
  static func commands(
    _ assignment: Command, after moves: [CandidateMove], in office: Office
  ) -> [Command] {
    let room = moves.sorted { $0.to < $1.to }.compactMap { move -> Command? in
      guard let order = office.order(move.order), let visit = order.openVisit else { return nil }
      return .moveVisit(
        order.id,
        MoveVisit(
          start: move.to, length: visit.estimate, replacingStart: visit.start,
          replacingTechnician: order.technician))
    }
    return [assignment] + room
  }

  /// The office as it will be once a command of the same group has been decided.
  static func assuming(_ commands: [Command], in office: Office, _ context: VerbContext) -> Office {
    guard let person = context.person else { return office }
    let submission = Submission(
      id: context.newID(), stamp: Stamp(by: person, at: context.now, console: ConsoleID(high: 0, low: 0)),
      commands: commands, acceptsWarnings: true, isJudgedTogether: true)
    do { return try office.decide(submission).after } catch { return office }
  }

  /// When he would be there if he left now; whether he may is the rules' to say.
  private static func soonest(
    _ technician: Technician.ID, _ order: WorkOrder, _ office: Office, _ now: Timestamp
  ) -> Timestamp {
    let known = office.technician(technician)
    let place = office.site(known?.lastPlace?.site)?.coordinates ?? known?.home
    let arrival = now + office.travel(from: place, to: office.site(order.site)?.coordinates).span
    let wholeMinute = Timestamp(seconds: arrival.seconds + (60 - arrival.seconds % 60) % 60)
    return max(wholeMinute, order.window?.start ?? wholeMinute)
  }
}
