extension Ground {
  /// The ground after one thing has happened: equal to the changed problem compiled from nothing, and several times as
  /// quick to have, because what the change does not touch is copied.
  ///
  /// This ground stays as it is: whoever plans on it may go on.
  public func after(_ change: Problem.Change) throws(ProblemFault) -> Ground {
    var changed = problem
    try changed.apply(change)
    if let fault = changed.fault(of: change) { throw fault }
    let order = Order(changed)
    let tables = Tables(changed, order)
    let visitsThen = Then(change.visit, of: problem.visits.count, self.order.visitRank, order.visits)
    let crewThen = Then(change.technician, of: problem.technicians.count, self.order.crewRank, order.crew)
    let fit = patchedFit(tables, visitsThen, crewThen)
    // Where the rest is in another order, the first of equals may be another as well.
    let near =
      visitsThen.isInOrder && NearList.count(of: visitsThen.kept.count) == nearCount
      ? NearList(changed.travel, tables, from: near, kept: visitsThen.kept, moved: visitsThen.moved)
      : NearList(changed.travel, tables)
    let homes =
      crewThen.isInOrder && HomeList.count(of: crewThen.kept.count) == homeCount
      ? HomeList(
        changed.travel, tables, fit, from: homes, kept: visitsThen.kept, moved: crewThen.moved,
        fresh: crewThen.fresh)
      : HomeList(changed.travel, tables, fit)
    return Ground(changed, order, tables, fit, near, homes)
  }

  /// The ground that a search reads: where promises were made, the one on which changes weigh more than they cost.
  public var searched: Ground {
    guard problem.isReplan else { return self }
    let cautious = problem.cautious
    let tables = Tables(cautious, order)
    let dearer = Flat(copying: fit)
    for visit in tables.visits.indices where cautious.visits[order.visits[visit]].published != nil {
      for one in 0..<crewCount { dearer.base[visit * crewCount + one] = tables.fit(visit, one) }
    }
    return Ground(
      cautious, order, tables, dearer, NearList(copying: near, nearCount), HomeList(copying: homes, homeCount)
    )
  }

  private func patchedFit(_ tables: Tables, _ visits: Then, _ crew: Then) -> Flat<Int32> {
    let width = crew.kept.count
    let patched = Flat<Int32>(visits.kept.count * width, Ground.ineligible)
    let isSameCrew = crew.fresh.isEmpty && crew.moved.count == width && crew.isInOrder
    for visit in visits.kept.indices {
      let row = patched.base + visit * width
      guard visits.kept[visit] >= 0 else {
        for one in 0..<width { row[one] = tables.fit(visit, one) }
        continue
      }
      let before = fit.base + visits.kept[visit] * crewCount
      if isSameCrew {
        row.update(from: before, count: width)
      } else {
        for one in 0..<width {
          row[one] = crew.kept[one] >= 0 ? before[crew.kept[one]] : tables.fit(visit, one)
        }
      }
    }
    return patched
  }
}

/// Which visits or technicians of an order are which of the order before.
private struct Then {
  /// For each of now its rank before, -1 for what is new or another than it was.
  private(set) var kept: [Int] = []
  /// For each of before its rank now, or -1.
  private(set) var moved: [Int]
  /// What is new, or another than it was, by its rank now.
  var fresh: [Int] { kept.indices.filter { kept[$0] < 0 } }
  /// Whether those that were there before are in the same order as then.
  private(set) var isInOrder = true

  /// From the ranks before and the order now; `touch` says which index has come, gone or changed.
  init(_ touch: Touch?, of count: Int, _ rankBefore: [Int], _ order: [Int]) {
    moved = [Int](repeating: -1, count: count)
    kept.reserveCapacity(order.count)
    var last = -1
    for (rank, index) in order.enumerated() {
      guard let old = touch.map({ $0.before(index, count) }) ?? index else {
        kept.append(-1)
        continue
      }
      let then = rankBefore[old]
      kept.append(then)
      moved[then] = rank
      isInOrder = isInOrder && then > last
      last = then
    }
  }
}

/// Which of a list a change is about.
private enum Touch {
  case added, removed(Int), changed(Int)

  /// The index before of what has this one now; nil for what is new or changed.
  func before(_ index: Int, _ count: Int) -> Int? {
    switch self {
    case .added: index < count ? index : nil
    case .removed(let gone): index >= gone ? index + 1 : index
    case .changed(let one): index == one ? nil : index
    }
  }
}

extension Problem.Change {
  fileprivate var visit: Touch? {
    switch self {
    case .visitAdded: .added
    case .visitRemoved(let index): .removed(index)
    case .visit(let index, _): .changed(index)
    case .technicianAdded, .technicianRemoved, .technician, .placesAdded: nil
    }
  }

  fileprivate var technician: Touch? {
    switch self {
    case .technicianAdded: .added
    case .technicianRemoved(let index): .removed(index)
    case .technician(let index, _): .changed(index)
    case .visitAdded, .visitRemoved, .visit, .placesAdded: nil
    }
  }
}
