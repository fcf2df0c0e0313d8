public import Domain

extension Wording {
  /// What a proposal came to: what changed from what, and who was told. `before` is the office it was decided on;
  /// this wording's own office is the one after.
  public func done(_ proposal: Proposal, events: [Event], before: Office) -> String {
    if events.isEmpty { return same(proposal) }
    var lines: [String] = []
    var besides: [String] = []
    for (id, changes) in grouped(events) {
      let old = Wording(office: before, now: now, call: call)
      let order = office.order(id) ?? before.order(id)
      let isAsked = proposal.orders.isEmpty || order.map { proposal.orders.contains($0.number) } ?? true
      let line = orderDone(changes, on: order, old) + hadSaid(changes, order, old)
      if isAsked { lines.append(line) } else { besides.append(line) }
    }
    for event in events {
      if let line = settingsDone(event, before: before) ?? recordDone(event) { lines.append(line) }
    }
    if lines.isEmpty { (lines, besides) = (besides, []) }
    if lines.isEmpty { return "Done." }
    if lines.count + besides.count <= 3 { return (lines + besides).joined(separator: " · ") }
    let others =
      besides.isEmpty ? "" : " · \(besides.count) other\(besides.count == 1 ? "" : "s") changed for it"
    if lines.count <= 3 { return lines.joined(separator: " · ") + others }
    let first = lines.prefix(2).joined(separator: " · ")
    return
      "\(lines.count) \(Wording.participle(proposal.verb)): \(first) and \(lines.count - 2) more\(others)"
  }

  private func same(_ proposal: Proposal) -> String {
    if proposal.orders.isEmpty {
      if case .setPresence(let id, let rule)? = proposal.commands.first {
        return "\(technician(id)) is \(Wording.presence(rule.presence)) already."
      }
      return "Nothing to change: it is so already."
    }
    return
      "\(proposal.orders.map(String.init).joined(separator: ", ").clipped(48)): nothing to change, it is so already."
  }

  /// The events of each order, in the order in which the orders came up.
  private func grouped(_ events: [Event]) -> [(WorkOrder.ID, [WorkOrderEvent])] {
    var groups: [(WorkOrder.ID, [WorkOrderEvent])] = []
    for case .workOrder(let id, let event) in events {
      if let index = groups.firstIndex(where: { $0.0 == id }) {
        groups[index].1.append(event)
      } else {
        groups.append((id, [event]))
      }
    }
    return groups
  }

  /// What technicians had said that nobody at the desk had read when the work was ended, the last of it.
  private func hadSaid(_ events: [WorkOrderEvent], _ order: WorkOrder?, _ old: Wording) -> String {
    guard events.contains(where: { if case .thread(.heard) = $0 { true } else { false } }), let order,
      let last = (old.office.order(order.id) ?? order).thread.unread(by: .desk).last
    else { return "" }
    return " · \(person(last.by)) had said: \"\(last.words.clipped(60))\""
  }

