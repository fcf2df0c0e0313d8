/// When somebody will be at an order's site as things stand, and what that is taken from.
public struct ArrivalEstimate: Hashable, Sendable {
  /// What the instant rests on.
  public enum Source: Hashable, Sendable {
    /// He is there since.
    case onSite(since: Timestamp)
    /// He set out then; the way is nil where one of its ends is not known.
    case travelling(since: Timestamp, way: Span?)
    /// Nothing before it takes longer than planned.
    case plan
    /// What he does before ends then, and the way from there.
    case after(number: Int, free: Timestamp, way: Travel)
    /// It is his next one, and the plan's time has passed or the way takes longer: from now on, and the way.
    case wayFromNow(Travel)
  }

  public let technician: Technician.ID
  public let at: Timestamp
  /// The planned time; nil while none is set.
  public let planned: Timestamp?
  /// The latest arrival that keeps what was promised; nil when nothing was.
  public let latest: Timestamp?
  public let source: Source
  public let lastSeenAt: Timestamp?

  /// How far it is behind what was promised; nil when it is not.
  public var late: Span? { latest.flatMap { at > $0 ? at - $0 : nil } }
}

extension Office {
  /// When the technician of an order arrives there as things stand; nil while nobody has it, it is held, or no time
  /// is set for it.
  ///
  /// His visits before it are walked in the order of their plan: each begins as planned or when he gets there, the
  /// later of the two, and takes its estimate; who is over it stays as much longer as plans take him to.
  public func arrival(of order: WorkOrder, at now: Timestamp) -> ArrivalEstimate? {
    guard order.hold == nil, !order.isEnded, let id = order.technician, let technician = technician(id),
      let visit = order.openVisit
    else { return nil }
    let sheets = visitSheets(of: id)
    guard let own = sheets.first(where: { $0.id == visit.id }) else { return nil }
    let estimate = { (at: Timestamp, source: ArrivalEstimate.Source) in
      ArrivalEstimate(
        technician: id, at: at, planned: visit.start, latest: order.window?.end, source: source,
        lastSeenAt: technician.lastSeenAt)
    }
    let here = technician.lastPlace.flatMap { site($0.site)?.coordinates } ?? technician.home
    if let since = own.onSiteAt { return estimate(since, .onSite(since: since)) }
    if let since = own.travellingAt {
      let way = here != nil && own.place != nil ? travelTime(from: here, to: own.place, at: since) : nil
      let expected = way.map { since + $0 } ?? max(since, visit.start ?? since)
      return estimate(max(expected, now.startOfMinute), .travelling(since: since, way: way))
    }
    guard let start = visit.start else { return nil }
    let before = sheets.filter { !$0.isOver && !$0.isHeld && $0.id != visit.id && $0.precedes(own) }
    var free = now.startOfMinute
    var place = here
    var last: VisitSheet?
    for one in before {
      let way = travelTime(from: place, to: one.place, at: free)
      let begins =
        one.onSiteAt ?? max(one.planned?.start ?? free, free + (one.travellingAt == nil ? way : .zero))
      let end = begins + one.estimate
      free = max(end, free)
      // Nobody knows when who is over his estimate gets done; every plan counts on the same.
      if one.onSiteAt != nil, end < now {
        free += Lateness.staying(over: max(.zero, now.startOfMinute - end))
      }
      place = one.place
      last = one
    }
    let way = travel(from: place, to: own.place, at: free)
    if free + way.span <= start { return estimate(start, .plan) }
    guard let last else { return estimate(max(start, free + way.span), .wayFromNow(way)) }
    return estimate(free + way.span, .after(number: last.number, free: free, way: way))
  }

  private func visitSheets(of technician: Technician.ID) -> [VisitSheet] {
    var sheets: [VisitSheet] = []
    orders.forEach { order in
      let site = site(order.site)
      for visit in [order.openVisit].compactMap(\.self) + order.furtherVisits
      where visit.activeAssignment?.technician == technician {
        if let sheet = VisitSheet(visit, of: order, site: site) { sheets.append(sheet) }
      }
    }
    return sheets.sorted(by: VisitSheet.isBefore)
  }
}

extension VisitSheet {
  /// What is under way comes first, then what is planned earlier.
  fileprivate func precedes(_ other: VisitSheet) -> Bool {
    if isUnderWay != other.isUnderWay { return isUnderWay }
    guard let start = planned?.start else { return false }
    guard let theirs = other.planned?.start else { return true }
    return (start, number) < (theirs, other.number)
  }
}
