import Domain
import HTTPTypes
import HummingbirdTesting
import Storage
import Sync
import TestSupport
import Testing

@testable import OfficeServer

@Suite("A console that says it is where no log is")
struct OddPlaceTests {
  @Test("is refused, and the office goes on", arguments: [Int.min, -1, LogCursor.mostEntries + 1, .max])
  func refused(seq: Int) async throws {
    let served = try ServedFile()
    let log = ServedFile.identity.log
    let cursor = LogCursor(seq: seq, hash: .zero)
    let asked: [(String, [UInt8])] = [
      ("pull", try CompactEncoder().encode(Pull(log: log, after: cursor).asked(at: ServedFile.start))),
      ("live", try CompactEncoder().encode(Pull(log: log, after: cursor).asked(at: ServedFile.start))),
      ("snapshot", try CompactEncoder().encode(SnapshotRequest(log: log, of: cursor, part: 0, answered: 0))),
      (
        "older",
        try CompactEncoder().encode(
          OlderRequest(log: log, after: cursor, wanted: .entries(after: cursor), bytes: 9))
      )
    ]
    for (route, body) in asked {
      let answer = try await served.ask(
        .post, "/v2/\(route)", authorization: "Bearer token-0", body: body)
      #expect(answer.status == .badRequest, "\(route)")
    }
    let sound = try CompactEncoder().encode(Pull(log: log, after: .beginning).asked(at: ServedFile.start))
    let answer = try await served.ask(.post, "/v2/pull", authorization: "Bearer token-0", body: sound)
    #expect(answer.status == .ok)
    // What the office notes of a console comes after the answer.
    served.desk.finishWriting()
    #expect(try served.file.joinedConsoles().first?.lacks == 0)
  }
}
