import Domain
import TestSupport
import Testing

@Suite("Presence")
struct SetPresenceTests {
  private func set(_ presence: Presence, replacing: Presence?) -> Command {
    .setPresence(Town.ana, SetPresence(presence, replacing: replacing))
  }

  @Test("a dispatcher sets it", .verifies("BRD-03"))
  func byDispatcher() throws {
    var town = try Town()
    try town.submit(set(.onBreak, replacing: .available))
    #expect(try town.technician().presence == .onBreak)
    #expect(try town.technician().presenceSince == town.now)
    #expect(try !town.technician().presenceIsOwnReport)
  }

  @Test("the technician's own report wins over a dispatcher's stale claim", .verifies("BRD-03"))
  func ownReportWins() throws {
    var town = try Town()
    try town.submit(set(.unavailable, replacing: nil), by: Town.anaPerson)
    #expect(try town.technician().lastSeenAt == town.now)
    for stale in [Presence.available, nil] {
      #expect(
        town.refusal(of: set(.off, replacing: stale))
          == .changedSince(.technician("ana"), field: "presence", now: "unavailable"))
    }
    #expect(town.refusal(of: set(.off, replacing: .unavailable)) == nil, "who has seen it may change it")
  }

  @Test("the technician's own report replaces whatever was, and is never refused", .verifies("BRD-03"))
  func ownReport() throws {
    var town = try Town()
    try town.submit(set(.off, replacing: .available))
    try town.submit(set(.available, replacing: .onBreak), by: Town.anaPerson)
    #expect(try town.technician().presence == .available)
    #expect(try town.technician().presenceIsOwnReport)
  }

  @Test("a technician who confirms what a dispatcher set makes it his own word")
  func confirmed() throws {
    var town = try Town()
    try town.submit(set(.onBreak, replacing: .available))
    try town.submit(set(.onBreak, replacing: nil), by: Town.anaPerson)
    #expect(try town.technician().presenceIsOwnReport)
    #expect(town.refusal(of: set(.off, replacing: .available)) != nil)
    #expect(try town.submit(set(.onBreak, replacing: nil), by: Town.anaPerson).events.isEmpty)
  }

  @Test("of two dispatchers the one with the stale view is told")
  func twoDispatchers() throws {
    var town = try Town()
    try town.submit(set(.onBreak, replacing: .available))
    #expect(
      town.refusal(of: set(.off, replacing: .available), by: Town.supervisor)
        == .changedSince(.technician("ana"), field: "presence", now: "break"))
    #expect(town.refusal(of: set(.onBreak, replacing: .available), by: Town.supervisor) == nil)
  }

  @Test("a technician does not speak for another")
  func others() throws {
    let town = try Town()
    #expect(
      town.refusal(of: set(.off, replacing: .available), by: Town.boPerson)
        == .notAllowed(.reportWork, role: .technician))
  }
}
