import Domain
import TestSupport
import Testing

@testable import Verbs

@Suite("The matrix of roles and verbs", .verifies("USR-03", "USR-02"))
struct RolesTests {
  @Test("has a decision in every cell")
  func decided() {
    for verb in Verbs.catalogue {
      #expect(
        (verb.permission == nil) == Papers.forEverybody.contains(verb.name),
        "\(verb.name): nobody has decided about it, or it is decided twice")
      for role in Role.allCases {
        #expect(["yes", "own", "held for parts", "done", "no"].contains(Papers.cell(verb, role)))
      }
    }
  }

  @Test("keeps each role to what it is for")
  func roles() throws {
    func cell(_ verb: String, _ role: Role) throws -> String {
      Papers.cell(try #require(Verbs.verb(named: verb)), role)
    }
    for verb in Verbs.catalogue {
      #expect(Papers.cell(verb, .owner) == "yes")
      let auditor = Papers.cell(verb, .auditor)
      #expect(
        auditor == "no" || verb.permission == nil || verb.permission == .seeAllWork, "\(verb.name)")
    }
    for (verb, role, wanted) in [
      ("work-order.assign", Role.helpdesk, "no"), ("work-order.log", .helpdesk, "yes"),
      ("work-order.accept", .technician, "own"), ("work-order.cancel", .technician, "no"),
      ("person.add", .dispatcher, "no"), ("person.add", .supervisor, "yes"),
      ("desk.board", .technician, "no"),
      ("work-order.hold", .parts, "held for parts"), ("work-order.rework", .quality, "done"),
      ("work-order.close", .billing, "done"), ("work-order.assign", .parts, "no"),
      ("work-order.cancel", .billing, "no"), ("person.add", .quality, "no"),
      ("work-order.edit", .billing, "yes"), ("work-order.edit", .quality, "no"),
      ("work-order.window", .billing, "no")
    ] {
      #expect(try cell(verb, role) == wanted, "\(role) \(verb)")
    }
  }

  @Test("who still has work cannot leave, and who has none leaves the board with it")
  func leaving() throws {
    var desk = try ParsingTests.desk()
    #expect(throws: Refusal.inUse(.order(20_402))) { try desk.say("person edit ana status=left") }
    #expect(try desk.technician("ana").isActive)
    try desk.say("unassign 20402")
    try desk.say("person edit ana status=left")
    #expect(try !desk.technician("ana").isActive)
    #expect(desk.office.people.inOrder.first { $0.handle == "ana" }?.isActive == false)
  }

  @Test("names every verb once on its page")
  func page() {
    for verb in Verbs.catalogue {
      #expect(
        Papers.rolesPage.contains("| \(verb.spoken) |") || Papers.rolesPage.contains("`\(verb.spoken)`"))
    }
  }
}
