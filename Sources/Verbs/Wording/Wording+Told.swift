public import Domain

/// Which customers hear of a time, said before anything is written.
extension Wording {
  /// `2 customers are told (20404, 20411)`, `1 to be told by phone (20417)`.
  func told(_ orders: [WorkOrder]) -> [String] {
    let told = orders.filter { office.canBeTold(.customer, of: $0) }.map(\.number)
    let silent = orders.map(\.number).filter { !told.contains($0) }
    return [
      told.isEmpty ? nil : "\(told.count) customer\(told.count == 1 ? " is" : "s are") told\(of(told))",
      silent.isEmpty ? nil : "\(silent.count) to be told by phone\(of(silent))"
    ].compactMap(\.self)
  }

  /// Whose they are, as far as there is room to say: ` (20404, 20411)`.
  private func of(_ numbers: [Int]) -> String {
    numbers.count > 3 ? "" : " (\(numbers.map(String.init).joined(separator: ", ")))"
  }

  /// Who is told of the time of a visit: `Store 9 is told 14:30`, or that nobody can be; nil where nobody is to hear.
  func told(_ order: WorkOrder, ofVisitAt start: Timestamp) -> String? {
    guard start > now, order.hears(ofVisitAt: start) else { return nil }
    let who = office.recipient(.customer, of: order).map { recipient($0, of: order) } ?? "the customer"
    return office.canBeTold(.customer, of: order)
      ? "\(who) is told \(time(start))" : "\(who) has no number: tell the time by phone"
  }

  /// Which customers hear of it when somebody takes an order as shown: `Store 9 is told 14:30`, `1 customer is told
  /// (20404)` of those who make room.
  public func told(_ order: WorkOrder, of candidate: Candidate) -> [String] {
    [told(order, ofVisitAt: candidate.arrival)].compactMap(\.self) + told(movedBy: candidate)
  }

  /// Which customers hear of what makes room for somebody's visit.
  func told(movedBy candidate: Candidate) -> [String] { told(candidate.moves.compactMap(moved)) }

  /// The same of several orders, each with who takes it.
  public func told(_ given: [(order: WorkOrder.ID, candidate: Candidate)]) -> [String] {
    let placed = given.compactMap { id, candidate -> WorkOrder? in
      guard let order = office.order(id), candidate.arrival > now else { return nil }
      return order.hears(ofVisitAt: candidate.arrival) ? order : nil
    }
    return told(placed + given.flatMap { $0.candidate.moves.compactMap(moved) })
  }

  /// The same of a push.
  func told(_ plan: PushPlan) -> [String] {
    told(
      plan.moves.compactMap { move in
        guard let start = move.to.start, start > now else { return nil }
        return office.order(move.order).flatMap { $0.hears(ofMoveTo: start) ? $0 : nil }
      })
  }

  /// That a customer still counts on the time of a visit that goes back to the queue: `Store 9 was told 14:30 and still
  /// counts on it: who gets it next tells him, or message 20404 correction now.`; nil where nobody does.
  func countsOnItStill(_ order: WorkOrder) -> String? {
    guard order.technician != nil, let told = order.toldTime, order.lastTold?.state != .waiting, told > now,
      let who = order.lastTold.map({ recipient($0.to, of: order) })
    else { return nil }
    return
      "\(order.number): \(who) was told \(time(told)) and counts on it; another time is told when it is planned, "
      + "or \(correction(order.number)) says now that it is off."
  }

  /// The order that moves, where its customer is to hear of it.
  private func moved(_ move: CandidateMove) -> WorkOrder? {
    office.order(move.order).flatMap { $0.hears(ofMoveTo: move.to) ? $0 : nil }
  }
}