  private func orderDone(_ events: [WorkOrderEvent], on order: WorkOrder?, _ old: Wording) -> String {
    guard let order else { return "Done." }
    let earlier = old.office.order(order.id)
    let number = Wording.number(order)
    let unexpected = events.compactMap { event -> String? in
      if case .anomalyFound(let kind, let detail, let facts) = event { odd(kind, detail, facts) } else { nil }
    }
    let anomaly = unexpected.isEmpty ? "" : " · flagged as unexpected: \(unexpected.joined(separator: ", "))"
    let after = messages(events)
    let tail = after.isEmpty ? "" : " · \(after)"
    if let further = furtherDone(events, on: order, earlier, old) { return further + anomaly + tail }
    if events.contains(where: { if case .assigned = $0 { true } else { false } }) {
      let done = earlier?.technician == nil ? "given" : "moved"
      let told = asksAnew(events, earlier, order) ?? told(events, order) + tookAway(events, earlier, order)
      return "\(number) \(done) to \(holder(order))\(was(earlier))\(told)" + anomaly + tail
    }
    if events.contains(where: { if case .pencilledIn = $0 { true } else { false } }) {
      return "\(number) pencilled in for \(holder(order))\(was(earlier)) · nobody is told" + anomaly + tail
    }
    if let postponed = events.lazy.compactMap({ if case .postponed(let to?) = $0 { to } else { nil } }).first
    {
      let was = earlier?.technician == nil ? "" : was(earlier)
      return "\(number) put off to \(day(postponed))\(was)\(tookAway(events, earlier, order))" + anomaly
        + tail
    }
    if let length = length(events, earlier) {
      return "\(number) takes \(length), \(holder(order))" + anomaly + tail
    }
    if events.contains(where: { if case .visitMoved = $0 { true } else { false } }), !holder(order).isEmpty {
      return "\(number) moved to \(holder(order))\(was(earlier))" + anomaly + tail
    }
    if events.allSatisfy({ if case .message = $0 { true } else { false } }) { return "\(number): \(after)" }
    return "\(number) \(words(events, order))\(tookAway(events, earlier, order))\(against(earlier, order))"
      + anomaly
      + tail
  }

  /// That a visit stands outside what is promised by now: ` · Ruiz 19:35 stands against it, move it`.
  private func against(_ earlier: WorkOrder?, _ order: WorkOrder) -> String {
    guard order.technician != nil, let window = order.openPromise, window != earlier?.openPromise,
      let start = order.openVisit?.start, start < window.start || window.end < start
    else { return "" }
    return " · \(holder(order)) stands against it: it has to be moved"
  }

  /// Who had answered to another time and is told and asked anew: ` · Chen had accepted and is asked anew, by phone`.
  private func asksAnew(_ events: [WorkOrderEvent], _ earlier: WorkOrder?, _ order: WorkOrder) -> String? {
    guard let before = earlier?.openVisit?.activeAssignment, before.status.isTold,
      let active = order.openVisit?.activeAssignment, active.technician == before.technician
    else { return nil }
    if events.contains(where: { if case .assigned(_, _, _, _?) = $0 { true } else { false } }) { return nil }
    let had = before.status == .accepted ? "had accepted" : "knew the other time"
    let road = active.toldBy == .message ? "" : ", by phone"
    return " · \(technician(active.technician)) \(had) and is asked anew\(road)"
  }

  /// How long a visit takes now that stays where it was: `1:30 (was 1:00)`.
  private func length(_ events: [WorkOrderEvent], _ earlier: WorkOrder?) -> String? {
    guard let before = earlier?.openVisit else { return nil }
    for case .visitMoved(before.id, let start, let estimate) in events
    where start == before.start && estimate != before.estimate {
      return "\(TimeWords.length(estimate)) (was \(TimeWords.length(before.estimate)))"
    }
    return nil
  }

  /// Who was told of it and has it no longer, where nobody writes it to him, and what an undo would not bring back:
  /// ` · phone Chen now: 20418 is gone, after 30 s an undo asks him anew`.
  private func tookAway(_ events: [WorkOrderEvent], _ earlier: WorkOrder?, _ order: WorkOrder) -> String {
    guard let earlier, let active = earlier.openVisit?.activeAssignment, active.status.isTold,
      order.technician != active.technician,
      events.contains(where: { if case .unassigned(_, active.technician) = $0 { true } else { false } })
    else { return "" }
    let anew = active.status == .dispatched ? "" : ", \(asksAnewLater)"
    if isWritten(to: active.technician, events) { return anew.isEmpty ? "" : " · \(anew.dropFirst(2))" }
    if isUnheard(active, earlier, events) { return "" }
    let when = waitsForOffice ? "when the office has it" : "now"
    let hasPhone = office.technician(active.technician)?.phone != nil
    let number = hasPhone ? "" : ", no number is on record"
    return " · \(hasPhone ? "phone" : "tell") \(technician(active.technician)) \(when): "
      + "\(earlier.number) is gone\(number)\(anew)"
  }

