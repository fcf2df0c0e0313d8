/// The figures of the running shift day: a function of the office, its board and the time.
public struct Counters: Hashable, Sendable {
  /// The office's shift day, which they run over.
  public let shift: TimeRange
  public let all: [Counter]

  public init(_ office: Office, _ board: Board, at now: Timestamp) {
    shift = BoardDay(office, at: now).shift
    let maker = CounterMaker(office: office, board: board, shift: shift, now: now)
    all = Counter.Name.allCases.map { maker.counter($0) }
  }

  public subscript(name: Counter.Name) -> Counter? { all.first { $0.name == name } }
}

/// Works one figure out.
struct CounterMaker {
  let office: Office
  let board: Board
  let shift: TimeRange
  let now: Timestamp

  func counter(_ name: Counter.Name) -> Counter {
    switch name {
    case .done: done
    case .inProgress: inProgress
    case .assignedAfter: mean(name, assignedAfter)
    case .doneAfter: mean(name, doneAfter)
    case .responseMet: met(name, .response, office.limits.responseTargetPercent)
    case .fixMet: met(name, .fix, office.limits.fixTargetPercent)
    case .load: load
    }
  }
}

extension CounterMaker {
  private var done: Counter {
    let (done, planned) = (board.counts.doneToday, board.counts.plannedToday)
    let numbers = office.orders.inOrder.filter { order in
      order.visits.contains { visit in
        visit.assignment?.status == .done && visit.assignment?.endedAt.map(shift.contains) ?? false
      }
    }.map(\.number)
    return Counter(
      name: .done, value: planned == 0 ? .none : .share(done, of: planned), target: nil,
      basis: numbers.map { Counter.Basis(order: $0, technician: nil, part: .counted) })
  }

  private var inProgress: Counter {
    let numbers = office.orders.inOrder.filter { order in
      let status = order.latestVisit?.activeAssignment?.status
      return !order.isEnded && (status == .travelling || status == .onSite)
    }.map(\.number)
    return Counter(
      name: .inProgress, value: .count(numbers.count), target: nil,
      basis: numbers.map { Counter.Basis(order: $0, technician: nil, part: .counted) })
  }

  /// From the call to the first technician, of orders that got one in this shift.
  private var assignedAfter: [(Int, Span)] {
    office.orders.inOrder.compactMap { order in
      guard let at = order.firstAssignedAt, shift.contains(at) else { return nil }
      return (order.number, at - order.receivedAt)
    }
  }

  /// From the assignment to the end of the work, of visits that were done in this shift.
  private var doneAfter: [(Int, Span)] {
    office.orders.inOrder.flatMap { order in
      order.visits.compactMap { visit -> (Int, Span)? in
        guard let assignment = visit.assignment, assignment.status == .done, let end = assignment.endedAt,
          shift.contains(end)
        else { return nil }
        return (order.number, end - assignment.assignedAt)
      }
    }
  }

  private func mean(_ name: Counter.Name, _ lengths: [(number: Int, length: Span)]) -> Counter {
    let total = lengths.reduce(Int64(0)) { $0 + $1.length.seconds }
    return Counter(
      name: name,
      value: lengths.isEmpty
        ? .none : .mean(.seconds(total / Int64(lengths.count)), of: lengths.count),
      target: nil,
      basis: lengths.map { Counter.Basis(order: $0.number, technician: nil, part: .length($0.length)) })
  }

  /// Clocks that were met, or ran out, in this shift; paused ones and those still running do not count, nor those
  /// that a cancellation or the mark of a duplicate stopped: nothing was kept by them.
  private func met(_ name: Counter.Name, _ kind: ClockFace.Kind, _ target: Int) -> Counter {
    var basis: [Counter.Basis] = []
    for order in office.orders.inOrder where order.countsForService {
      guard let face = office.clocks(of: order, at: now).first(where: { $0.kind == kind }) else { continue }
      guard let outcome = face.outcome(in: shift) else { continue }
      basis.append(
        Counter.Basis(order: order.number, technician: nil, part: outcome.isMet ? .met : .missed))
    }
    let good = basis.count { $0.part == .met }
    return Counter(
      name: name, value: basis.isEmpty ? .none : .share(good, of: basis.count), target: target, basis: basis)
  }

  /// Work planned and done in the shift day as a share of its working time, the mean over everybody who works in it: who
  /// is away all through his hours does not.
  private var load: Counter {
    let working = board.lanes.filter { lane in
      lane.working.contains { hours in
        !lane.away.contains { $0.reason != nil && $0.range.start <= hours.start && hours.end <= $0.range.end }
      }
    }.map(\.id)
    let cards = board.technicians.filter { working.contains($0.id) }
    let total = cards.reduce(0) { $0 + $1.utilisationPercent }
    return Counter(
      name: .load, value: cards.isEmpty ? .none : .share((total + cards.count / 2) / cards.count, of: 100),
      target: nil,
      basis: cards.map { Counter.Basis(order: nil, technician: $0.id, part: .percent($0.utilisationPercent)) }
    )
  }
}
