extension Office {
  /// Folds what has happened into the office. Total: it never refuses, and it is the only place that does it.
  public mutating func apply(_ event: Event, _ stamp: Stamp) {
    switch event {
    case .office(let event):
      learnConsoles(from: event, stamp)
      apply(event, stamp)
    case .workOrder(let id, let event): apply(event, to: id, stamp)
    case .technician(let id, let event): apply(event, to: id, stamp)
    case .customer(let id, let event):
      switch event {
      case .added(let customer): customers[id] = customer
      case .edited(let changes): customers.change(id) { $0.apply(changes) }
      case .complained(let complaint): customers.change(id) { $0.complaints.append(complaint) }
      case .complaintSettled(let complaint, let note):
        customers.change(id) {
          $0.resolve(complaint, AlertResolution(note: note, by: stamp.by, at: stamp.at))
        }
      case .complaintReopened(let complaint): customers.change(id) { $0.resolve(complaint, nil) }
      case .alertChanged(let alert, let change):
        customers.change(id) { $0.alertLives.apply(change, to: alert, stamp) }
      }
    case .site(let id, let event):
      switch event {
      case .added(let site): sites[id] = site
      case .edited(let changes): sites.change(id) { $0.apply(changes) }
      case .secretShown: break
      }
    case .equipment(let id, let event):
      switch event {
      case .added(let equipment): self.equipment[id] = equipment
      case .edited(let changes): self.equipment.change(id) { $0.apply(changes) }
      }
    case .person(let id, let event):
      switch event {
      case .added(let person): people[id] = person
      case .edited(let changes): people.change(id) { $0.apply(changes) }
      case .pinSet(let pin): people.change(id) { $0.pin = pin }
      case .pinRemoved: people.change(id) { $0.pin = nil }
      }
    }
  }
}

extension Office {
  private mutating func apply(_ event: OfficeEvent, _ stamp: Stamp) {
    switch event {
    case .founded(let profile, let firstNumber):
      self.profile = profile
      nextNumber = 0
      goOn(after: max(firstNumber, 1) - 1)
      dayOpenedAt = stamp.at
    case .profileChanged(let profile): self.profile = profile
    case .limitsChanged(let limits): self.limits = limits
    case .taxonomyChanged(let taxonomy): trades = taxonomy
    case .zoneLearnt(let rules): zones[rules.name] = rules
    case .contractAdded(let contract), .contractChanged(let contract): contracts[contract.id] = contract
    case .onCallSet(let turn):
      onCall.removeAll { $0.isSameTurn(as: turn) }
      onCall.append(turn)
      onCall.sort()
    case .onCallRemoved(let turn): onCall.removeAll { $0 == turn }
    case .templateSet(let template):
      templates.removeAll { $0.isSameVariant(as: template) }
      templates.append(template)
    case .templateRemoved(let template): templates.removeAll { $0.isSameVariant(as: template) }
    case .sendingRuleSet(let rule):
      sendingRules.removeAll { $0.name == rule.name }
      sendingRules.append(rule)
      sendingRules.sort { $0.name < $1.name }
    case .sendingRuleRemoved(let rule): sendingRules.removeAll { $0.name == rule.name }
    case .dayClosed: closeDay(stamp.at, keptFrom: takenWithinDay(before: lastDayEnd(at: stamp.at)))
    case .dayEnded(let keptFrom): closeDay(stamp.at, keptFrom: keptFrom)
    case .deskOpened: deskOpenedAt = stamp.at
    case .handover(let event): handover.apply(event, stamp)
    case .conflict(let event): apply(event, stamp)
    case .numbersLeased(let lease): apply(lease)
    // Where words are kept is Storage's; from there they come back as erased.
    case .wordsErased: break
    case .console(let event): apply(event, stamp)
    }
  }

