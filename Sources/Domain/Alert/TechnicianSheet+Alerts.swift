/// The alerts of a technician's day: a visit over its estimate, no sign of life, two visits at one time, and what he
/// has before him and is not there for.
extension TechnicianSheet {
  func alerts(_ outlook: TechnicianOutlook) -> [Alert] {
    let own = [overrun(outlook), silence(outlook), window(outlook)].compactMap(\.self)
    let late = tooLate.filter { one in !own.contains { $0.id == one.id } }
    let ahead = overlaps(at: outlook.now) + homeless(at: outlook.now) + early + late
    return (own + ahead).compactMap { alert in
      let visit = visits.first { $0.order == alert.orderID }
      return alert.standing(visit?.lives ?? [], terms, learned: visit?.learnedAt, at: outlook.now)
    }
  }

  private func overrun(_ outlook: TechnicianOutlook) -> Alert? {
    guard let current, !current.isOff, let end = outlook.plannedEnd, outlook.isOverrunning else { return nil }
    return Alert(
      id: Alert.ID(.overrun, order: current.number, technician: technician.handle, cause: end),
      severity: outlook.endangersNext ? .high : .medium, since: max(end, current.standsSince),
      orderID: current.order, technicianID: technician.id,
      evidence: .overrun(by: outlook.overrun, technician: technician.name.words, next: next?.number),
      remedy: .replan)
  }

  /// The next window is in danger: on the way too late, or too late for the visit after this one. One who is
  /// over his estimate has that alert already, and it says what it endangers.
  private func window(_ outlook: TechnicianOutlook) -> Alert? {
    if outlook.isOverrunning { return nil }
    if let current, let latest = current.latest, let arrival = outlook.arrival, arrival > latest {
      let isFromTheFirst = outlook.expectedArrival.map { $0 > latest } ?? false
      return window(of: current, arrival, latest, since: isFromTheFirst ? current.travellingAt : latest)
    }
    guard let next, let latest = next.latest, outlook.endangersNext, latest >= day.midnights.start else {
      return nil
    }
    return window(of: next, outlook.arrivalAtNext, latest, since: outlook.endangersNextSince(latest))
  }

  /// `since` is when it came about, of a visit that was not planned too late: that is so since it stands there.
  private func window(
    of visit: VisitSheet, _ arrival: Timestamp, _ latest: Timestamp, since: Timestamp? = nil
  ) -> Alert {
    let isPlannedLate = visit.planned.map { latest < $0.start } ?? false
    return Alert(
      id: Alert.ID(.windowInDanger, order: visit.number, technician: technician.handle, cause: latest),
      severity: .medium,
      since: isPlannedLate ? visit.standsSince : max(visit.standsSince, since ?? visit.standsSince),
      orderID: visit.order, technicianID: technician.id,
      evidence: .window(technician: technician.name.words, arrival: arrival, latest: latest),
      remedy: .replan)
  }

  /// Each visit that stands before the time that its customer was promised by now.
  private var early: [Alert] {
    visits.compactMap { visit in
      guard visit.isAhead, !visit.isUnderWay, !visit.isHelp, let start = visit.planned?.start,
        let opens = visit.opens, start < opens
      else { return nil }
      return Alert(
        id: Alert.ID(.windowInDanger, order: visit.number, technician: technician.handle, cause: opens),
        severity: .medium, since: visit.standsSince, orderID: visit.order, technicianID: technician.id,
        evidence: .early(technician: technician.name.words, start: start, opens: opens), remedy: .replan)
    }
  }

  /// Each visit that stands after the time that its customer was promised by now is over.
  private var tooLate: [Alert] {
    visits.compactMap { visit in
      guard visit.isAhead, !visit.isUnderWay, !visit.isHelp, let start = visit.planned?.start,
        let latest = visit.latest, latest < start
      else { return nil }
      return window(of: visit, start, latest)
    }
  }

