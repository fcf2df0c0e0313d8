/// What of an order an event changes, so far as it can stand in somebody's way.
enum OrderAspect: Hashable, Sendable {
  /// Who has it and when.
  case plan
  /// How far the work is.
  case progress
  case priority, claim, hold, pin, ending, record
  /// Something that is told and stands in nobody's way.
  case word
}

extension Refusal {
  /// The order whose event made it so, where that is not one of the command's own.
  public var otherOrder: Int? {
    guard case .broken(let broken) = self else { return nil }
    switch broken.evidence {
    case .overlap(let order, _, _): return order
    case .travel(_, let order, _): return order
    case .skill, .notWorking, .overBreak, .held, .past, .window, .siteClosed, .overtime, .moneyLimit, .pinned,
      .underWay, .onSite,
      .claimed, .refused, .ruledOut, .hasDeclined:
      return nil
    }
  }

  /// Whether the state of an order by now is why, and neither its person nor something that he can confirm.
  public var isOfTheMoment: Bool {
    switch self {
    case .changedSince, .workEnded, .wrongState, .alreadyOnHold, .notOnHold, .inUse, .taken: true
    case .broken, .notFound, .notAllowed, .overrideNeedsReason, .missing, .fault, .undoImpossible,
      .messageLeft,
      .handoverUnread, .needsNewerConsole, .personLeft, .planMovedOn:
      false
    }
  }

  /// Whether such an event can be why it was refused.
  public func isOwed(to event: WorkOrderEvent) -> Bool {
    let aspect = event.nature.aspect
    guard let aspects else { return aspect != .word }
    return aspects.contains(aspect)
  }

  /// What it is about; nil for whatever was changed last.
  private var aspects: Set<OrderAspect>? {
    switch self {
    case .changedSince(_, "technician", _), .changedSince(_, "start", _), .changedSince(_, "length", _):
      [.plan]
    case .changedSince(_, "priority", _): [.priority]
    case .changedSince(_, "claim", _): [.claim]
    case .changedSince(_, "hold", _), .alreadyOnHold, .notOnHold: [.hold]
    case .changedSince(_, "pin", _): [.pin]
    case .workEnded: [.ending]
    case .broken(let broken):
      switch broken.evidence {
      case .held: [.hold]
      case .pinned: [.pin]
      case .claimed: [.claim]
      case .underWay, .onSite: [.progress]
      case .overlap, .travel, .skill, .notWorking, .overBreak, .past, .window, .siteClosed, .overtime,
        .moneyLimit,
        .refused, .ruledOut, .hasDeclined:
        [.plan]
      }
    // What somebody may not do at all nobody has got in the way of.
    case .notAllowed(let permission, let role) where role.scope(of: permission) == nil: []
    case .personLeft: []
    // What is not here yet nobody has changed.
    case .notFound(.order): []
    case .changedSince, .wrongState, .notFound, .notAllowed, .overrideNeedsReason, .missing, .fault, .taken,
      .inUse, .undoImpossible, .messageLeft, .handoverUnread, .needsNewerConsole, .planMovedOn:
      nil
    }
  }
}
