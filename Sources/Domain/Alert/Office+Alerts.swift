extension Office {
  /// What has become of an alert so far; nil for nothing.
  public func life(of alert: Alert.ID) -> AlertLife? {
    if let conflict = alert.conflict { return self.conflict(conflict)?.alertLives?[alert] }
    if let console = alert.console { return copiedConsole(console)?.alertLives[alert] }
    if let customer = alert.customer { return self.customer(customer)?.alertLives[alert] }
    return alert.order.flatMap { order(number: $0) }?.alertLives[alert]
  }

  /// An alert as it stands, found from what it is about; nil when its cause is gone or it is settled.
  public func alert(_ id: Alert.ID, at now: Timestamp) -> Alert? {
    if let conflict = id.conflict { return conflictAlert(conflict, at: now) }
    if id.console != nil { return copyAlerts(at: now).first { $0.id == id } }
    if let customer = id.customer.flatMap({ self.customer($0) }) {
      return alerts(of: customer, at: now).first { $0.id == id }
    }
    guard let order = id.order.flatMap({ self.order(number: $0) }) else { return nil }
    return alerts(of: order, at: now).first { $0.id == id }
  }

  /// The alerts about an order: those that it raises by itself, and those of whoever is on it.
  public func alerts(of order: WorkOrder, at now: Timestamp) -> [Alert] {
    var book = ContractBook(self)
    var found = OrderSheet(order, in: self, &book, today: shiftDate(at: now)).view(at: now).alerts
    let people = order.visits.flatMap { visit in
      [visit.activeAssignment?.technician].compactMap(\.self) + (visit.helpers ?? [])
    }
    for technician in Set(people) {
      guard let sheet = sheet(of: technician, at: now) else { continue }
      found += sheet.view(at: now, orderAlerts: 0).alerts.filter { $0.orderID == order.id }
    }
    found += conflictAlerts(at: now).filter { $0.orderID == order.id }
    return found.sorted { $0.comesBefore($1) }
  }

  /// A customer's complaints that nobody has settled.
  public func alerts(of customer: Customer, at now: Timestamp) -> [Alert] {
    let terms = AlertTerms(self)
    return customer.complaints.filter { $0.resolution == nil }.map { $0.alert(of: customer) }
      .standing(customer.alertLives, terms, learned: nil, at: now)
  }

  /// The alerts that no order raises by itself: customers' complaints, conflicts, and copied consoles.
  public func looseAlerts(at now: Timestamp) -> [Alert] {
    var alerts = conflictAlerts(at: now) + copyAlerts(at: now)
    customers.forEach { customer in
      if !customer.complaints.isEmpty { alerts += self.alerts(of: copy customer, at: now) }
    }
    return alerts
  }

  func sheet(of id: Technician.ID, at now: Timestamp) -> TechnicianSheet? {
    guard let technician = technician(id) else { return nil }
    var visits: [VisitSheet] = []
    orders.forEach { order in
      let isHis = order.visits.contains { visit in
        visit.assignment?.technician == id || visit.helpers?.contains(id) ?? false
      }
      guard isHis else { return }
      visits += VisitSheet.all(of: order, site: site(order.site)).filter { $0.technician == id }
    }
    return TechnicianSheet(technician, visits: visits, in: self, BoardDay(self, at: now))
  }

  func event(_ change: AlertChange, on alert: Alert.ID) -> [Event] {
    if let conflict = alert.conflict {
      return [.office(.conflict(.changed(conflict, .alertChanged(alert, change))))]
    }
    if alert.console != nil { return [.office(.console(.alertChanged(alert, change)))] }
    if let customer = alert.customer { return [.customer(customer, .alertChanged(alert, change))] }
    guard let order = alert.order.flatMap({ self.order(number: $0) }) else { return [] }
    return [.workOrder(order.id, .alertChanged(alert, change))]
  }
}

extension Complaint {
  func alert(of customer: Customer) -> Alert {
    Alert(
      id: Alert.ID(.complaint, order: order, customer: customer.id, cause: at), severity: .medium, since: at,
      orderID: nil, technicianID: nil, evidence: .complaint(customer: customer.name, words: words),
      remedy: .resolve)
  }
}
