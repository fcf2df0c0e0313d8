public import Domain

extension Proposal {
  /// The same with a line for each order that goes to another company without insurance or for more than may be spent.
  func namingVendors(in context: VerbContext) -> Proposal {
    let wording = Wording(office: context.office, now: context.now)
    var named = self
    named.warnings += commands.flatMap { command -> [String] in
      guard let (order, technician, range) = command.given(in: context.office) else { return [] }
      let terms = context.office.vendorTerms(of: technician, for: order, in: range)
      return wording.warnings(of: terms).map { "\(order.number): \($0)." }
    }
    return named
  }
}

extension Command {
  /// The order that it gives to somebody else, and when; nil for every other command.
  fileprivate func given(in office: Office) -> (WorkOrder, Technician, TimeRange)? {
    let found: (WorkOrder.ID, Technician.ID?, Timestamp?, Span?)? =
      if case .assignVisit(let id, let rule) = self {
        (id, rule.technician, rule.start, rule.length)
      } else if case .moveVisit(let id, let rule) = self {
        (id, rule.technician, rule.start, rule.length)
      } else {
        nil
      }
    guard let (id, holder, start, length) = found, let order = office.order(id), let start,
      let technician = office.technician(holder), order.technician != technician.id
    else { return nil }
    return (
      order, technician,
      TimeRange(start: start, length: length ?? order.openVisit?.estimate ?? order.estimate)
    )
  }
}

extension Candidate {
  /// The warnings that stand beside him in a list, his own and those of who makes room.
  public var shown: [BrokenRule] { warnings + moves.flatMap(\.broken) }
}
