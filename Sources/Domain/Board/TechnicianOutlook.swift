/// How a technician's day stands at an instant: late or not, silent or not, and until when what he does
/// lasts.
///
/// States are exact to the second; lengths that grow, such as an overrun, are read once a minute.
struct TechnicianOutlook {
  let sheet: TechnicianSheet
  let now: Timestamp

  init(_ sheet: TechnicianSheet, at now: Timestamp) {
    self.sheet = sheet
    self.now = now
  }

  /// When the visit he is on should be over.
  var plannedEnd: Timestamp? {
    guard let visit = sheet.current, visit.status == .onSite else { return nil }
    return visit.range?.end
  }

  var isOverrunning: Bool { plannedEnd.map { $0 < now } ?? false }

  var overrun: Span {
    guard let end = plannedEnd, end < now else { return .zero }
    return now.startOfMinute - end.startOfMinute
  }

  /// When he should get to where he is travelling, by when he set out; nil while he does not travel.
  var expectedArrival: Timestamp? {
    guard let visit = sheet.current, visit.status == .travelling else { return nil }
    let begun = visit.travellingAt ?? now
    return sheet.wayToCurrent.map { begun + $0 } ?? max(begun, visit.planned?.start ?? begun)
  }

  /// When he gets there as things stand.
  var arrival: Timestamp? { expectedArrival.map { max($0, now.startOfMinute) } }

  /// How long before the next visit's latest arrival he must be free at the latest.
  private var marginToNext: Span {
    let stay = sheet.current?.status == .travelling ? sheet.current?.estimate ?? .zero : .zero
    return stay + (sheet.wayToNext ?? .zero)
  }

  /// Whether he comes too late to the visit after this one, as things stand.
  var endangersNext: Bool {
    guard let latest = sheet.next?.latest else { return false }
    let free = max(now, plannedEnd ?? arrival ?? now)
    return free + marginToNext > latest
  }

  /// Since when that is so: since he came to what he is on or set out to it, where that lasts too long from the first,
  /// else since the last instant at which he could still have set off.
  func endangersNextSince(_ latest: Timestamp) -> Timestamp {
    let last = latest - marginToNext
    guard let current = sheet.current, let free = plannedEnd ?? expectedArrival, free > last else {
      return last
    }
    return [current.onSiteAt ?? current.travellingAt, current.standsSince].compactMap(\.self).max() ?? last
  }

  /// His last sign of life since he set off.
  var lastSign: Timestamp? {
    guard let visit = sheet.current else { return nil }
    return [sheet.technician.lastSeenAt, visit.onSiteAt, visit.travellingAt].compactMap(\.self).max()
  }

  var isSilent: Bool { lastSign.map { $0 + sheet.checkInWithin <= now } ?? false }

  var silence: Span {
    lastSign.map { max(now.startOfMinute - $0.startOfMinute, sheet.checkInWithin) } ?? .zero
  }

  var shift: TimeRange? { sheet.shifts.first { $0.contains(now) } }

  /// Whether a visit fits into what is left of his day; nobody has room who is away.
  var hasRoom: Bool {
    switch presence {
    case .off: guard sheet.shifts.contains(where: { $0.start > now }) else { return false }
    case .unavailable: return false
    case .available, .travelling, .onSite, .onBreak: break
    }
    return sheet.rooms.contains { $0.end > now }
  }

  /// When he would get to the next visit as things stand.
  var arrivalAtNext: Timestamp {
    max(now.startOfMinute, plannedEnd ?? arrival ?? now.startOfMinute) + marginToNext
  }

  var isOnCall: Bool { sheet.turns.contains { $0.contains(now) } }
}