  /// From when on an undo does not give back what somebody had answered.
  var asksAnewLater: String { "after \(office.limits.messageWait.seconds) s an undo asks him anew" }

  /// Whether every message that told him of it is taken back before it left.
  private func isUnheard(
    _ active: Assignment, _ earlier: WorkOrder, _ events: [WorkOrderEvent]
  ) -> Bool {
    let his = earlier.messages.filter { $0.to == .technician(active.technician) && $0.state != .recalled }
    let recalled = events.compactMap { event -> OutgoingMessage.ID? in
      if case .message(let id, .recalled) = event { id } else { nil }
    }
    return active.status == .dispatched && !his.isEmpty && his.allSatisfy { recalled.contains($0.id) }
  }

  /// Who has it and when: `Chen 11:00`.
  private func holder(_ order: WorkOrder) -> String {
    let time = order.openVisit?.start.map { planned($0) }
    return [order.technician.map { technician($0) }, time].compactMap(\.self).joined(separator: " ")
  }

  private func was(_ earlier: WorkOrder?) -> String {
    // An hour that nobody had yet is not what somebody had before.
    guard let earlier, earlier.technician != nil else { return "" }
    return " (was \(holder(earlier)))"
  }

  private func told(_ events: [WorkOrderEvent], _ order: WorkOrder) -> String {
    for case .assigned(_, let technician, let told, let known) in events {
      let name = self.technician(technician)
      if !told { return " · \(name) is told when it is dispatched" }
      if known != nil { return " · \(name) has \(order.number) as before" }
      // What is written to him is said with the other messages.
      if isWritten(to: technician, events) { return "" }
      let when = waitsForOffice ? "when the office has it" : "now"
      let hasPhone = office.technician(technician)?.phone != nil
      return " · \(hasPhone ? "phone" : "tell") \(name) \(when)\(hasPhone ? "" : ": no number is on record")"
    }
    return ""
  }

  func isWritten(to technician: Technician.ID, _ events: [WorkOrderEvent]) -> Bool {
    events.contains { event in
      if case .message(_, .written(let message)) = event {
        message.to == .technician(technician)
      } else {
        false
      }
    }
  }

