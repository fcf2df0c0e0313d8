import Domain
import Hummingbird
import HummingbirdTesting
import Storage
import Testing

@testable import OfficeServer

@Suite("The routes of attached files")
struct FileRoutesTests {
  private static let hash = String(repeating: "ab", count: 32)

  @Test("take and give nothing that the ledger does not know")
  func unknown() async throws {
    let served = try ServedFile()
    let token = "Bearer token-0"
    let path = "/v2/files/\(Self.hash)?from=0"
    #expect(try await served.ask(.put, path, authorization: token, body: [1, 2]).status == .notFound)
    #expect(try await served.ask(.get, path, authorization: token).status == .notFound)
    let sha256 = try #require(Digest(Self.hash))
    let answer = try await served.ask(
      .post, "/v2/files/lacking", authorization: token, body: sha256.rawBytes)
    #expect(answer.status == .ok && answer.body.readableBytes == 0)
    #expect(served.file.attachmentsHere().isEmpty && served.file.partBytes(sha256) == 0)
  }

  @Test("refuse what is no hash, no place and no list of hashes")
  func garbage() async throws {
    let served = try ServedFile()
    for path in [
      "\(Self.hash)", "\(Self.hash)?from=-1", "\(Self.hash)?from=x", "abc?from=0", "..%2F..?from=0"
    ] {
      for method in [HTTPRequest.Method.get, .put] {
        let answer = try await served.ask(method, "/v2/files/" + path, authorization: "Bearer token-0")
        #expect(answer.status == .badRequest, "\(method) \(path)")
      }
    }
    for (count, status) in [(31, HTTPResponse.Status.badRequest), (32_001, .contentTooLarge)] {
      let answer = try await served.ask(
        .post, "/v2/files/lacking", authorization: "Bearer token-0", body: [UInt8](repeating: 1, count: count)
      )
      #expect(answer.status == status)
    }
  }
}