extension TechnicianOutlook {
  /// Travelling and on site come from his work. Else it is what he is set to, except that nobody is available
  /// while absent or out of hours, unless he himself has said so since.
  var presence: ShownPresence {
    switch sheet.current?.status {
    case .onSite: return .onSite
    case .travelling: return .travelling
    case .tentative, .scheduled, .dispatched, .seen, .accepted, .done, .notDone, .declined, nil: break
    }
    switch sheet.technician.presence {
    case .off: return .off
    case .unavailable: return .unavailable
    case .onBreak: return .onBreak
    case .available: break
    }
    if absence != nil { return saidAvailable(since: absence?.from) ? .available : .unavailable }
    if shift == nil { return saidAvailable(since: lastShiftEnd) ? .available : .off }
    return .available
  }

  /// Off or unavailable, where he is set to that and still at something; nil where it is shown as it is.
  var after: ShownPresence? {
    switch (presence, sheet.technician.presence) {
    case (.onSite, .off), (.travelling, .off): .off
    case (.onSite, .unavailable), (.travelling, .unavailable): .unavailable
    default: nil
    }
  }

  /// Until when what is shown is expected to last; nil when nobody can say.
  var until: Timestamp? {
    switch presence {
    case .onSite: isOverrunning ? nil : plannedEnd
    case .travelling: arrival
    case .onBreak: sheet.away.first { $0.reason == nil && $0.range.contains(now) }?.range.end
    case .off: sheet.shifts.map(\.start).first { $0 > now } ?? sheet.laterShift
    case .unavailable: absence?.to
    case .available: isDue ? sheet.next?.planned.map(\.start).flatMap { $0 < now ? nil : $0 } : free
    }
  }

  /// Whether he should be on the way to his next visit by now, or there.
  private var isDue: Bool {
    sheet.next?.planned.map { $0.start - (sheet.wayToNext ?? .zero) <= now } ?? false
  }

  private var free: Timestamp? { (leaves + [shiftEnd]).compactMap(\.self).filter { $0 > now }.min() }

  private var absence: Absence? { sheet.technician.absences.first { $0.range.contains(now) } }
  private var lastShiftEnd: Timestamp? { sheet.shifts.last { $0.end <= now }?.end }

  /// When he must leave for the next visit, or goes on a break or away.
  private var leaves: [Timestamp?] {
    let visit = sheet.next?.planned.map { $0.start - (sheet.wayToNext ?? .zero) }
    return [visit] + sheet.away.map(\.range.start)
  }

  /// The end of the shift, unless it lies beyond what was looked at.
  private var shiftEnd: Timestamp? {
    shift.flatMap { $0.end < sheet.day.midnights.end + .hours(20) ? $0.end : nil }
  }

  private func saidAvailable(since begin: Timestamp?) -> Bool {
    guard sheet.technician.presenceIsOwnReport, let said = sheet.technician.presenceSince else {
      return false
    }
    return begin.map { $0 <= said } ?? false
  }
}

extension TechnicianOutlook {
  /// When something of this turns if nothing happens.
  var nextChange: Timestamp? {
    var turns = sheet.shifts.flatMap { [$0.start, $0.end] } + sheet.turns.flatMap { [$0.start, $0.end] }
    turns += sheet.away.flatMap { [$0.range.start, $0.range.end] }
    turns += sheet.technician.absences.flatMap { [$0.from, $0.to] }
    for visit in sheet.visits where !visit.isOver {
      guard let range = visit.range else { continue }
      turns += [range.start + .seconds(1), range.end, range.end + .seconds(1)]
    }
    if let sign = lastSign { turns.append(sign + sheet.checkInWithin) }
    if let latest = sheet.current?.latest { turns.append(latest + .seconds(1)) }
    if let latest = sheet.next?.latest { turns.append(latest - marginToNext + .seconds(1)) }
    turns += leaves.compactMap(\.self)
    turns += sheet.rooms.map(\.end)
    let isGrowing = sheet.stops.contains { $0.visit.status == .onSite && $0.range.end < now }
    if isGrowing || isOverrunning || isSilent || endangersNext || arrival != nil {
      turns.append(now.startOfMinute + .minutes(1))
    }
    return turns.filter { $0 > now }.min()
  }
}