  private func silence(_ outlook: TechnicianOutlook) -> Alert? {
    guard let current, !current.isOff, let sign = outlook.lastSign, outlook.isSilent else { return nil }
    let cause = sign + checkInWithin
    return Alert(
      id: Alert.ID(.noCheckIn, order: current.number, technician: technician.handle, cause: cause),
      severity: .medium, since: max(cause, current.standsSince), orderID: current.order,
      technicianID: technician.id,
      evidence: .silence(outlook.silence, limit: checkInWithin, technician: technician.name.words),
      remedy: .note)
  }

  /// Each visit that begins before an earlier one is planned to end, as long as there is time to change it.
  private func overlaps(at now: Timestamp) -> [Alert] {
    var earlier: (visit: VisitSheet, end: Timestamp)?
    var alerts: [Alert] = []
    for visit in visits where visit.isAhead {
      guard let range = visit.range else { continue }
      if let earlier, range.start < earlier.end, earlier.visit.isAnother(than: visit), now < range.end {
        alerts.append(overlap(of: visit, from: range.start, with: earlier.visit))
      }
      if range.end > earlier?.end ?? .distantPast { earlier = (visit, range.end) }
    }
    return alerts
  }

  /// Each visit that nobody comes to, because whoever has it is away then, or set out to it and is away now.
  private func homeless(at now: Timestamp) -> [Alert] {
    visits.compactMap { visit in
      guard visit.isAhead, visit.status != .onSite, let planned = visit.planned else { return nil }
      let start = visit.status == .travelling ? now : max(now, planned.start)
      guard let away = absence(at: start, now) else { return nil }
      // One that waits for another visit of its order is given to somebody else from the order's window.
      let remedy: Alert.Remedy =
        visit.isWaiting ? .open : start < day.midnights.end ? .replan : .assign
      return Alert(
        id: Alert.ID(
          .technicianAway, order: visit.number, technician: technician.handle, cause: planned.start),
        severity: .high, since: max(away.since, visit.standsSince), orderID: visit.order,
        technicianID: technician.id,
        evidence: .away(away.reason, technician: technician.name.words, start: planned.start), remedy: remedy)
    }
  }

  /// Why he is not there at an instant, by what is known now, and since when that counts: who is off is back with
  /// his next shift or turn on call, who is unavailable with his next shift.
  private func absence(
    at instant: Timestamp, _ now: Timestamp
  ) -> (reason: BrokenRule.Absent, since: Timestamp)? {
    if !technician.isActive { return (.inactive, day.midnights.start) }
    if let absence = technician.absences.first(where: { $0.range.contains(instant) }) {
      let begun = absence.from <= now ? absence.from : day.midnights.start
      return (.absent(absence.reason), absence.notedAt ?? begun)
    }
    let reason: BrokenRule.Absent
    var back = shifts.map(\.start).first { $0 > now } ?? laterShift
    switch technician.presence {
    case .available, .onBreak: return nil
    case .off:
      reason = .off
      // Off by the end of a shift ends no turn on call.
      let isOver = !shifts.contains { $0.contains(now) }
      if isOver, turns.contains(where: { $0.contains(now) }) { return nil }
      back = (turns.map(\.start).filter { $0 > now } + [back].compactMap(\.self)).min()
    case .unavailable: reason = .unavailable
    }
    if let back, back <= instant { return nil }
    return (reason, technician.presenceSince ?? day.midnights.start)
  }

  private func overlap(of visit: VisitSheet, from start: Timestamp, with earlier: VisitSheet) -> Alert {
    Alert(
      id: Alert.ID(.overlap, order: visit.number, technician: technician.handle, cause: start),
      severity: .medium,
      since: max(visit.standsSince, earlier.standsSince, earlier.reaching(into: visit) ?? visit.standsSince),
      orderID: visit.order, technicianID: technician.id,
      evidence: .overlap(with: earlier.number, technician: technician.name.words, from: start),
      remedy: .move)
  }
}

extension VisitSheet {
  /// Since when it lasts into a later one that it would not have reached as it was planned: since he came there.
  fileprivate func reaching(into later: VisitSheet) -> Timestamp? {
    guard let onSiteAt, let start = later.range?.start, planned.map({ $0.end <= start }) ?? false else {
      return nil
    }
    return onSiteAt
  }
}
