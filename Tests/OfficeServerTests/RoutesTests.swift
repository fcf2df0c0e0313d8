import Domain
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Storage
import Sync
import TestSupport
import Testing

@testable import OfficeServer

@Suite("The routes of a served office")
struct RoutesTests {
  /// What somebody without a right to it gets of each route. A route that is not in it fails the test below.
  private static let needs: [String: Route.Need] = [
    "GET /health": .nothing,
    "POST /v2/join": .code,
    "POST /v2/pull": .console,
    "POST /v2/older": .console,
    "POST /v2/push": .console,
    "POST /v2/snapshot": .console,
    "POST /v2/live": .console,
    "POST /v2/enrol-anew": .console,
    "POST /v2/calls": .console,
    "POST /v2/consoles": .console,
    "POST /v2/files/lacking": .console,
    "PUT /v2/files/{hash}": .console,
    "GET /v2/files/{hash}": .console
  ]

  @Test("are all in the table of what each needs")
  func complete() throws {
    let routes = Routes(desk: try ServedFile().desk, isLocal: false)
    #expect(Dictionary(uniqueKeysWithValues: routes.all.map { ($0.name, $0.need) }) == Self.needs)
  }

  @Test(
    "tell nothing without a token, by one that nobody has, by one that was revoked, or by somebody who has left",
    arguments: [true, false])
  func closed(isLocal: Bool) async throws {
    let served = try ServedFile()
    try served.file.revoke(ServedFile.consoles[1], by: ServedFile.people[0])
    let words = [
      nil, "", "Bearer", "Bearer ", "Bearer token-9", "Bearer token-1", "bearer token-0",
      "Basic dG9rZW4tMA==",
      "Console \(ServedFile.consoles[0])", "Console \(ServedFile.consoles[1])"
    ]
    for (name, need) in Self.needs where need != .nothing {
      let parts = name.split(separator: " ")
      let method = try #require(HTTPRequest.Method(rawValue: String(parts[0])))
      let path = String(parts[1]).replacing("{hash}", with: String(repeating: "a", count: 64))
      for word in words {
        let answer = try await served.ask(
          method, path, authorization: word, body: need == .code ? [0xFF] : [], isLocal: isLocal)
        let expected: HTTPResponse.Status = need == .code ? .badRequest : .unauthorized
        #expect(answer.status == expected, "\(name) \(word ?? "nil")")
        #expect(answer.body.readableBytes < 200)
      }
    }
  }

  @Test("refuse what is no message, and one that is too long, before anything is done")
  func garbage() async throws {
    let served = try ServedFile()
    let before = try served.file.lastEntry()
    for (name, need) in Self.needs where need == .console && name.hasPrefix("POST") {
      let path = String(name.dropFirst("POST ".count))
      for (body, status) in [
        ([], name.hasSuffix("lacking") ? .ok : HTTPResponse.Status.badRequest), ([0xFF, 0x00], .badRequest),
        ([UInt8](repeating: 7, count: Routes.longest + 1), .contentTooLarge)
      ] {
        let answer = try await served.ask(.post, path, authorization: "Bearer token-0", body: body)
        #expect(answer.status == status, "\(name) \(body.count)")
      }
    }
    #expect(try served.file.lastEntry() == before)
  }

  @Test("let nobody but a technician in for a technician's face, and enter nothing of who was not")
  func technicianAlone() async throws {
    let served = try ServedFile()
    let before = try served.file.lastEntry()
    let turned = try await served.desk.join(JoinRequest(code: "", technician: true), account: "d0")
    #expect(turned == nil)
    #expect(try served.file.lastEntry() == before)
    #expect(try await served.desk.join(JoinRequest(code: ""), account: "d0") != nil)
  }

  @Test("say how the office is and nothing about anybody")
  func health() async throws {
    let served = try ServedFile()
    let text = String(buffer: try await served.ask(.get, "/health").body)
    #expect(text.contains("\"entries\":8,") && text.contains("\"consoles\":2"))
    for word in ["Riverside", "token", "Bea", "dispatcher"] { #expect(!text.contains(word)) }
  }

  @Test("say the number and the hash of one entry, whoever else has written to the office's file")
  func healthOfOneMoment() async throws {
    let served = try ServedFile()
    let window = try OfficeFile(
      opening: served.file.path, options: FileOptions(clock: { ServedFile.start }))
    try window.enrol(
      ServedFile.people[0], code: "by another", until: ServedFile.start, by: ServedFile.people[1])
    #expect(served.file.state.seq != window.state.seq)
    let text = String(buffer: try await served.ask(.get, "/health").body)
    #expect(text.contains("\"entries\":\(window.state.seq),\"head\":\"\(window.state.head)\","), "\(text)")
  }

  @Test(
    "answer a push that the disk has no room for with 507, enter none of it, and say so until there is room")
  func full() async throws {
    let served = try ServedFile(hasRoom: false)
    let head = try served.file.lastEntry()
    let words = String(repeating: "water everywhere ", count: 4_000)
    let push = try served.push([ServedFile.note(words, id: 1), ServedFile.note(words, id: 2)])
    let answer = try await served.ask(.post, "/v2/push", authorization: "Bearer token-0", body: push)
    #expect(answer.status.code == 507)
    #expect(try served.file.lastEntry() == head)
    let trouble = String(buffer: try await served.ask(.get, "/health").body)
    #expect(trouble.contains("\"ok\":false,\"trouble\":\"diskFull\""), "\(trouble)")
    let pull = try CompactEncoder().encode(Pull(log: ServedFile.identity.log, after: .beginning))
    let page = try await served.ask(.post, "/v2/pull", authorization: "Bearer token-0", body: pull)
    #expect(page.status == .ok)
    let small = try served.push([ServedFile.note("dog in the yard", id: 3)])
    let taken = try await served.ask(.post, "/v2/push", authorization: "Bearer token-0", body: small)
    #expect(taken.status == .ok)
    #expect(String(buffer: try await served.ask(.get, "/health").body).contains("\"ok\":true"))
  }
}
