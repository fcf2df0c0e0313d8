/// What an order's event means for other records; it is part of the fold and as total as that.
extension Office {
  /// A closed order is written into its equipment's history and a reopened one taken out of it; what a
  /// duplicate's callers said is also put to the order it is about, and taken off it again.
  mutating func noteConsequences(of nature: EventNature, _ before: WorkOrder?, _ after: WorkOrder?) {
    switch nature.consequence {
    case .writtenAnew:
      if let before, after?.ending == nil { takeBack(before) }
      if let after { writeHistory(of: after) }
    case .written: if let after { writeHistory(of: after) }
    case .rated: if let after { keepRating(of: after) }
    case .takenBack: if let before { takeBack(before) }
    case .endingRestored(let from, let to):
      if from != nil, let before { takeBack(before) }
      if let to, let after { putBack(after, to) }
    case .callsMoved(let original): if let after { orders.change(original) { $0.requests += after.requests } }
    case nil: break
    }
  }

  /// What the customer thought of closed work is kept with whoever did it.
  private mutating func keepRating(of order: WorkOrder) {
    guard case .closed? = order.ending?.kind, let technician = order.doneBy else { return }
    let customer = customer(of: order)?.id
    technicians.change(technician) { $0.keep(ratingOf: order, by: customer) }
  }

  private mutating func writeHistory(of order: WorkOrder) {
    keepRating(of: order)
    guard let thing = order.equipment, let record = order.keptService else { return }
    equipment.change(thing) { equipment in
      equipment.history.removeAll { $0.order == record.order && $0.closedAt == record.closedAt }
      equipment.history.append(record)
      equipment.trimHistory()
    }
  }

  private mutating func putBack(_ order: WorkOrder, _ ending: Ending) {
    switch ending.kind {
    case .closed: writeHistory(of: order)
    case .duplicate(let original, _): orders.change(original) { $0.requests += order.requests }
    case .cancelled: break
    }
  }

  private mutating func takeBack(_ order: WorkOrder) {
    guard let ending = order.ending else { return }
    switch ending.kind {
    case .closed:
      if let technician = order.doneBy { technicians.change(technician) { $0.forget(ratingOf: order) } }
      guard let thing = order.equipment else { return }
      equipment.change(thing) { equipment in
        equipment.history.removeAll { $0.order == order.number && $0.closedAt == ending.at }
      }
    case .duplicate(let original, _):
      let moved = Set(order.requests.map(\.id))
      orders.change(original) { $0.requests.removeAll { moved.contains($0.id) } }
    case .cancelled: break
    }
  }
}

extension WorkOrder {
  /// What a closed order says in its equipment's history, as whoever reads it sees it: what its record keeps with what
  /// was wrong, and of imported work of which nothing is reported what was noted last.
  public var serviceRecord: ServiceRecord? {
    guard let kept = keptService else { return nil }
    let noted = restsAsImported ? notes.last?.words : nil
    return kept.told(summary: summary, did: kept.did.isEmpty ? noted ?? "" : kept.did)
  }

  /// What the record of its equipment keeps of it: the last report's words, all visits' parts, time and cost, of
  /// imported work what its source reports. It is a part of the fold: of an entry of any age it says what it always
  /// said, or the rows of older files would not be what their ledger says.
  fileprivate var keptService: ServiceRecord? {
    guard let ending, case .closed(let record) = ending.kind else { return nil }
    let done = visits.compactMap(\.assignment).filter { $0.report != nil }
    let reports = done.isEmpty ? [sourceReport].compactMap(\.self) : done.compactMap(\.report)
    let did = reports.last.flatMap { $0.did.isEmpty ? nil : $0.did }
    let work = reports.compactMap(\.work)
    let cost = reports.compactMap(\.cost)
    return ServiceRecord(
      order: number, closedAt: ending.at, technician: (done.last ?? visits.last?.assignment)?.technician,
      did: did ?? record.resolution ?? "",
      cause: reports.last { $0.cause != nil }?.cause,
      parts: reports.flatMap(\.parts), work: work.isEmpty ? nil : work.reduce(.zero, +),
      cost: cost.isEmpty ? nil : cost.reduce(Money.zero, +))
  }
}
