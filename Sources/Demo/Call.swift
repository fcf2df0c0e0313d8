import Domain

/// A piece of work that somebody asked for on the made-up day, before it has a number.
struct Call: Sendable {
  let id: WorkOrder.ID
  let request: WorkRequest
  let fault: Fault
  let place: Place
  let priority: Priority
  let receivedAt: Timestamp
  /// The number that the story gives it, counted within the story.
  let number: Int?
  let summary: String
  var isTriaged = true
  var window: TimeRange?

  /// What is logged; whoever may dispatch confirms the priority in the same breath.
  func work(number: Int, isConfirmed: Bool) -> LoggedWork {
    var work = LoggedWork(
      id: id, number: number, request: request, receivedAt: receivedAt, summary: summary, priority: priority,
      priorityIsConfirmed: isTriaged && isConfirmed, estimate: .minutes(fault.minutes))
    work.trade = isTriaged ? fault.trade : nil
    work.customer = place.customer.id
    work.site = place.site.id
    work.equipment = place.thing(fault.trade)?.id
    work.moneyLimit = isConfirmed ? moneyLimit : nil
    work.window = window
    return work
  }

  /// The dispatcher's look at what the helpdesk wrote down: priority and money limit.
  var triage: TriageWorkOrder {
    TriageWorkOrder(changes: [FieldChange(.nte, from: nil, to: .plain(moneyLimit.text))])
  }

  private var moneyLimit: Money { Money(hundredths: place.tier == .standard ? 25_000 : 40_000) }
}
