import Domain
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Storage
import Sync
import TestSupport
import Testing

@testable import OfficeServer

@Suite("The consoles of an office, asked for at one of them")
struct ConsolesRouteTests {
  private static let owner = Person.ID(high: 7, low: 1)
  private static let token = "Bearer token-77"

  /// Somebody of a role at a console of his own.
  private static func served(_ role: Role) throws -> (ServedFile, Registrar) {
    let served = try ServedFile()
    let person = try add("p77", role, id: 77, to: served)
    let console = ConsoleID(high: 5, low: 77)
    try served.file.enrol(person, code: "code-77", until: ServedFile.start + .hours(1), by: owner)
    _ = try served.file.admit(code: "code-77", as: console, token: "token-77")
    return (served, Registrar(person: person, console: console))
  }

  private static func person(_ handle: String, _ role: Role, id: UInt64) -> Person {
    Person(
      id: Person.ID(high: 2, low: id), handle: handle,
      name: PersonalText(id: Identifier(high: 9, low: id), words: handle), role: role)
  }

  private static func add(
    _ handle: String, _ role: Role, id: UInt64, to served: ServedFile
  ) throws -> Person.ID {
    let command: Command
    if role == .technician {
      let name = PersonalText(id: Identifier(high: 9, low: id), words: handle)
      let technician = Technician(id: Technician.ID(high: 3, low: id), handle: handle, name: name)
      command = .addTechnician(AddTechnician(technician, person: Person.ID(high: 2, low: id)))
    } else {
      command = .addPerson(AddPerson(person(handle, role, id: id)))
    }
    try served.file.submit(
      Submission(
        id: Submission.ID(high: 8, low: id),
        stamp: Stamp(by: owner, at: ServedFile.start, console: ServedFile.identity.console),
        commands: [command], acceptsWarnings: true))
    return Person.ID(high: 2, low: id)
  }

  private func ask(_ served: ServedFile, _ request: ConsolesRequest) async throws -> ConsolesAnswer {
    let answer = try await served.ask(
      .post, "/v2/consoles", authorization: Self.token, body: CompactEncoder().encode(request))
    #expect(answer.status == .ok)
    return try CompactDecoder().decode(ConsolesAnswer.self, from: Array(answer.body.readableBytesView))
  }

  private static let requests: [ConsolesRequest] = [
    .list, .enrol(ServedFile.people[0]), .enrolNewcomer(person("newt", .helpdesk, id: 78)),
    .revoke(ServedFile.consoles[1])
  ]

  @Test(
    "are listed, let in and turned away by whoever may at the office, and by nobody else",
    arguments: Role.allCases)
  func matrix(_ role: Role) async throws {
    let mayManage = role.may(.managePeople)
    for request in Self.requests {
      let (served, caller) = try Self.served(role)
      let before = try served.file.lastEntry()
      let answer = try await ask(served, request)
      if case .refused(.notAllowed(.managePeople, role: role)) = answer {
        #expect(!mayManage, "\(role) \(request)")
        #expect(try served.file.lastEntry() == before, "\(role) \(request)")
      } else {
        #expect(mayManage, "\(role) \(request) \(answer)")
      }
      // Who did it is who asked, whatever a console could say of that.
      let entries = try served.file.entries(since: before, limit: 10)
      #expect(entries.allSatisfy { $0.person == caller.person })
      #expect((request != .list && mayManage) == !entries.isEmpty, "\(role) \(request)")
    }
  }

  @Test("a code that was asked for lets in whom it is for, once, and who is new acts here from then on")
  func enrolled() async throws {
    let (served, _) = try Self.served(.supervisor)
    let newcomer = Self.person("newt", .helpdesk, id: 78)
    guard case .code(let code, let until) = try await ask(served, .enrolNewcomer(newcomer)) else {
      Issue.record("no code")
      return
    }
    #expect(until == ServedFile.start + .hours(1))
    let joined = try served.file.admit(code: code, as: ConsoleID(high: 6, low: 9), token: "n")
    #expect(joined?.person == newcomer.id)
    #expect(served.file.state.office.person(newcomer.id)?.role == .helpdesk)
    #expect(try served.file.joinedConsoles().last?.invitedBy == Person.ID(high: 2, low: 77))
  }

  @Test("nobody but who manages the office has a code made for an owner, whatever is said of him")
  func owners() async throws {
    let (served, _) = try Self.served(.supervisor)
    let before = try served.file.lastEntry()
    for request in [
      ConsolesRequest.enrol(Self.owner), .enrolNewcomer(Self.person("boss", .owner, id: 79)),
      .enrolNewcomer(
        Person(
          id: Self.owner, handle: "fake", name: PersonalText(id: Identifier(high: 9, low: 79), words: "F"),
          role: .helpdesk))
    ] {
      #expect(try await ask(served, request) == .refused(.notAllowed(.manageOffice, role: .supervisor)))
    }
    #expect(try served.file.lastEntry() == before)
  }

  @Test("one that was turned away gets nothing at its next request")
  func revoked() async throws {
    let (served, caller) = try Self.served(.owner)
    guard case .consoles(let all) = try await ask(served, .revoke(ServedFile.consoles[1])) else {
      Issue.record("no list")
      return
    }
    #expect(all.first { $0.id == ServedFile.consoles[1] }?.revokedBy == caller.person)
    let list = try CompactEncoder().encode(ConsolesRequest.list)
    let gone = try await served.ask(.post, "/v2/consoles", authorization: "Bearer token-1", body: list)
    #expect(gone.status == .unauthorized)
  }
}
