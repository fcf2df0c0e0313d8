/// Gives work that waits to whoever is there first today of those who break no rule, whom the customer asks for before
/// the others, by a rule of the office. Where there is nobody it says so on the order, and people decide.
public struct GiveWork: WorkOrderCommand {
  public static let permission = Permission.dispatchWork
  public static let kind = CommandKind.claim

  /// The name of the office's rule.
  public var rule: String

  public init(by rule: String) { self.rule = rule }

  public func decide(on order: WorkOrder, in moment: Moment) throws(Refusal) -> [WorkOrderEvent] {
    if order.isEnded { throw .workEnded(order.number, order.status) }
    guard order.isUnassigned else { return [] }
    guard let give = assignment(of: order, in: moment) else {
      return [.noted("Rule \(rule): nobody is free today; it waits for a person.")]
    }
    let given = try give.decide(on: order, in: moment)
    return given + told(of: give, given, on: order, in: moment).events
  }

  public func inverse(on order: WorkOrder, in moment: Moment) -> [Command] {
    guard order.isUnassigned, let give = assignment(of: order, in: moment) else { return [] }
    do throws(Refusal) {
      let given = try give.decide(on: order, in: moment)
      return told(of: give, given, on: order, in: moment).messages.map { message in
        .recallMessage(order.id, RecallMessage(message.id, restoring: message))
      } + give.inverse(on: order, in: moment)
    } catch {
      return []
    }
  }

  /// Who is told of it in the same step: a customer who counts on another time or waits to hear one, and a technician
  /// who hears of his visits by message.
  private func tellings(of give: AssignVisit, on order: WorkOrder, in moment: Moment) -> [SendMessage] {
    let office = moment.office
    var tellings: [(MessageParty, String)] = []
    if order.hears(ofVisitAt: give.start), office.canBeTold(.customer, of: order) {
      tellings.append((.customer, "time"))
    }
    if office.technician(give.technician)?.toldBy == .message,
      office.canBeWritten(to: give.technician, about: order)
    {
      tellings.append((.technician, MessageTemplate.visit))
    }
    return tellings.enumerated().map { place, telling in
      let id = OutgoingMessage.ID(
        high: order.id.high, low: order.id.low &+ UInt64(order.messages.count + place + 1))
      return SendMessage(id: id, to: telling.0, .template(telling.1), cause: .rule(rule))
    }
  }

  /// The messages, written on the office that the assignment leaves, and what comes of them; where one cannot be
  /// written, it is noted.
  private func told(
    of give: AssignVisit, _ given: [WorkOrderEvent], on order: WorkOrder, in moment: Moment
  ) -> (messages: [SendMessage], events: [WorkOrderEvent]) {
    var after = moment.office
    for event in given { after.apply(.workOrder(order.id, event), moment.stamp) }
    guard let planned = after.order(order.id) else { return ([], []) }
    let then = Moment(office: after, stamp: moment.stamp, isAutomatic: true)
    var messages: [SendMessage] = []
    var events: [WorkOrderEvent] = []
    for message in tellings(of: give, on: order, in: moment) {
      do throws(Refusal) {
        events += try message.decide(on: planned, in: then)
        messages.append(message)
      } catch {
        events.append(.noted("Rule \(rule): nobody was told the time by message; say it by phone."))
      }
    }
    if order.hears(ofVisitAt: give.start), !moment.office.canBeTold(.customer, of: order) {
      events.append(.noted("Rule \(rule): the customer has no number; the time has to be told by phone."))
    }
    return (messages, events)
  }

  private func assignment(of order: WorkOrder, in moment: Moment) -> AssignVisit? {
    let office = moment.office
    let today = office.today(at: moment.now)
    let free = office.candidates(for: order, at: moment.now).eligible.filter { candidate in
      candidate.warnings.isEmpty && office.zone.date(at: candidate.arrival) <= today
    }
    return (free.first { $0.facts.contains(.askedFor) } ?? free.first).map { chosen in
      AssignVisit(
        visit: Visit.ID(high: order.id.high, low: order.id.low &+ UInt64(order.visits.count)),
        technician: chosen.id, start: chosen.arrival, replacing: nil)
    }
  }
}
