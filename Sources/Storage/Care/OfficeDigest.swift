import Crypto
public import Domain
import Sync

extension Office {
  /// The hash of the running day as it is, not as it came about: no stamps of change, no history, nothing
  /// local.
  ///
  /// Equal on every console that holds the same state, and after an undo what it was before.
  var stateDigest: Domain.Digest {
    get throws(CompactCodingError) {
      var hash = SHA256()
      func add(_ value: some Encodable) throws(CompactCodingError) {
        let bytes = try CompactEncoder().encode(value)
        var length: [UInt8] = []
        length.append(bigEnd: UInt64(bytes.count))
        hash.update(data: length)
        hash.update(data: bytes)
      }
      try add(profile)
      try add(limits)
      try add(trades)
      try add(zones.inOrder)
      try add(onCall)
      try add(templates)
      try add(sendingRules)
      try add(handover)
      try add(openConflicts)
      try add(leases)
      for one in contracts.inOrder { try add(one) }
      for one in customers.inOrder { try add(one.withoutStamps) }
      for one in sites.inOrder { try add(one) }
      for one in equipment.inOrder { try add(one) }
      for one in technicians.inOrder { try add(one.withoutStamps) }
      for one in people.inOrder { try add(one) }
      for one in orders.inOrder { try add(one.withoutStamps) }
      return Domain.Digest(hash.finalize())
    }
  }
}

extension OfficeFile {
  /// The hash of the confirmed state, the same on every console of one scope.
  public func digest() throws(StorageError) -> Domain.Digest {
    do { return try confirmed.office.stateDigest } catch { throw .coding(error, path: path) }
  }
}

extension Technician {
  fileprivate var withoutStamps: Technician {
    var technician = self
    technician.presenceSince = nil
    technician.presenceIsOwnReport = false
    technician.lastSeenAt = nil
    technician.lastPlace = nil
    return technician
  }
}

extension WorkOrder {
  fileprivate var withoutStamps: WorkOrder {
    var order = self
    order.lastChangedAt = .epoch
    order.isWorkedOnHere = false
    order.firstAssignedAt = nil
    order.priorityReason = nil
    order.prioritySetAt = nil
    order.ruleMarks = []
    order.alertLives = order.alertLives.compactMap(\.withoutStamps)
    order.breaches = order.breaches.map {
      BreachExplanation($0.clock, $0.cause, note: $0.note, by: .nobody, at: .epoch)
    }
    order.formerTechnicians = []
    // Nor does a code count that was taken back with its message.
    let recalled = Set(order.messages.filter { $0.state == .recalled }.map(\.id))
    order.signOffSeals.removeAll { recalled.contains($0.message) }
    // A message that was taken back stays on record, and one that has left is a fact.
    order.messages = []
    order.pastHolds = []
    order.pastEndings = []
    order.triagedAt = triagedAt.map { _ in .epoch }
    order.hold = hold?.withoutStamps
    order.ending = ending.map { Ending($0.kind, at: .epoch, by: .nobody) }
    order.claim = claim.map { Claim(by: $0.by, at: .epoch) }
    order.flag = flag.map { FollowUp(until: $0.until, by: $0.by, at: .epoch) }
    order.visits = visits.compactMap { visit in
      var visit = visit
      visit.assignments = visit.assignments.map(\.withoutStamps)
      return visit.assignments.isEmpty ? nil : visit
    }
    return order
  }
}

extension Assignment {
  fileprivate var withoutStamps: Assignment {
    var assignment = Assignment(
      technician: technician, status: status, assignedAt: .epoch, assignedBy: .nobody)
    assignment.acceptedAt = acceptedAt
    assignment.travellingAt = travellingAt
    assignment.onSiteAt = onSiteAt
    assignment.endedAt = endedAt
    assignment.reason = reason
    assignment.nextStep = nextStep
    assignment.report = report
    return assignment
  }
}

extension Hold {
  fileprivate var withoutStamps: Hold {
    Hold(
      reason: reason, note: note, nextStep: nextStep, options: options, owner: owner, since: .epoch,
      reviewAt: reviewAt)
  }
}

extension Identifier {
  fileprivate static var nobody: Identifier { Identifier(high: 0, low: 0) }
}

extension Customer {
  fileprivate var withoutStamps: Customer {
    var customer = self
    customer.alertLives = alertLives.compactMap(\.withoutStamps)
    for index in customer.complaints.indices {
      customer.complaints[index].resolution = complaints[index].resolution.map {
        AlertResolution(note: $0.note, by: .nobody, at: .epoch)
      }
    }
    return customer
  }
}

extension AlertLife {
  /// Without its instants; nothing where it is as if nobody had done anything.
  fileprivate var withoutStamps: AlertLife? {
    var life = self
    life.raisedTo = []
    life.changedAt = .epoch
    life.resolution = resolution.map { AlertResolution(note: $0.note, by: .nobody, at: .epoch) }
    return life == AlertLife(alert, at: .epoch) ? nil : life
  }
}
