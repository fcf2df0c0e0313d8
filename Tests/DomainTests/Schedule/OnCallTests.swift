import Domain
import TestSupport
import Testing

@Suite("On-call rota")
struct OnCallTests {
  private let all = OnCallTurn(technician: Town.ana, trade: nil, from: Town.at(18), to: Town.at(30))
  private let lifts = OnCallTurn(
    technician: Town.bo, trade: Trade("lift"), from: Town.at(18), to: Town.at(30))
  private let tomorrow = OnCallTurn(technician: Town.cy, trade: nil, from: Town.at(42), to: Town.at(54))

  private func town() throws -> Town {
    var town = try Town()
    for turn in [tomorrow, all, lifts] { try town.submit(.setOnCall(SetOnCall(turn)), by: Town.supervisor) }
    return town
  }

  @Test("says who is on call for a trade now and who is next", .verifies("BRD-13"))
  func nowAndNext() throws {
    let office = try town().office
    #expect(office.onCall(at: Town.at(20), trade: Trade("lift")).now == lifts)
    #expect(office.onCall(at: Town.at(20), trade: Trade("hvac")).now == all)
    #expect(office.onCall(at: Town.at(20), trade: nil).now == all)
    #expect(office.onCall(at: Town.at(20), trade: nil).next == tomorrow)
    #expect(office.onCall(at: Town.at(12), trade: Trade("lift")).now == nil)
    #expect(office.onCall(at: Town.at(12), trade: Trade("lift")).next == lifts)
    #expect(office.onCall(at: Town.at(30), trade: nil).now == nil)
  }

  @Test("the rota has a line for all trades and one for each trade with turns of its own")
  func rota() throws {
    let rota = try town().office.onCallRota(at: Town.at(20))
    #expect(
      rota == [
        OnCallLine(trade: nil, now: all, next: tomorrow),
        OnCallLine(trade: Trade("lift"), now: lifts, next: tomorrow)
      ])
  }

  @Test("being off by the end of a shift ends no turn on call, being unavailable does", .verifies("BRD-13"))
  func off() throws {
    var town = try town()
    town.now = Town.at(20)
    let order = try town.log(at: nil) { $0.priority = .p1 }
    func arrival() -> Timestamp? {
      town.office.candidates(for: order, at: town.now).eligible.first { $0.id == Town.ana }?.arrival
    }
    let free = try #require(arrival())
    #expect(free < Town.at(21))
    town.change { $0.presence = .off }
    #expect(arrival() == free)
    #expect(town.office.away(try town.technician(), at: Town.at(16))?.until == Town.at(18))
    try town.submit(Town.assign(order, Town.ana, Town.at(21)), yes: true)
    #expect(!Board(town.office, now: town.now).alerts.contains { $0.id.kind == .technicianAway })
    town.change { $0.presence = .unavailable }
    #expect(arrival().map { Town.at(30) <= $0 } ?? true)
    #expect(Board(town.office, now: town.now).alerts.contains { $0.id.kind == .technicianAway })
  }

  @Test("somebody who has left is passed over")
  func inactive() throws {
    var town = try town()
    town.change(Town.bo) { $0.isActive = false }
    #expect(town.office.onCall(at: Town.at(20), trade: Trade("lift")).now == all)
    #expect(town.office.isOnCall(Town.ana, at: Town.at(20), trade: Trade("lift")))
    #expect(!town.office.isOnCall(Town.ana, at: Town.at(30)))
  }

  @Test("refuses turns of nobody, of one who left and turns that end before they begin")
  func refusals() throws {
    var town = try Town()
    let nobody = OnCallTurn(
      technician: Technician.ID(high: 2, low: 99), trade: nil, from: Town.at(1), to: Town.at(2))
    let backwards = OnCallTurn(technician: Town.ana, trade: nil, from: Town.at(2), to: Town.at(2))
    #expect(
      town.refusal(of: .setOnCall(SetOnCall(nobody)), by: Town.owner)
        == .notFound(.technician(nobody.technician.description)))
    #expect(town.refusal(of: .setOnCall(SetOnCall(backwards)), by: Town.owner)?.code == "missing")
    town.change { $0.isActive = false }
    #expect(town.refusal(of: .setOnCall(SetOnCall(all)), by: Town.owner) == .inUse(.technician("ana")))
  }

  @Test("a turn with another end replaces the one it stands for, and can be taken back")
  func replaced() throws {
    var town = try town()
    let shorter = OnCallTurn(technician: Town.ana, trade: nil, from: Town.at(18), to: Town.at(26))
    let decision = try town.submit(.setOnCall(SetOnCall(shorter)), by: Town.supervisor)
    #expect(town.office.onCall.filter { $0.technician == Town.ana } == [shorter])
    for command in decision.inverse { try town.submit(command, by: Town.supervisor) }
    #expect(town.office.onCall.filter { $0.technician == Town.ana } == [all])
  }
}
