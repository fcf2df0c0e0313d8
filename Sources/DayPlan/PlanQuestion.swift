public import Domain

/// What somebody wants to have planned.
public enum PlanQuestion: Hashable, Sendable {
  /// The work that nobody has: these orders, or all that waits; on a day, else on the first on which somebody works.
  case waiting([WorkOrder.ID], on: CivilDate? = nil)
  /// A technician's own day in a better order; else today's.
  case route(Technician.ID, on: CivilDate? = nil)
  /// The visits of these technicians in a better order and better shared among them; nobody else is touched.
  case among([Technician.ID], on: CivilDate? = nil)
  /// The rest of a technician's day, or a later day of his, given to others, because he cannot do it.
  case away(Technician.ID, on: CivilDate? = nil)
  /// What becomes of a technician's next visits, because he is late, or of a later day's, because they stand too close;
  /// where he has said so, because he will be so much later than is known.
  case late(Technician.ID, on: CivilDate? = nil, by: Span? = nil)
  /// An order that cannot wait: who comes, and what gives way; on a day, else on the first on which it may be done.
  case urgent(WorkOrder.ID, on: CivilDate? = nil)
  /// The waiting work that fits best into a technician's free time, around an instant or anywhere in the day.
  case fill(Technician.ID, at: Timestamp?)
  /// An order with the other waiting work in reach of it, for one technician together; on such a day, too.
  case together(WorkOrder.ID, on: CivilDate? = nil)
}

extension PlanQuestion {
  /// The day that is asked about, where one was said.
  public var day: CivilDate? {
    switch self {
    case .waiting(_, let day), .route(_, let day), .among(_, let day), .away(_, let day), .urgent(_, let day),
      .together(_, let day), .late(_, let day, _):
      day
    case .fill: nil
    }
  }

  /// How much later than is known somebody begins, by his own word.
  var delays: [Technician.ID: Span] {
    if case .late(let technician, _, let by?) = self { [technician: by] } else { [:] }
  }
}
