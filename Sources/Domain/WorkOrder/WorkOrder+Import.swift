extension WorkOrder {
  /// The order that an import tells of, with the instants of its source.
  public init(imported work: ImportedWork, _ stamp: Stamp) {
    self.init(work.logged, at: stamp.at)
    update(from: work, stamp)
  }

  /// Whether an import brought it and nobody has taken it up here since, however the call once came.
  ///
  /// An import alone settles what is needed, as its source did, and counts as no work done here.
  var restsAsImported: Bool { triagedAt != nil && !isWorkedOnHere }

  /// Takes over what the source says now; what a person has said here since (notes, flags, holds) stays.
  mutating func update(from work: ImportedWork, _ stamp: Stamp) {
    let logged = work.logged
    summary = logged.summary
    description = logged.description
    category = logged.category
    trade = logged.trade
    service = logged.service
    // What a rule has raised stays raised for as long as the source says what it said.
    if agreedPriority != logged.priority {
      priority = logged.priority
      agreedPriority = nil
    }
    priorityIsConfirmed = logged.priorityIsConfirmed
    skills = logged.skills
    estimate = logged.estimate
    window = logged.window
    windowKind = logged.windowKind
    moneyLimit = logged.moneyLimit
    customer = logged.customer
    site = logged.site
    equipment = logged.equipment
    reference = logged.reference
    triagedAt = triagedAt ?? logged.receivedAt
    if !work.visits.isEmpty { dropOpenVisits(besides: work.visits) }
    for visit in work.visits { take(visit, of: work, stamp) }
    for note in work.notes where !notes.contains(where: { $0.words == note }) {
      notes.append(Note(words: note, by: stamp.by, at: work.closedAt ?? logged.receivedAt))
    }
    // A map that asks for nothing of the kind says nothing about it.
    sourceReport = work.report ?? sourceReport
    for detail in work.contradictions where !anomalies.contains(where: { $0.detail == detail }) {
      anomalies.append(Anomaly(.contradictoryTimes, detail: detail, at: stamp.at))
    }
    takeEnding(of: work, stamp)
  }
}

extension WorkOrder {
  /// The source names somebody else now: nobody else is still on his way. What somebody ended stays.
  private mutating func dropOpenVisits(besides told: [ImportedVisit]) {
    visits.removeAll { known in known.isOpen && !told.contains { $0.id == known.id } }
  }

  private mutating func take(_ visit: ImportedVisit, of work: ImportedWork, _ stamp: Stamp) {
    let began = visit.onSiteAt ?? visit.travellingAt ?? visit.assignedAt ?? work.logged.receivedAt
    var assignment = Assignment(
      technician: visit.technician, status: .dispatched,
      assignedAt: visit.assignedAt ?? work.logged.receivedAt,
      assignedBy: stamp.by)
    assignment.dispatchedAt = visit.assignedAt
    assignment.acceptedAt = visit.acceptedAt
    assignment.travellingAt = visit.travellingAt
    assignment.onSiteAt = visit.onSiteAt
    if visit.acceptedAt != nil { assignment.status = .accepted }
    if visit.travellingAt != nil { assignment.status = .travelling }
    if visit.onSiteAt != nil { assignment.status = .onSite }
    if let done = visit.doneAt ?? work.closedAt {
      assignment.status = work.endedAs == .notDone ? .notDone : .done
      assignment.endedAt = done
    }
    firstAssignedAt = min(firstAssignedAt ?? assignment.assignedAt, assignment.assignedAt)
    if let arrived = visit.onSiteAt { firstOnSiteAt = min(firstOnSiteAt ?? arrived, arrived) }
    visits.removeAll { $0.id == visit.id }
    visits.append(Visit(id: visit.id, start: began, estimate: estimate, assignments: [assignment]))
  }

  private mutating func takeEnding(of work: ImportedWork, _ stamp: Stamp) {
    guard let endedAs = work.endedAs else {
      // The source has reopened it.
      if let ending { pastEndings.append(ending) }
      ending = nil
      return
    }
    let closedAt = work.closedAt ?? work.visits.compactMap(\.doneAt).max() ?? work.logged.receivedAt
    switch endedAs {
    case .closed, .notDone:
      ending = Ending(.closed(ServiceLevelRecord(response: nil, fix: nil)), at: closedAt, by: stamp.by)
    case .cancelled:
      ending = Ending(.cancelled(.other, words: "", fee: nil), at: closedAt, by: stamp.by)
    case .duplicate:
      ending = Ending(.cancelled(.duplicate, words: "", fee: nil), at: closedAt, by: stamp.by)
    }
  }
}
