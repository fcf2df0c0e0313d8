/// How the keeper follows technicians, and puts an update's changes in their places.
extension BoardKeeper {
  /// Technicians to make anew: those touched, and those last seen at a place that was.
  func technicians(concernedBy touched: Touched) -> Set<Technician.ID> {
    var found = touched.technicians
    if touched.sites.isEmpty { return found }
    for (id, entry) in technicians {
      if let site = entry.sheet.technician.lastPlace?.site, touched.sites.contains(site) { found.insert(id) }
    }
    return found
  }

  /// Builds everything, for the first time or for a new day.
  mutating func fill(_ processing: some Processing) {
    let keeper = self
    let pieces = office.orders.count < 200 ? 1 : 4
    let entries = processing.results(of: pieces) { keeper.entries(ofPiece: $0, of: pieces) }
    orders.reserveCapacity(office.orders.count)
    for entry in entries.joined() {
      keep(entry)
      tally += entry.tally
      if let row = entry.view.row { row.isQueued ? board.queue.append(row) : board.elsewhere.append(row) }
      board.alerts += entry.view.alerts
    }
    for technician in office.technicians.unordered where technician.isActive {
      board.alerts += enter(technician).view.alerts
    }
    board.alerts += looseAlerts()
    board.queue.sort { $0.comesBefore($1, by: .score) }
    board.elsewhere.sort { $0.comesBefore($1, by: .score) }
    board.alerts.sort { $0.comesBefore($1) }
    lineUp()
    count()
  }

  mutating func renewTechnicians(_ round: inout Round) {
    var isNewLine = false
    for id in round.changed {
      let old = technicians[id]?.view
      let technician = office.technician(id).flatMap { $0.isActive ? $0 : nil }
      technicians[id] = nil
      let new = technician.map { enter($0).view }
      if old?.card.name != new?.card.name { isNewLine = true }
      replace(old, by: new, &round)
    }
    for id in round.due.subtracting(round.changed) {
      guard let entry = technicians[id] else { continue }
      let view = entry.sheet.view(at: now, orderAlerts: orderAlerts(of: id))
      technicians[id]?.view = view
      schedule(.technician(id), view.nextChange)
      replace(entry.view, by: view, &round)
    }
    if isNewLine { return lineUp() }
    if round.changed.isEmpty, round.due.isEmpty { return }
    for index in board.technicians.indices {
      let id = board.technicians[index].id
      guard round.changed.contains(id) || round.due.contains(id), let view = technicians[id]?.view else {
        continue
      }
      board.technicians[index] = view.card
      board.lanes[index] = view.lane
    }
  }

  mutating func settle(_ round: Round) {
    round.rows.apply(to: &board.queue) { $0.comesBefore($1, by: .score) }
    round.elsewhere.apply(to: &board.elsewhere) { $0.comesBefore($1, by: .score) }
    round.alerts.apply(to: &board.alerts) { $0.comesBefore($1) }
    count()
  }
}

extension BoardKeeper {
  @discardableResult
  private mutating func enter(_ technician: Technician) -> TechnicianEntry {
    let visits = (work[technician.id] ?? []).flatMap { id in
      orders[id]?.sheet.visits.filter { $0.technician == technician.id } ?? []
    }
    let sheet = TechnicianSheet(technician, visits: visits, in: office, day)
    let view = sheet.view(at: now, orderAlerts: orderAlerts(of: technician.id))
    let entry = TechnicianEntry(sheet: sheet, view: view)
    technicians[technician.id] = entry
    schedule(.technician(technician.id), view.nextChange)
    return entry
  }

  /// What his orders raise by themselves.
  private func orderAlerts(of technician: Technician.ID) -> Int {
    (work[technician] ?? []).reduce(0) { sum, id in
      sum + (orders[id]?.view.alerts.count { $0.technicianID == technician } ?? 0)
    }
  }

  private mutating func replace(_ old: TechnicianView?, by new: TechnicianView?, _ round: inout Round) {
    if old?.alerts == new?.alerts { return }
    round.alerts.removed += old?.alerts ?? []
    round.alerts.added += new?.alerts ?? []
  }

  /// Puts cards and lanes in the order of the names.
  private mutating func lineUp() {
    let views = technicians.values.map(\.view).sorted { left, right in
      (left.card.name, left.card.id) < (right.card.name, right.card.id)
    }
    board.technicians = views.map(\.card)
    board.lanes = views.map(\.lane)
  }

  private mutating func count() {
    var counts = Board.Counts()
    counts.p1Open = tally.p1Open
    counts.breached = tally.breached
    counts.atRisk = tally.atRisk
    counts.doneToday = tally.done
    counts.plannedToday = tally.planned
    counts.unassigned = board.queue.count
    counts.queue = tally.queue
    for card in board.technicians {
      if card.shown == .available, card.now == nil { counts.free += 1 }
      if card.isLate { counts.late += 1 }
    }
    board.counts = counts
  }
}
