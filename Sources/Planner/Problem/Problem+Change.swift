extension Problem {
  /// One thing that happens to a day while it is planned.
  ///
  /// Who is absent gets a shift without length, who is late a later one; who has moved another place; what has begun
  /// joins his opening. A visit that is done is removed, and his place and shift say where it left him.
  public enum Change: Equatable, Sendable {
    /// It comes last.
    case visitAdded(Visit)
    /// Those after it move up by one.
    case visitRemoved(Int)
    case visit(Int, Visit)
    /// He comes last.
    case technicianAdded(Technician)
    /// Those after him move up by one, and where he was named there is nobody.
    case technicianRemoved(Int)
    case technician(Int, Technician)
    /// The same places with the same travel, and more after them.
    case placesAdded(Travel)
  }

  /// Makes a change; refuses one of what is not there.
  public mutating func apply(_ change: Change) throws(ProblemFault) {
    switch change {
    case .visitAdded(let visit): visits.append(visit)
    case .visitRemoved(let index):
      try checkVisit(index)
      visits.remove(at: index)
      for one in technicians.indices where !technicians[one].opening.isEmpty {
        technicians[one].opening = technicians[one].opening.compactMap {
          Problem.shifted($0, without: index)
        }
      }
    case .visit(let index, let visit):
      try checkVisit(index)
      visits[index] = visit
    case .technicianAdded(let technician): technicians.append(technician)
    case .technicianRemoved(let index):
      try checkTechnician(index)
      technicians.remove(at: index)
      for visit in visits.indices { visits[visit].forget(index) }
    case .technician(let index, let technician):
      try checkTechnician(index)
      technicians[index] = technician
    case .placesAdded(let travel):
      guard travel.places >= self.travel.places else {
        throw ProblemFault(.weights, "travel", travel.places, allowed: self.travel.places...Int.max)
      }
      self.travel = travel
    }
  }

  /// An index after one of those before it has gone; nil for the one itself.
  static func shifted(_ index: Int, without gone: Int) -> Int? {
    index == gone ? nil : index > gone ? index - 1 : index
  }

  private func checkVisit(_ index: Int) throws(ProblemFault) {
    guard !visits.indices.contains(index) else { return }
    throw ProblemFault(.visit(index), "index", index, allowed: 0...max(0, visits.count - 1))
  }

  private func checkTechnician(_ index: Int) throws(ProblemFault) {
    guard !technicians.indices.contains(index) else { return }
    throw ProblemFault(.technician(index), "index", index, allowed: 0...max(0, technicians.count - 1))
  }
}

extension Problem.Visit {
  /// Where a technician was named, there is nobody; those after him move up.
  fileprivate mutating func forget(_ gone: Int) {
    func now(_ one: Int) -> Int { Problem.shifted(one, without: gone) ?? Problem.nobody }
    if !preferred.isEmpty { preferred = preferred.map(now) }
    if !forbidden.isEmpty { forbidden = forbidden.map(now) }
    if let pinned { self.pinned = now(pinned) }
    if let published { self.published?.technician = now(published.technician) }
  }
}