  /// What ended before the day's end leaves the running day, however late its end is noticed; it lives on in
  /// the rows. What ended since belongs to the new day.
  private mutating func closeDay(_ at: Timestamp, keptFrom: Timestamp?) {
    dayOpenedAt = lastDayEnd(at: at)
    self.keptFrom = keptFrom
    letGo(orders.inOrder.map(\.id))
    onCall.removeAll { $0.to <= at }
    conflicts.removeAll { $0.awaitsEntry != true && $0.settlement.map { $0.at < dayOpenedAt } ?? false }
    copiedConsoles.removeAll(where: \.isSettled)
  }

  /// What a day's end kept before it said so itself.
  private func takenWithinDay(before end: Timestamp) -> Timestamp? {
    handover.taken.map(\.at).flatMap { end - .days(1) <= $0 && $0 < end ? $0 : nil }
  }

  private mutating func apply(_ event: WorkOrderEvent, to id: WorkOrder.ID, _ stamp: Stamp) {
    let before = order(id)
    if case .logged(let work) = event {
      add(WorkOrder(work, at: stamp.at))
    } else if case .imported(let work) = event {
      add(WorkOrder(imported: work, stamp))
    } else {
      orders.change(id) { $0.apply(event, stamp) }
    }
    let nature = event.nature
    if case .stepTakenBack(let visit, .onSite) = event { forgetPlace(of: visit, before) }
    noteConsequences(of: nature, before, order(id))
    noteSeen(nature, on: id, stamp)
  }

  private mutating func add(_ order: WorkOrder) {
    orders[order.id] = order
    orderIDs[order.number] = order.id
    goOn(after: order.number)
  }

  /// Who was not there after all is at no known place.
  private mutating func forgetPlace(of visit: Visit.ID, _ before: WorkOrder?) {
    guard let assignment = before?.visits.last(where: { $0.id == visit })?.assignments.last else { return }
    technicians.change(assignment.technician) { technician in
      if technician.lastPlace?.at == assignment.onSiteAt { technician.lastPlace = nil }
    }
  }

  /// A report from the field is a sign of life, and one from the site a known place.
  private mutating func noteSeen(_ nature: EventNature, on id: WorkOrder.ID, _ stamp: Stamp) {
    guard let step = nature.step, let order = order(id),
      let technician = order.visits.last(where: { $0.id == step })?.assignment?.technician
    else { return }
    technicians.change(technician) {
      $0.lastSeenAt = max($0.lastSeenAt ?? stamp.at, stamp.at)
      if nature.isOnSite, let site = order.site { $0.lastPlace = LastPlace(site: site, at: stamp.at) }
    }
  }

  private mutating func apply(_ event: TechnicianEvent, to id: Technician.ID, _ stamp: Stamp) {
    switch event {
    case .added(let technician): technicians[id] = technician
    case .edited(let changes): technicians.change(id) { $0.apply(changes) }
    case .skillsChanged(_, let skills): technicians.change(id) { $0.skills = skills }
    case .hoursChanged(_, let hours): technicians.change(id) { $0.hours = hours }
    case .shiftSet(let day, let intervals): technicians.change(id) { $0.shifts[day] = intervals }
    case .absenceAdded(let absence):
      technicians.change(id) { technician in
        technician.absences.append(absence.notedAt == nil ? absence.noted(stamp.at) : absence)
        technician.absences.sort()
      }
    case .absenceRemoved(let absence): technicians.change(id) { $0.absences.removeAll { $0 == absence } }
    case .presenceSet(let presence, let ownReport, let known):
      technicians.change(id) { technician in
        technician.presence = presence
        technician.presenceSince = known.map(\.presenceSince) ?? stamp.at
        technician.presenceIsOwnReport = known?.presenceIsOwnReport ?? ownReport
        if ownReport { technician.lastSeenAt = stamp.at }
      }
    case .deactivated: technicians.change(id) { $0.isActive = false }
    case .reactivated: technicians.change(id) { $0.isActive = true }
    case .phoneShown: break
    }
  }
}
