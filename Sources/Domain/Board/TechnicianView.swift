/// What one technician contributes to a board at an instant.
struct TechnicianView: Hashable, Sendable {
  let card: TechnicianCard
  let lane: TimelineLane
  let alerts: [Alert]
  /// What the rules have to do about them now.
  let steps: [AutomaticStep]
  let nextChange: Timestamp?
}

extension TechnicianSheet {
  /// Read at an instant; `orderAlerts` are those that his orders raise by themselves.
  func view(at now: Timestamp, orderAlerts: Int) -> TechnicianView {
    let outlook = TechnicianOutlook(self, at: now)
    let alerts = alerts(outlook)
    return TechnicianView(
      card: card(outlook, alerts: alerts.count + orderAlerts), lane: lane(at: now), alerts: alerts,
      steps: alerts.dueSteps(at: now),
      nextChange: [outlook.nextChange, alerts.nextTurn(after: now)].compactMap(\.self).min())
  }

  private func card(_ outlook: TechnicianOutlook, alerts: Int) -> TechnicianCard {
    var card = TechnicianCard(
      id: technician.id, handle: technician.handle, name: technician.name.words, shown: outlook.presence,
      isLate: outlook.isLate, now: current?.number, overrun: outlook.overrun, until: outlook.until,
      next: next?.number, nextStart: next?.planned?.start, utilisationPercent: load(at: outlook.now).percent,
      lastSeenAt: technician.lastSeenAt, isSilent: outlook.isSilent, zone: technician.zone,
      team: technician.team,
      skills: technician.skills, lastPlace: lastPlace, lastPlaceAt: technician.lastPlace?.at,
      isOnCall: outlook.isOnCall, canTakeMore: outlook.hasRoom, alerts: alerts)
    card.after = outlook.after
    return card
  }

  /// Of what was called off nothing is planned, whoever is still out for it.
  private func load(at now: Timestamp) -> DayLoad {
    DayLoad(
      duty,
      visits.filter { !$0.isOff }.compactMap { visit in
        visit.counted(at: now).map { DayLoad.Work(visit: visit.id, number: visit.number, time: $0) }
      })
  }
}

extension TechnicianSheet {
  func lane(at now: Timestamp) -> TimelineLane {
    var taken: Timestamp?
    var bars: [TimelineBar] = []
    for stop in stops {
      let isOnSite = stop.visit.status == .onSite
      let isConflict = stop.visit.isAhead && taken.map { stop.range.start < $0 } ?? false
      let isOver = isOnSite && stop.range.end < now.startOfMinute
      let ranOver = isOver ? TimeRange(start: stop.range.end, end: now.startOfMinute) : stop.visit.overrun
      bars.append(
        TimelineBar(
          id: stop.visit.id, order: stop.visit.order, number: stop.visit.number,
          priority: stop.visit.priority,
          trade: stop.visit.trade, status: stop.visit.status, isHeld: stop.visit.isHeld, range: stop.range,
          planned: stop.visit.status.hasActual ? stop.visit.planned : nil, overrun: ranOver,
          travel: stop.travel, isConflict: isConflict))
      guard stop.visit.isAhead else { continue }
      let end = isOnSite ? max(stop.range.end, now) : stop.range.end
      taken = taken.map { max($0, end) } ?? end
    }
    return TimelineLane(
      id: technician.id, name: technician.name.words, working: working, away: away, bars: bars)
  }
}

extension TechnicianSheet.Stop {
  /// The way as it was, as it is under way, or as it is expected; nil when not known.
  fileprivate var travel: TimeRange? {
    if let begun = visit.travellingAt {
      let arrived = visit.onSiteAt ?? way.map { begun + $0 }
      return arrived.map { TimeRange(start: begun, end: $0) }
    }
    guard let way, way > .zero else { return nil }
    return TimeRange(start: range.start - way, end: range.start)
  }
}
