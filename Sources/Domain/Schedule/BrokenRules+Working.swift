/// The rules about when somebody works.
extension RuleCheck {
  /// Why he would not be at work, the weightiest reason first.
  var notWorking: BrokenRule.Evidence? {
    if !technician.isActive { return .notWorking(.inactive, until: nil) }
    if let absence = technician.absences.filter({ $0.range.overlaps(range) }).min(by: { $0.from < $1.from }) {
      return .notWorking(.absent(absence.reason), until: absence.to)
    }
    if let away = office.away(technician, at: index.now), away.until.map({ range.start < $0 }) ?? true {
      return .notWorking(away.reason, until: away.until)
    }
    if isOnCall(at: range.start) { return nil }
    if office.shift(of: technician, at: range.start) == nil {
      return .notWorking(.outsideShift, until: office.nextShift(of: technician, after: range.start)?.start)
    }
    return presentBreak.map { .notWorking(.onBreak, until: $0.end) }
  }

  /// Ends after the shift it begins in, and in no other shift or turn of his.
  var overtime: BrokenRule.Evidence? {
    guard let shift = office.shift(of: technician, at: range.start), shift.end < range.end else { return nil }
    let last = range.end - .seconds(1)
    if isOnCall(at: last) || office.shift(of: technician, at: last) != nil { return nil }
    return .overtime(until: range.end, shiftEnds: shift.end)
  }

  private func isOnCall(at instant: Timestamp) -> Bool {
    office.onCallTurn(of: technician.id, at: instant, trade: order.trade) != nil
  }
}

extension Office {
  /// Why a technician is not to be had by what his presence says, and until when that is taken to hold.
  ///
  /// Off and unavailable hold until his next shift, a break until the end of the usual one around it, else for
  /// half an hour. Off by the end of a shift ends no turn on call.
  public func away(
    _ technician: Technician, at now: Timestamp
  ) -> (reason: BrokenRule.Absent, until: Timestamp?)? {
    switch technician.presence {
    case .available: return nil
    case .off:
      if shift(of: technician, at: now) == nil, isOnCall(technician.id, at: now) { return nil }
      let turn = onCall.filter { $0.technician == technician.id && now < $0.from }.map(\.from)
      let back = turn + [nextShift(of: technician, after: now)?.start].compactMap(\.self)
      return (.off, back.min())
    case .unavailable: return (.unavailable, nextShift(of: technician, after: now)?.start)
    case .onBreak:
      let usual = usualBreak(of: technician, at: now)?.end
      return (.onBreak, max(now, usual ?? (technician.presenceSince ?? now) + .minutes(30)))
    }
  }
}
