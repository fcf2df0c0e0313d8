import DayPlan
import Domain
import TestSupport
import Testing
import Verbs

@Suite("Who hears of a plan")
struct ToldByPlanTests {
  /// A made-up office where the customer of the most urgent work that nobody has was told another time than now.
  private static func office() throws -> (Office, WorkOrder) {
    var office = PlanOffice.office
    let order = try #require(PlanOffice.waiting(in: office).first)
    let words = PersonalText(id: Identifier(high: 31, low: 2), words: "0151 496 0177")
    office.customers.change(try #require(office.customer(of: order)?.id)) { $0.phone = words }
    let stamp = Stamp(by: Story.bea, at: Story.now - .hours(1), console: ConsoleID(high: 0, low: 0))
    var told = OutgoingMessage(
      id: OutgoingMessage.ID(high: 31, low: 1), to: .customer(try #require(office.customer(of: order)?.id)),
      channel: .text, address: words, words: words, template: "time", cause: .byHand,
      tells: Story.now + .hours(9), stamp, waitsUntil: Story.now - .minutes(59))
    told.state = .sent
    office.orders.change(order.id) { $0.messages.append(told) }
    return (office, try #require(office.order(order.id)))
  }

  @Test(
    "a customer who counts on another time is named before it is done, and told in the same step",
    .verifies("TML-08"))
  func told() throws {
    let (office, order) = try Self.office()
    let answer = try #require(office.answer(.urgent(order.id), at: Story.now, for: .supervisor))
    let option = try #require(answer.options.first)
    #expect(option.affected(in: office).customers.contains(order.id))
    let words = Wording(office: office, now: Story.now).affected(option)
    #expect(words.contains("told") && words.contains(String(order.number)), "\(words)")
    let commands = option.proposal(verb: ReplanVerb.name, in: PlanOffice.context(office)).commands
    let isTold = commands.contains { command in
      if case .sendMessage(order.id, let message) = command {
        message.content == .template("time")
      } else {
        false
      }
    }
    #expect(isTold)
    let quiet = try #require(PlanOffice.office.answer(.urgent(order.id), at: Story.now, for: .supervisor))
    #expect(quiet.options.first?.affected(in: PlanOffice.office).customers.contains(order.id) == false)
  }

  @Test(
    "who loses work to the queue hears of it, and a customer who was promised a later day hears nothing",
    .verifies("MSG-03", "MSG-02", "REC-10"))
  func lost() throws {
    var office = PlanOffice.office
    let busiest = try #require(PlanOffice.busiest)
    let ahead = PlanOffice.ahead(busiest, in: office)
    let order = try #require(ahead.first { $0.hold == nil && $0.window == nil })
    let tomorrow = office.zone.startOfDay(office.today(at: Story.now).adding(days: 1)) + .hours(9)
    let phone = PersonalText(id: Identifier(high: 99, low: 3), words: "01514960177")
    office.technicians.change(busiest) { ($0.toldBy, $0.phone, $0.presence) = (.message, phone, .off) }
    office.orders.change(order.id) { order in
      order.window = TimeRange(start: tomorrow, length: .hours(2))
      let visit = order.visits.count - 1
      let last = order.visits[visit].assignments.count - 1
      order.visits[visit].assignments[last].status = .accepted
      order.visits[visit].assignments[last].toldBy = .message
    }
    let answer = try #require(
      office.answer(.away(busiest), at: Story.now, for: .supervisor, rules: FormDesk.quickRules))
    let option = try #require(answer.options.first)
    #expect(option.changes.contains { $0.id == order.id && $0.to.technician == nil })
    #expect(
      option.left.first { $0.id == order.id }?.verdict
        == .promised(TimeRange(start: tomorrow, length: .hours(2))))
    let commands = option.proposal(verb: ReplanVerb.name, in: PlanOffice.context(office)).commands
    let sent = commands.compactMap { command -> SendMessage.Content? in
      if case .sendMessage(order.id, let message) = command { message.content } else { nil }
    }
    #expect(sent == [.template("gone")])
    #expect(!option.affected(in: office).customers.contains(order.id))
  }
}
