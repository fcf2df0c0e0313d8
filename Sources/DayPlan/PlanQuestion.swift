public import Domain

/// What somebody wants to have planned.
public enum PlanQuestion: Hashable, Sendable {
  /// The work that nobody has: these orders, or all that waits.
  case waiting([WorkOrder.ID])
  /// A technician's own day in a better order.
  case route(Technician.ID)
  /// The visits of these technicians in a better order and better shared among them; nobody else is touched.
  case among([Technician.ID])
  /// The rest of a technician's day given to others, because he cannot do it.
  case away(Technician.ID)
  /// What becomes of a technician's next visits, because he is late.
  case late(Technician.ID)
  /// An order that cannot wait: who comes, and what gives way.
  case urgent(WorkOrder.ID)
  /// The waiting work that fits best into a technician's free time, around an instant or anywhere in the day.
  case fill(Technician.ID, at: Timestamp?)
  /// An order with the other waiting work in reach of it, for one technician together.
  case together(WorkOrder.ID)
}
