import Domain
import Hummingbird
import HummingbirdTesting
import NIOCore
import Storage
import Sync
import TestSupport

@testable import OfficeServer

/// An office with two dispatchers who have joined a console each, answering in this process.
final class ServedFile: Sendable {
  static let start = Timestamp(seconds: 1_795_516_920)
  static let people = (1...2).map { Person.ID(high: 2, low: $0) }
  static let consoles = (1...2).map { ConsoleID(high: 5, low: $0) }
  static let identity = FileIdentity(
    log: Identifier(high: 1, low: 1), epoch: Identifier(high: 1, low: 2), console: ConsoleID(high: 1, low: 3))

  let folder: TemporaryFolder
  let file: OfficeFile
  let desk: ServerDesk

  /// Without room the disk takes some pages more, and then nothing.
  init(
    hasRoom: Bool = true,
    instant: (@Sendable () -> ContinuousClock.Instant)? = nil,
    callsElsewhere: @escaping @Sendable ([CallInHand]) -> Void = { _ in }
  ) throws {
    folder = try TemporaryFolder()
    var options = FileOptions(clock: { Self.start })
    if !hasRoom { options.maximumPages = 90 }
    file = try OfficeFile.create(at: folder.file("office.db"), identity: Self.identity, options: options)
    let began = ContinuousClock.now
    let host = ServerHost(
      secrets: Secrets(console: { ConsoleID(high: 6, low: 1) }, token: { "fresh" }, code: { "made" }),
      account: { _ in "d0" },
      version: "0", callsElsewhere: callsElsewhere, instant: instant ?? { began })
    desk = ServerDesk(file: file, host: host) { _ in }
    try found()
    try file.startOffice(by: Self.people[0])
    for (index, person) in Self.people.enumerated() {
      try file.enrol(person, code: "code-\(index)", until: Self.start + .hours(1), by: Self.people[0])
      _ = try file.admit(code: "code-\(index)", as: Self.consoles[index], token: "token-\(index)")
    }
  }

  /// Asks a route as the network does; `authorization` is the words of the header.
  func ask(
    _ method: HTTPRequest.Method, _ path: String, authorization: String? = nil, body: [UInt8] = [],
    isLocal: Bool = false
  ) async throws -> TestResponse {
    let app = Application(router: Routes(desk: desk, isLocal: isLocal).router)
    var headers = HTTPFields()
    if let authorization { headers[.authorization] = authorization }
    let known = headers
    return try await app.test(.router) { client in
      try await client.executeRequest(
        uri: path, method: method, headers: known, body: ByteBuffer(bytes: body))
    }
  }

  /// A note on an order that is not there is a conflict, and an entry like any other.
  static func note(_ words: String, id: UInt64) -> Submission {
    Submission(
      id: Submission.ID(high: 78, low: id), stamp: Stamp(by: people[0], at: start, console: consoles[0]),
      commands: [.addNote(WorkOrder.ID(high: 4, low: 1), AddNote(words))])
  }

  /// What the first console pushes, from its first number on.
  func push(_ submissions: [Submission]) throws -> [UInt8] {
    let commands = try submissions.enumerated().map { index, submission in
      try WaitingCommand(submission, count: index + 1, answered: 0)
    }
    return try CompactEncoder().encode(
      Push(log: Self.identity.log, epoch: Self.identity.epoch, commands: commands))
  }

  private func found() throws {
    let profile = OfficeProfile(name: "Riverside", zone: "UTC", currency: "GBP")
    let owner = Person(
      id: Person.ID(high: 7, low: 1), handle: "bea",
      name: PersonalText(id: Identifier(high: 9, low: 1), words: "Bea"), role: .owner)
    var commands: [Command] = [
      .foundOffice(
        FoundOffice(profile: profile, zone: .utc, firstNumber: 20_001, contracts: [], owner: owner))
    ]
    for (index, id) in Self.people.enumerated() {
      let name = PersonalText(id: Identifier(high: 9, low: UInt64(index + 2)), words: "D")
      commands.append(
        .addPerson(AddPerson(Person(id: id, handle: "d\(index)", name: name, role: .dispatcher))))
    }
    for (index, command) in commands.enumerated() {
      let stamp = Stamp(by: owner.id, at: Self.start, console: Self.identity.console)
      try file.submit(
        Submission(
          id: Submission.ID(high: 8, low: UInt64(index + 1)), stamp: stamp, commands: [command],
          acceptsWarnings: true))
    }
  }
}
