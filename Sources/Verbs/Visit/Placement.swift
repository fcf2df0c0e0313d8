import Domain

/// Who gets an order and from when, where that was not said.
enum Placement {
  static func choose(
    _ order: WorkOrder, _ technician: Technician.ID?, _ start: Timestamp?, _ length: Span?, _ office: Office,
    at now: Timestamp
  ) throws(Refusal) -> (technician: Technician.ID, start: Timestamp) {
    if order.isEnded { throw .workEnded(order.number, order.status) }
    if let technician, let start { return (technician, start) }
    if let technician {
      // The same man again without a time: his visit stays when it is.
      if order.technician == technician, let planned = order.openVisit?.start { return (technician, planned) }
      let candidates = office.candidates(for: order, at: now)
      if let found = candidates.eligible.first(where: { $0.id == technician }) {
        return (technician, found.arrival)
      }
      return (technician, soonest(technician, order, office, now))
    }
    let candidates = office.candidates(for: order, at: now)
    guard let best = candidates.best else {
      guard let reason = candidates.others.compactMap(\.reasons.first).first else {
        throw .notFound(.technician("@best"))
      }
      throw .broken(reason)
    }
    return (best.id, start ?? best.arrival)
  }

  /// The office as it will be once a command of the same group has been decided.
  static func assuming(_ command: Command, in office: Office, _ context: VerbContext) -> Office {
    guard let person = context.person else { return office }
    let submission = Submission(
      id: context.newID(), stamp: Stamp(by: person, at: context.now, console: ConsoleID(high: 0, low: 0)),
      commands: [command], acceptsWarnings: true)
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
