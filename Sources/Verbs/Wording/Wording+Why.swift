public import Domain

/// How a field came to be what it is.
extension Wording {
  /// A field's value as people read it: names for ids, clock times for instants, figures hidden that lists hide.
  public func value(_ text: String?, of field: String, _ secrecy: FieldValue.Secrecy = .open) -> String {
    guard let text else { return "nothing" }
    switch secrecy {
    case .phone: return Wording.hidden(phone: text)
    case .code: return "hidden"
    case .open: break
    }
    switch field {
    case "customer", "parent", "site", "equipment", "contract", "technician", "claim":
      return name(ofID: text) ?? text
    case "window": return AppointmentWindow(text: text).map { window($0) } ?? text
    case "start": return Timestamp(rfc3339: text).map { time($0) } ?? text
    case "status": return WorkOrderStatus(rawValue: text).map(Wording.status) ?? text
    case "presence": return Presence(rawValue: text).map(Wording.presence) ?? text
    case "flag", "postponed": return CivilDate(iso: text).map { day($0) } ?? text
    default: return text
    }
  }

  private func name(ofID text: String) -> String? {
    Customer.ID(text).flatMap { office.customer($0)?.name } ?? Site.ID(text).flatMap { office.site($0)?.name }
      ?? Equipment.ID(text).flatMap { office.equipment($0)?.name }
      ?? Technician.ID(text).flatMap { office.technician($0)?.name.words }
      ?? Person.ID(text).flatMap { office.person($0)?.name.words }
      ?? Contract.ID(text).flatMap { office.contract($0)?.name }
  }

  /// Who it was, as a line says it: a rule, or a person.
  public func who(_ change: RecordedChange) -> String {
    change.rule.map { "rule \($0.rawValue)" } ?? person(change.person)
  }

  /// `gold → silver (undone): because he asked`: what a change turned into what.
  public func change(_ change: RecordedChange) -> String {
    let before = value(change.before, of: change.field, change.secrecy)
    let after = value(change.after, of: change.field, change.secrecy)
    let back = change.isReversal ? " (taken back)" : ""
    return "\(before) → \(after)\(back)\(change.reason.map { ": \($0)" } ?? "")"
  }

  /// What a field of an order follows from, with its figures; empty for one that somebody simply sets.
  public func rule(of field: String, _ order: WorkOrder) -> [String] {
    switch field {
    case "priority", "proposed", "agreedPriority": return priorityRule(order)
    case "score":
      let score = office.score(of: order, at: now)
      return ["\(score.total), the sum of"] + score.terms.map { "  \($0.kind.rawValue) \($0.points)" }
    case "response": return clockRule(.response, order)
    case "fix": return clockRule(.fix, order)
    case "status": return [statusRule(order)]
    case "arrival": return [arrival(of: order)]
    default: return []
    }
  }

  private func priorityRule(_ order: WorkOrder) -> [String] {
    let proposal = office.proposedPriority(of: order)
    var lines =
      ["The rules propose \(proposal.priority.text):"] + proposal.steps.map { "  \(Wording.step($0))" }
    if let agreed = order.agreedPriority {
      lines.append("The clocks keep to \(agreed.text), which was promised before a rule raised it.")
    }
    return lines
  }

  private func clockRule(_ kind: ClockFace.Kind, _ order: WorkOrder) -> [String] {
    let clocks = office.clockExplanations(of: order, at: now).filter { $0.face.kind == kind }
    if clocks.isEmpty { return ["Nothing was promised for such work."] }
    return clocks.flatMap { explanation in
      [clock(explanation)]
        + explanation.pauses.map { pause in
          let end = pause.to.map { time($0) } ?? "now"
          let counts = pause.counts ? "takes out \(TimeWords.length(pause.open))" : "stops nothing"
          return "  held for \(pause.reason.rawValue) \(time(pause.from)) to \(end): \(counts)"
        }
    }
  }

