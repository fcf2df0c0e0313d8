import Domain
import HTTPTypes
import HummingbirdTesting
import Storage
import Sync
import TestSupport
import Testing

@testable import OfficeServer

@Suite("Who may do what, asked over the network")
struct MatrixTests {
  private static let owner = Person.ID(high: 7, low: 1)
  private static let person = Person.ID(high: 2, low: 77)
  private static let console = ConsoleID(high: 5, low: 77)

  @Test(
    "a console whose file was tampered with is refused what its person may not do, and nothing else for that",
    .verifies("USR-02", "USR-03"), arguments: Role.allCases)
  func matrix(_ role: Role) async throws {
    let served = try ServedFile()
    try await populate(served, role)
    var actions = EveryAction(seed: 5)
    var count = 0
    var refused = 0
    for kind in EveryAction.Kind.allCases {
      let office = served.file.state.office
      guard let command = actions.command(kind, in: office, at: ServedFile.start, by: Self.person) else {
        continue
      }
      let isAllowed = Self.isAllowed(command, in: office)
      count += 1
      // The file says that the owner did it; the token says who it was.
      let submission = Self.submission(command, id: UInt64(count), by: Self.owner)
      let push = Push(
        log: ServedFile.identity.log, epoch: ServedFile.identity.epoch,
        commands: [try WaitingCommand(submission, count: count, answered: 0)])
      let answer = try await served.ask(
        .post, "/v2/push", authorization: "Bearer token-77", body: CompactEncoder().encode(push))
      #expect(answer.status == .ok, "\(kind)")
      let conflict = served.file.state.office.conflicts.first { one in
        one.lost.contains { $0.id == submission.id }
      }
      if isAllowed {
        // One that rests on what was refused before falls with it.
        let own = conflict?.id == submission.id ? conflict?.refusal : nil
        #expect(!Self.isForbidden(own), "\(role) may \(kind)")
      } else {
        refused += 1
        // No person wishes it: a console asks for numbers by itself.
        let isOfConsole = if case .leaseNumbers = command { true } else { false }
        #expect(isOfConsole ? conflict == nil : conflict?.person == Self.person, "\(role) may not \(kind)")
      }
    }
    #expect(count > 40 && (role == .owner) == (refused == 0), "\(count) asked, \(refused) refused")
  }

  private static func isForbidden(_ refusal: Refusal?) -> Bool {
    if case .notAllowed? = refusal { true } else { false }
  }

  private static func isAllowed(_ command: Command, in office: Office) -> Bool {
    do {
      try office.authorize(command, by: person)
      return true
    } catch {
      return false
    }
  }

  private static func submission(
    _ command: Command, id: UInt64, by person: Person.ID, at console: ConsoleID = console
  ) -> Submission {
    Submission(
      id: Submission.ID(high: 77, low: id), stamp: Stamp(by: person, at: ServedFile.start, console: console),
      commands: [command], override: "the test", acceptsWarnings: true)
  }

  private func joining(as role: Role) -> Command {
    let name = PersonalText(id: Identifier(high: 9, low: 77), words: "P")
    if role == .technician {
      let technician = Technician(id: Technician.ID(high: 3, low: 77), handle: "p77", name: name)
      return .addTechnician(AddTechnician(technician, person: Self.person))
    }
    return .addPerson(AddPerson(Person(id: Self.person, handle: "p77", name: name, role: role)))
  }

  /// An office with some of everything, and somebody of a role who has joined a console.
  private func populate(_ served: ServedFile, _ role: Role) async throws {
    var actions = EveryAction(seed: 3)
    let kinds: [EveryAction.Kind] = [.newCustomer, .newSite, .newEquipment, .newTechnician, .log, .log, .log]
    for (index, kind) in (kinds + kinds).enumerated() {
      let office = served.file.state.office
      guard let command = actions.command(kind, in: office, at: ServedFile.start, by: Self.owner) else {
        continue
      }
      let submission = Self.submission(
        command, id: UInt64(900 + index), by: Self.owner, at: ServedFile.identity.console)
      do { try served.file.submit(submission) } catch { continue }
    }
    try served.file.submit(
      Self.submission(joining(as: role), id: 999, by: Self.owner, at: ServedFile.identity.console))
    try served.file.enrol(Self.person, code: "code-77", until: ServedFile.start + .hours(1), by: Self.owner)
    _ = try served.file.admit(code: "code-77", as: Self.console, token: "token-77")
  }
}
