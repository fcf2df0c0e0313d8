import Domain
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Storage
import Sync
import Synchronization
import TestSupport
import Testing

@testable import OfficeServer

@Suite("Calls in forms at several consoles", .verifies("INT-01"))
struct CallsBoardTests {
  private static let site = Site.ID(high: 4, low: 1)
  private static let call = CallInHand(phone: "01514960123", site: site, begunAt: ServedFile.start)

  private func ask(
    _ calls: [CallInHand], _ number: Int, _ served: ServedFile
  ) async throws -> [CallInHand]? {
    let answer = try await served.ask(
      .post, "/v2/calls", authorization: "Bearer token-\(number)",
      body: try CompactEncoder().encode(CallsInHand(calls)))
    guard answer.status == .ok else { return nil }
    return try CompactDecoder().decode(CallsInHand.self, from: Array(answer.body.readableBytesView)).calls
  }

  @Test("each hears what the others have, by whom the office knows them to be, and nothing is kept of it")
  func exchanged() async throws {
    let served = try ServedFile()
    let before = try served.file.lastEntry()
    var lying = Self.call
    lying.person = ServedFile.people[1]
    #expect(try await ask([lying], 0, served) == [])
    let heard = try await ask([Self.call], 1, served)
    #expect(heard?.map(\.person) == [ServedFile.people[0]] && heard?.first?.phone == "01514960123")
    #expect(try await ask([], 0, served)?.map(\.person) == [ServedFile.people[1]])
    #expect(try await ask([Self.call], 1, served) == [], "a form that is closed is nobody's")
    #expect(try served.file.lastEntry() == before)
  }

  @Test("nobody hears of them who may not take calls")
  func scoped() async throws {
    let served = try ServedFile()
    _ = try await ask([Self.call], 0, served)
    let owner = Person.ID(high: 7, low: 1)
    let role = FieldChange(Person.Field.role, from: .plain("dispatcher"), to: .plain("auditor"))
    try served.file.submit(
      Submission(
        id: Submission.ID(high: 8, low: 90),
        stamp: Stamp(by: owner, at: ServedFile.start, console: ServedFile.identity.console),
        commands: [.editPerson(ServedFile.people[1], EditPerson([role]))], acceptsWarnings: true))
    #expect(try await ask([], 1, served) == nil)
  }

  @Test(
    "the windows on the office's own file are told of them too, and of none once a console has fallen silent")
  func toldHere() async throws {
    let heard = Mutex<[[CallInHand]]>([])
    let passed = Mutex(Duration.zero)
    let began = ContinuousClock.now
    let served = try ServedFile(instant: { began + passed.withLock { $0 } }) { calls in
      heard.withLock { $0.append(calls) }
    }
    _ = try await ask([Self.call], 0, served)
    #expect(heard.withLock { $0.last }?.map(\.person) == [ServedFile.people[0]])
    served.desk.tellCalls()
    #expect(heard.withLock { $0.last }?.count == 1)
    passed.withLock { $0 = CallsBoard.term }
    served.desk.tellCalls()
    #expect(heard.withLock { $0.last } == [])
  }

  @Test("who falls silent is forgotten, and nobody has more on the line than so many")
  func expires() {
    var board = CallsBoard()
    let now = ContinuousClock.now
    let many = CallsInHand([CallInHand](repeating: Self.call, count: CallsInHand.most + 9))
    let (one, other) = (ServedFile.consoles[0], ServedFile.consoles[1])
    let (hal, bea) = (ServedFile.people[0], ServedFile.people[1])
    #expect(board.exchange(many, of: one, by: hal, at: now, clock: ServedFile.start).isEmpty)
    #expect(
      board.exchange(CallsInHand([]), of: other, by: bea, at: now, clock: ServedFile.start).count
        == CallsInHand.most)
    #expect(
      board.exchange(CallsInHand([]), of: other, by: hal, at: now, clock: ServedFile.start).isEmpty,
      "his own are no others'")
    let later = now + CallsBoard.term
    #expect(board.exchange(CallsInHand([]), of: other, by: bea, at: later, clock: ServedFile.start).isEmpty)
  }

  @Test("nobody hides others' calls by what it says, and no number is longer than there are")
  func believed() {
    var board = CallsBoard()
    let now = ContinuousClock.now
    let odd = CallInHand(
      phone: String(repeating: "1", count: 9_000), site: nil, begunAt: Timestamp(seconds: 0))
    let (one, other) = (ServedFile.consoles[0], ServedFile.consoles[1])
    let (hal, bea) = (ServedFile.people[0], ServedFile.people[1])
    let clock = ServedFile.start
    _ = board.exchange(CallsInHand([odd, Self.call]), of: one, by: hal, at: now, clock: clock)
    let heard = board.exchange(CallsInHand([]), of: other, by: bea, at: now, clock: clock)
    #expect(heard.first == CallInHand(person: hal, phone: "01514960123", site: Self.site, begunAt: clock))
    #expect(heard.last?.phone?.count == CallInHand.mostFigures)
    #expect(heard.last?.begunAt == clock - CallInHand.longest)
  }
}