  private func statusRule(_ order: WorkOrder) -> String {
    let who = order.technician.map { technician($0) } ?? "nobody"
    let since = order.openVisit?.activeAssignment
    switch order.status {
    case .new: return "New: no trade is named yet."
    case .triage: return "In triage: nobody has confirmed its priority."
    case .ready: return "Ready: it is triaged, and nobody has it."
    case .tentative: return "Tentative: \(who) has it, for no time yet."
    case .scheduled: return "Scheduled: \(who) has it and was not told."
    case .dispatched where since.map(isUntold) ?? false:
      return "\(who) has it and was \(Wording.untold)."
    case .dispatched: return "Dispatched: \(who) was told\(since?.dispatchedAt.map { " \(time($0))" } ?? "")."
    case .accepted: return "Accepted by \(who)\(since?.acceptedAt.map { " \(time($0))" } ?? "")."
    case .travelling: return "\(who) is on the way\(since?.travellingAt.map { " since \(time($0))" } ?? "")."
    case .onSite: return "\(who) is there\(since?.onSiteAt.map { " since \(time($0))" } ?? "")."
    case .held: return order.hold.map { "Held for \($0.reason.rawValue) since \(time($0.since))." } ?? "Held."
    case .review: return "Done\(order.doneAt.map { " \(time($0))" } ?? ""), and nobody has closed it."
    case .notDone: return "Not done: the last visit ended without it, and nobody has it."
    case .closed, .cancelled, .duplicate:
      return "\(Wording.status(order.status).capitalisedFirst) \(order.ending.map { time($0.at) } ?? "")."
    }
  }

  /// `about 11:25: Chen is done with 20391 at 11:00, 25 min away; last seen 9 min ago`: when somebody comes and how
  /// that is known.
  public func arrival(of order: WorkOrder) -> String {
    if let hold = order.hold {
      let held = "it is held for \(hold.reason.rawValue)"
      return hold.reviewAt > now
        ? "Nobody comes before \(time(hold.reviewAt)): \(held)."
        : "Nobody comes: \(held), and its review was due \(time(hold.reviewAt))."
    }
    if order.status == .review, let done = order.outcome, let at = done.endedAt {
      return "Done \(time(at)) by \(technician(done.technician)); it awaits review."
    }
    guard let technician = order.technician else {
      let window = order.appointment.map { ", promised \(self.window($0))" } ?? ""
      return order.isEnded ? "Nobody comes any more." : "Nobody has it yet\(window)."
    }
    guard let arrival = office.arrival(of: order, at: now) else {
      return "\(self.technician(technician)) has it, for no time yet."
    }
    let name = self.technician(arrival.technician)
    let late = arrival.late.map { ", \(TimeWords.length($0)) after what was promised" } ?? ""
    let seen = arrival.lastSeenAt.map { " (last seen \(TimeWords.length(now - $0)) ago)" } ?? ""
    switch arrival.source {
    case .onSite(let since): return "\(name) is there since \(time(since))."
    case .travelling(let since, let way):
      let how = way.map { "\(TimeWords.length($0)) away" } ?? "the way is not known"
      return "About \(time(arrival.at))\(late): \(name) set out \(time(since)), \(how)\(seen)."
    case .plan:
      return "\(time(arrival.at))\(late), as planned: \(name) is expected to be free by then\(seen)."
    case .after(let number, let free, let way):
      return
        "About \(time(arrival.at))\(late): \(name) is on \(number) until \(time(free)), \(away(way))\(seen)."
    case .wayFromNow(let way):
      return "About \(time(arrival.at))\(late): \(name) has not set out, \(away(way))\(seen)."
    }
  }

  private func away(_ way: Domain.Travel) -> String {
    way.isGuess
      ? "the way is not known, 20 min are counted"
      : "\(TimeWords.length(way.span)) away, \(Wording.source(way))"
  }
}

extension String {
  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
