/// What happens to the visits of an order, as its fold does it; an event about a visit that is not there changes nothing.
extension WorkOrder {
  mutating func plan(_ id: Visit.ID, _ start: Timestamp?, _ estimate: Span) {
    visits.append(Visit(id: id, start: start, estimate: estimate))
  }

  /// The assignment that planned it was taken back: where it was the first, nobody has ever been given the order.
  mutating func drop(_ id: Visit.ID) {
    visits.removeAll {
      $0.id == id && ($0.assignments.isEmpty || $0.isFurther != nil && $0.activeAssignment == nil)
    }
    if visits.allSatisfy(\.assignments.isEmpty) { firstAssignedAt = nil }
  }

  /// Who came along and no longer does may still say what he saw.
  mutating func crew(_ id: Visit.ID, with helpers: [Technician.ID], as roles: [CrewRole]?) {
    let gone = (visits.last { $0.id == id }?.helpers ?? []).filter { !helpers.contains($0) }
    formerTechnicians += gone.filter { !formerTechnicians.contains($0) }
    change(id) { ($0.helpers, $0.roles) = (helpers.isEmpty ? nil : helpers, roles) }
  }

  mutating func give(
    _ id: Visit.ID, to technician: Technician.ID, _ status: AssignmentStatus, _ stamp: Stamp
  ) {
    var assignment = Assignment(
      technician: technician, status: status, assignedAt: stamp.at, assignedBy: stamp.by)
    assignment.dispatchedAt = status == .dispatched ? stamp.at : nil
    change(id) { $0.assignments.append(assignment) }
  }

  /// Gives it back as it stood.
  mutating func give(_ id: Visit.ID, as known: Assignment) {
    firstAssignedAt = firstAssignedAt ?? known.assignedAt
    change(id) { $0.assignments.append(known) }
  }

  /// One who was told and then lost the visit may still report on it.
  mutating func take(_ id: Visit.ID, from technician: Technician.ID) {
    let held = visits.last { $0.id == id }?.assignments.last { $0.technician == technician }
    if held?.dispatchedAt != nil, !formerTechnicians.contains(technician) {
      formerTechnicians.append(technician)
    }
    change(id) { visit in
      visit.assignments.removeAll { $0.technician == technician && !$0.status.isOver }
    }
  }

  mutating func change(_ id: Visit.ID, _ change: (inout Visit) -> Void) {
    guard let index = visits.lastIndex(where: { $0.id == id }) else { return }
    change(&visits[index])
  }

  mutating func changeLast(of id: Visit.ID, _ change: (inout Assignment) -> Void) {
    self.change(id) { visit in
      guard !visit.assignments.isEmpty else { return }
      change(&visit.assignments[visit.assignments.count - 1])
    }
  }

  mutating func step(_ id: Visit.ID, _ status: AssignmentStatus, _ stamp: (inout Assignment) -> Void) {
    changeLast(of: id) { assignment in
      if assignment.status.mayBecome(status) { assignment.status = status }
      stamp(&assignment)
    }
  }
}