  /// The sentence of the event that says most.
  private func words(_ events: [WorkOrderEvent], _ order: WorkOrder) -> String {
    // A hold on site ends the visit, too; what counts is that the order is held.
    let isHeld = events.contains { if case .putOnHold = $0 { true } else { false } }
    let original = events.lazy.compactMap { event in
      if case .markedDuplicate(_, let number) = event { number } else { nil }
    }.first
    for event in events {
      switch event {
      case .visitNotDone where isHeld: continue
      case .logged(let work) where original != nil:
        return "logged and added to \(original ?? 0): \(work.summary.clipped(40))"
      case .logged(let work): return "logged: \(work.summary.clipped(40)) · \(promise(order))"
      case .putOnHold(let hold):
        return "held for \(hold.reason.rawValue), review \(time(hold.reviewAt)) · \(paused(order))"
      case .visitPinned(_, let pin):
        if pin == .nothing { return "not pinned, by a promise neither" }
        return (pins(order) ?? pin.map(Wording.pin)).map { "pinned: \($0)" } ?? "not pinned any more"
      case .postponed(nil): return "is for today again"
      case .visitCrewed(_, let helpers, let roles):
        return helpers.isEmpty
          ? "nobody comes along" : "\(names(helpers, roles)) \(helpers.count == 1 ? "comes" : "come") along"
      case .holdRestored(let hold):
        return hold.map { "held for \($0.reason.rawValue) as before · \(paused(order))" }
          ?? "not held · \(promise(order))"
      case .released:
        let isQueued = order.openVisit?.activeAssignment == nil
        return "released\(isQueued ? ", it is in the queue: dispatch says who goes" : "") · \(promise(order))"
      case .closed(let record): return "closed\(outcome(record))"
      case .cancelled(_, _, let fee): return "cancelled\(fee.map { ", fee \($0.text)" } ?? ", no fee")"
      case .markedDuplicate(_, let number): return "ended as a duplicate of \(number)"
      case .reopened: return "reopened, it is \(Wording.status(order.status))"
      case .returnedForRework(_, let reason):
        return reason == nil ? "done as before, awaiting review" : "sent back, it is in the queue"
      case .endingRestored: return "\(Wording.status(order.status)) as before"
      case .unassigned(_, let technician):
        return "taken back from \(self.technician(technician)), it is in the queue"
      case .calledAgain:
        return "called again, \(order.furtherCalls + 1) calls by now · \(promise(order))"
      case .stepTakenBack(_, let step):
        return "\(Self.status(step)) taken back, it is \(Wording.status(order.status))"
      case .visitDone: return "completed, \(goesOn(order, events) ?? "awaiting review")"
      case .visitNotDone(_, let reason, _): return "not done: \(reason.clipped(40))"
      case .triaged,
        .priorityChanged where events.contains(.triaged):
        return triaged(events, order)
      case .priorityChanged(let from, let to, let reason?) where from == to:
        return "priority stays \(from.text), the reason now is \(reason.clipped(40))"
      case .priorityRestored(let from, let to, _, isConfirmed: false, _) where from == to:
        return "priority \(to.text) is proposed again · \(promise(order))"
      case .priorityChanged(let from, let to, _), .priorityRestored(let from, let to, _, _, _),
        .priorityRaised(let from, let to, _, _):
        let was = to == from ? "confirmed" : "(was \(from.text))"
        return "priority \(to.text) \(was) · \(promise(order))"
      case .imported, .importUpdated, .ruleApplied, .untriaged, .visitDropped, .edited,
        .flagged, .unflagged, .claimed,
        .claimReleased, .visitPlanned, .furtherVisitPlanned, .visitMoved, .assigned, .pencilledIn,
        .dispatched, .toldBy, .seen,
        .accepted,
        .declined,
        .travelStarted, .arrived, .noted, .partUsed, .attached, .anomalyFound, .postponed, .message, .thread,
        .signOffSealed,
        .alertChanged, .breachExplained, .accessMissed:
        continue
      }
    }
    // Whoever answers has read, which is not what he said.
    let telling =
      events.first { if case .thread(.said) = $0 { true } else { false } }
      ?? events.first { if case .message = $0 { false } else { true } }
    return telling.map { self.event($0).clipped(60) } ?? "changed"
  }

  /// Both due times: `respond by 11:41, fix by 14:41`; what is over is said to be missed.
  func promise(_ order: WorkOrder) -> String {
    let open = office.clocks(of: order, at: now).filter { $0.metAt == nil }
    if open.isEmpty { return "no clock runs" }
    return open.map { clock in
      clock.isMissed
        ? "\(clock.kind.rawValue) missed by \(TimeWords.missed(clock))"
        : "\(clock.kind == .response ? "respond" : "fix") by \(time(clock.dueAt))"
    }.joined(separator: ", ")
  }

  private func paused(_ order: WorkOrder) -> String {
    let paused = office.clocks(of: order, at: now).filter { $0.state == .paused }.map {
      $0.kind == .response ? "response" : "fix"
    }
    return paused.isEmpty ? "no clock pauses" : "\(paused.joined(separator: " and ")) paused"
  }

  private func outcome(_ record: ServiceLevelRecord) -> String {
    let parts = [("response", record.response), ("fix", record.fix)].compactMap { name, outcome in
      outcome.map {
        "\(name) \($0.remaining < .zero ? "missed by \(TimeWords.lateness(.zero - $0.remaining))" : "met")"
      }
    }
    return parts.isEmpty ? "" : " · " + parts.joined(separator: ", ")
  }
}
