extension Problem {
  /// The first number that no plan can be made with.
  ///
  /// Within these limits no sum of costs and no instant of a route can leave its integer.
  public var fault: ProblemFault? {
    do throws(ProblemFault) {
      try check(weights)
      for (index, technician) in technicians.enumerated() { try check(technician, index) }
      for (index, visit) in visits.enumerated() { try check(visit, index) }
      try checkOpenings()
      return nil
    } catch {
      return error
    }
  }

  /// The first such number in what a change has brought, where there was none before.
  func fault(of change: Change) -> ProblemFault? {
    do throws(ProblemFault) {
      switch change {
      case .visitAdded(let visit): try check(visit, visits.count - 1)
      case .visit(let index, let visit): try check(visit, index)
      case .technicianAdded(let one):
        try check(one, technicians.count - 1)
        try checkOpenings()
      case .technician(let index, let one):
        try check(one, index)
        try checkOpenings()
      case .visitRemoved, .technicianRemoved, .placesAdded: break
      }
      return nil
    } catch {
      return error
    }
  }

  /// Instants within two weeks of midnight.
  static let instants = -14 * 86_400...14 * 86_400
  static let durations = 0...7 * 86_400
  static let rates = 0...10_000_000
  /// How many skills or parts there may be, as indices.
  static let kinds = 0...1_999
  static let lumps = 0...500_000_000
}

extension Problem {
  private typealias Subject = ProblemFault.Subject

  private func limit(
    _ value: Int, _ allowed: ClosedRange<Int>, _ subject: Subject, _ field: String
  ) throws(ProblemFault) {
    if !allowed.contains(value) { throw ProblemFault(subject, field, value, allowed: allowed) }
  }

  private func check(_ weights: Weights) throws(ProblemFault) {
    try limit(weights.travel, Problem.rates, .weights, "travel")
    try limit(weights.overtime, Problem.rates, .weights, "overtime")
    try limit(weights.balance, Problem.rates, .weights, "balance")
    for (index, late) in weights.late.enumerated() {
      try limit(late, Problem.rates, .weights, "late[\(index)]")
    }
    for (index, cost) in weights.unserved.enumerated() {
      try limit(cost, 0...100_000_000_000, .weights, "unserved[\(index)]")
    }
    try limit(weights.notPreferred, Problem.lumps, .weights, "notPreferred")
    try limit(weights.changedTechnician, Problem.lumps, .weights, "changedTechnician")
    try limit(weights.movedStart, Problem.lumps, .weights, "movedStart")
    try limit(weights.movedStartTolerance, 0...28 * 86_400, .weights, "movedStartToleranceS")
  }

  private func check(_ technician: Technician, _ index: Int) throws(ProblemFault) {
    let subject = Subject.technician(index)
    try limit(technician.start, 0...max(0, travel.places - 1), subject, "start")
    try limit(technician.end, 0...max(0, travel.places - 1), subject, "end")
    try limit(technician.shiftStart, Problem.instants, subject, "shift[0]")
    try limit(technician.shiftEnd, Problem.instants, subject, "shift[1]")
    try limit(technician.maxOvertime, Problem.durations, subject, "maxOvertimeS")
    try limit(technician.priorWork, Problem.durations, subject, "priorWorkS")
    if let lunch = technician.lunch {
      try limit(lunch.duration, Problem.durations, subject, "break.durationS")
      try limit(lunch.earliest, Problem.instants, subject, "break.earliest")
      try limit(lunch.latest, lunch.earliest...Problem.instants.upperBound, subject, "break.latest")
    }
    try limit(technician.skills.count, 0...Problem.kinds.count, subject, "skills")
    try limit(technician.stock.count, 0...Problem.kinds.count, subject, "stock")
    for level in technician.skills { try limit(level, 0...1_000_000, subject, "skills") }
    for count in technician.stock { try limit(count, 0...1_000_000, subject, "stock") }
  }

  private func check(_ visit: Visit, _ index: Int) throws(ProblemFault) {
    let subject = Subject.visit(index)
    try limit(visit.place, 0...max(0, travel.places - 1), subject, "at")
    try limit(visit.duration, Problem.durations, subject, "durationS")
    try limit(
      visit.priority, 0...max(0, min(weights.late.count, weights.unserved.count) - 1), subject, "priority")
    try limit(visit.release, Problem.instants, subject, "release")
    if let due = visit.due { try limit(due, Problem.instants, subject, "due") }
    for (number, window) in visit.windows.enumerated() {
      try limit(window.lowerBound, Problem.instants, subject, "windows[\(number)][0]")
      try limit(window.upperBound, Problem.instants, subject, "windows[\(number)][1]")
    }
    for need in visit.skills {
      try limit(need.index, Problem.kinds, subject, "skills")
      try limit(need.amount, 0...1_000_000, subject, "skills")
    }
    for need in visit.parts {
      try limit(need.index, Problem.kinds, subject, "parts")
      try limit(need.amount, 0...1_000_000, subject, "parts")
    }
    for named in visit.preferred { try limit(named, -1...technicians.count - 1, subject, "preferred") }
    for named in visit.forbidden { try limit(named, -1...technicians.count - 1, subject, "forbidden") }
    if let pinned = visit.pinned { try limit(pinned, -1...technicians.count - 1, subject, "pinned") }
    if let promise = visit.published {
      try limit(promise.technician, -1...technicians.count - 1, subject, "published.technician")
      try limit(promise.start, Problem.instants, subject, "published.start")
    }
  }

  /// A visit opens one route at most.
  private func checkOpenings() throws(ProblemFault) {
    var isTaken = [Bool](repeating: false, count: visits.count)
    for (index, technician) in technicians.enumerated() {
      for visit in technician.opening {
        try limit(visit, 0...max(0, visits.count - 1), .technician(index), "opening")
        if isTaken[visit] || visits.isEmpty {
          throw ProblemFault(.technician(index), "opening", visit, allowed: 0...0)
        }
        isTaken[visit] = true
      }
    }
  }
}
