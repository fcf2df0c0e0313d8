import DayPlan
import Domain
import TestSupport
import Testing

@Suite("Who makes room for an order")
struct AssignMovesTests {
  @Test("is warned of with every visit that moves, and what each of them breaks", .verifies("REC-02"))
  func everyMove() throws {
    var looked = 0
    for office in PlanOffice.several {
      for order in PlanOffice.waiting(in: office) {
        let eligible = office.exactCandidates(for: order, at: Story.now).eligible
        guard let place = eligible.prefix(9).firstIndex(where: { $0.moves.count > 1 }) else { continue }
        let candidate = eligible[place]
        var desk = FormDesk.at(order: order.number, in: office, 200, 60)
        desk.type("a\(place + 1)")
        for move in candidate.moves {
          #expect(desk.text.contains("\(move.number) "), "\(order.number): \(desk.text)")
          #expect(move.broken.allSatisfy { $0.severity == .warn })
        }
        #expect(desk.text.contains("again gives"))
        #expect(
          desk.text.replacing(/[│\s]+/, with: " ").contains(/again gives [^.]*, moves \d+/), "\(desk.text)")
        looked += 1
        if looked > 2 { return }
      }
    }
    #expect(looked > 0)
  }

  @Test("says until when a site lets nobody in, where that is why nobody comes today", .verifies("REC-03"))
  func closed() throws {
    var office = PlanOffice.office
    let order = try #require(
      PlanOffice.waiting(in: office).first { $0.priority == .p4 && $0.window == nil && $0.site != nil })
    let site = try #require(order.site)
    let tomorrow = office.today(at: Story.now).adding(days: 1)
    let hours = try #require(OpenInterval("09:00-17:00"))
    office.sites.change(site) { $0.hours = OpeningHours(weekly: [tomorrow.weekday: [hours]]) }
    var desk = FormDesk.at(order: order.number, in: office, 200, 60)
    desk.type("a")
    #expect(desk.text.contains("lets nobody in before"), "\(desk.text)")
    desk.type("r")
    #expect(desk.text.contains("lets nobody in before"), "\(desk.text)")
  }

  @Test(
    "shows who comes from another company, what it costs, and warns where it is not insured",
    .verifies("REC-12"))
  func vendors() throws {
    var office = PlanOffice.office
    let order = try #require(
      PlanOffice.waiting(in: office).first {
        !office.exactCandidates(for: $0, at: Story.now).eligible.isEmpty
      })
    for technician in office.technicians.inOrder {
      office.technicians.change(technician.id) {
        ($0.company, $0.rate, $0.callOut) = ("Acme Lifts", Money("60"), Money("40"))
      }
    }
    var desk = FormDesk.at(order: order.number, in: office, 200, 60)
    desk.type("a")
    #expect(desk.text.contains("no insurance of Acme Lifts is on record"), "\(desk.text)")
    let length = order.openVisit?.estimate ?? order.estimate
    let price = Money(hundredths: 4_000 + 6_000 * length.seconds / 3_600).text
    #expect(desk.text.contains("Acme Lifts, about \(price)"), "\(desk.text)")
    desk.type("<Enter>")
    #expect(desk.submitted.isEmpty && desk.text.contains("Nothing is done yet"))
  }
}
