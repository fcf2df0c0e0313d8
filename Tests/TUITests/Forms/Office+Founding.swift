import Domain

extension Office {
  /// An entry that makes all records of an office that was put together by hand.
  var founding: Entry {
    var events: [Event] = customers.inOrder.map { .customer($0.id, .added($0)) }
    events += sites.inOrder.map { .site($0.id, .added($0)) }
    events += equipment.inOrder.map { .equipment($0.id, .added($0)) }
    events += technicians.inOrder.map { .technician($0.id, .added($0)) }
    events += people.inOrder.map { .person($0.id, .added($0)) }
    events += orders.inOrder.compactMap { order in
      order.logged.map { .workOrder(order.id, .logged($0)) }
    }
    return Entry(
      seq: 0, submission: .init(high: 2, low: 0), person: Story.bea, console: ConsoleID(high: 1, low: 1),
      count: 0, at: Story.at(6, 0), recordedAt: Story.at(6, 0), commands: [], events: events, inverse: [],
      override: nil, previous: .zero, hash: .zero)
  }
}

extension WorkOrder {
  /// What was logged when it began.
  fileprivate var logged: LoggedWork? {
    guard let request = requests.first else { return nil }
    var work = LoggedWork(
      id: id, number: number, request: request, receivedAt: receivedAt, summary: summary,
      priority: priority, priorityIsConfirmed: priorityIsConfirmed, estimate: estimate)
    work.trade = trade
    work.site = site
    work.equipment = equipment
    work.customer = customer
    return work
  }
}
