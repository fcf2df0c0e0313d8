/// How the keeper follows orders.
extension BoardKeeper {
  /// A customer's tier or contract counts for every order of those that belong to it.
  func concernsAll(_ touched: Touched, in later: Office) -> Bool {
    touched.customers.contains { id in
      guard var old = office.customers[id], var new = later.customers[id] else { return false }
      // What is complained of counts for nobody's clock.
      (old.complaints, old.alertLives, new.complaints, new.alertLives) = ([], [], [], [])
      return old != new
    }
  }

  /// Reads every customer's open complaints again, and the conflicts.
  mutating func renewLooseAlerts(_ round: inout Round) {
    round.alerts.removed += board.alerts.filter(\.isLoose)
    round.alerts.added += looseAlerts()
  }

  /// The open complaints and conflicts as they stand, with their next turn on the agenda.
  mutating func looseAlerts() -> [Alert] {
    let alerts = office.looseAlerts(at: now)
    looseTurn = alerts.nextTurn(after: now)
    schedule(.looseAlerts, looseTurn)
    return alerts
  }

  /// The orders to make anew: those touched, and those made from a record that was.
  func dependents(of touched: Touched, in later: Office) -> Set<WorkOrder.ID> {
    var found = touched.orders
    var equipment = touched.equipment
    for id in touched.orders where later.orders[id]?.isEnded != orders[id]?.sheet.isEnded {
      // Closing writes the equipment's history, which counts for the others of that equipment.
      if let original = orders[id]?.sheet.sources.original { found.insert(original) }
      if let thing = orders[id]?.sheet.sources.equipment ?? later.orders[id]?.equipment {
        equipment.insert(thing)
      }
    }
    for thing in equipment { found.formUnion(byEquipment[thing] ?? []) }
    let sites = touched.sites.filter { office.sites.contains($0) }
    let people = touched.people.filter { office.people.contains($0) }
    if sites.isEmpty, people.isEmpty { return found }
    for (id, entry) in orders {
      let sources = entry.sheet.sources
      if sources.site.map(sites.contains) ?? false || sources.claimer.map(people.contains) ?? false {
        found.insert(id)
      }
    }
    return found
  }

  mutating func renew(_ id: WorkOrder.ID, _ round: inout Round) {
    let old = orders[id]
    for visit in old?.sheet.visits ?? [] {
      round.changed.insert(visit.technician)
      work[visit.technician]?.remove(id)
    }
    if let thing = old?.sheet.sources.equipment { byEquipment[thing]?.remove(id) }
    if let old { compare(old.sheet, isHere: false) }
    guard let order = office.orders[id] else {
      if let old { replace(old.view, old.tally, by: nil, .zero, &round) }
      orders[id] = nil
      due[id] = nil
      board.dangers[id] = nil
      return
    }
    let entry = book.entry(of: order, in: office, now, day)
    keep(entry)
    // Also those who reported on a visit that is theirs no longer: they were seen.
    for visit in order.visits {
      round.changed.formUnion(visit.assignments.map(\.technician) + (visit.helpers ?? []))
    }
    replace(old?.view, old?.tally ?? .zero, by: entry.view, entry.tally, &round)
  }

  /// Reads what has reached its next change.
  mutating func takeDue(_ round: inout Round) {
    while let due = agenda.take(until: now) {
      switch due.thing {
      case .order(let id):
        guard let entry = orders[id], entry.view.nextChange == due.at else { continue }
        let view = entry.sheet.view(at: now)
        let tally = entry.sheet.tally(view, day)
        orders[id]?.view = view
        self.due[id] = view.steps.isEmpty ? nil : view.steps
        orders[id]?.tally = tally
        board.dangers[id] = view.danger
        schedule(.order(id), view.nextChange)
        if view.alerts.count != entry.view.alerts.count, let technician = entry.sheet.technician {
          round.due.insert(technician)
        }
        replace(entry.view, entry.tally, by: view, tally, &round)
      case .looseAlerts: if looseTurn == due.at { renewLooseAlerts(&round) }
      case .technician(let id):
        if technicians[id]?.view.nextChange == due.at { round.due.insert(id) }
      }
    }
  }

  /// Reads one of so many equal pieces of the orders.
  func entries(ofPiece piece: Int, of pieces: Int) -> [OrderEntry] {
    var book = book
    var entries: [OrderEntry] = []
    entries.reserveCapacity(office.orders.count / pieces + 1)
    office.orders.forEach(inPiece: piece, of: pieces) {
      entries.append(book.entry(of: $0, in: office, now, day))
    }
    return entries
  }

  /// Keeps an order's sheet and first view; the lists are the caller's.
  mutating func keep(_ entry: OrderEntry) {
    let sheet = entry.sheet
    for visit in sheet.visits { work[visit.technician, default: []].insert(sheet.id) }
    if let thing = sheet.sources.equipment { byEquipment[thing, default: []].insert(sheet.id) }
    compare(sheet, isHere: true)
    due[sheet.id] = entry.view.steps.isEmpty ? nil : entry.view.steps
    orders[sheet.id] = entry
    board.dangers[sheet.id] = entry.view.danger
    schedule(.order(sheet.id), entry.view.nextChange)
  }

  /// Which open orders say the same of the same place, as one of them comes or goes.
  private mutating func compare(_ sheet: OrderSheet, isHere: Bool) {
    guard !sheet.isEnded, let site = sheet.sources.site else { return }
    let saying = Saying(site: site, words: sheet.label.summary)
    var same = sayings[saying] ?? []
    same.removeAll { $0 == sheet.id }
    if isHere { same.append(sheet.id) } else { board.alike.remove(sheet.id) }
    sayings[saying] = same.isEmpty ? nil : same
    if same.count > 1 {
      board.alike.formUnion(same)
    } else if let last = same.first {
      board.alike.remove(last)
    }
  }

  mutating func schedule(_ thing: Thing, _ instant: Timestamp?) {
    if let instant { agenda.insert(thing, at: instant) }
  }

  private mutating func replace(
    _ old: OrderView?, _ oldTally: Tally, by new: OrderView?, _ newTally: Tally, _ round: inout Round
  ) {
    tally -= oldTally
    tally += newTally
    if old?.row != new?.row {
      if let row = old?.row {
        row.isQueued ? round.rows.removed.append(row) : round.elsewhere.removed.append(row)
      }
      if let row = new?.row {
        row.isQueued ? round.rows.added.append(row) : round.elsewhere.added.append(row)
      }
    }
    if old?.alerts != new?.alerts {
      round.alerts.removed += old?.alerts ?? []
      round.alerts.added += new?.alerts ?? []
    }
  }
}

extension ContractBook {
  fileprivate mutating func entry(
    of order: borrowing WorkOrder, in office: borrowing Office, _ now: Timestamp, _ day: BoardDay
  ) -> BoardKeeper.OrderEntry {
    let sheet = OrderSheet(order, in: office, &self, today: day.shiftDate)
    let view = sheet.view(at: now)
    return BoardKeeper.OrderEntry(sheet: sheet, view: view, tally: sheet.tally(view, day))
  }
}

extension Alert {
  /// Whether no order and no technician raises it by itself.
  var isLoose: Bool {
    switch id.kind {
    case .complaint, .conflict, .consoleCopied: true
    default: false
    }
  }
}
