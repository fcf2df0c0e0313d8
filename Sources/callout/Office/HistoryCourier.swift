import Domain
import NIOHTTP1
import Storage
import Sync

/// Fetches what a snapshot left out when there is nothing else to say: older work, the newest first, then the entries
/// that lead to the snapshot.
///
/// How far that is stands in the file, so that the next process goes on. It takes a fifth of the time at most, and whoever
/// has something to say lets go of the piece that is on its way.
struct HistoryCourier {
  private let file: OfficeFile
  private let client: OfficeClient
  private let heard: @Sendable () -> Void
  private var asking: (request: OlderRequest, question: OfficeQuestion)?
  private var retry = Retry()
  /// When there is something to do again, in milliseconds of the line's clock.
  private(set) var nextTry: Int64 = 0
  private var piece = PieceSize()
  /// Seconds that a piece may take.
  private static let patience: Int64 = 40
  /// Milliseconds between two pieces at least, and until it is looked again where there is nothing to do.
  private static let (shortest, longest): (Int64, Int64) = (250, 60_000)
  /// So many times as long as a piece took nothing is done after it.
  private static let idleTimes: Int64 = 4

  /// `heard` is called from any thread when a piece has come.
  init(_ file: OfficeFile, _ client: OfficeClient, heard: @escaping @Sendable () -> Void) {
    self.file = file
    self.client = client
    self.heard = heard
  }

  /// Takes in what has come, or asks for the next piece; the clock is the line's, in milliseconds.
  mutating func step(_ clock: () -> Int64) {
    let now = clock()
    do {
      if let (request, question) = asking {
        guard let (status, bytes) = try question.answer(at: now) else { return }
        asking = nil
        // An office of a version before does not know the question.
        guard status == 200 else { throw OfficeClient.Trouble.unreachable("status \(status)") }
        let answer = try CompactDecoder().decode(OlderAnswer.self, from: bytes)
        if case .nothing = answer { return nextTry = clock() + Self.longest }
        try file.take(answer, to: request)
        retry.succeeded()
        piece.came()
        rest(since: question.began, clock())
      } else if now >= nextTry {
        try begin(at: now, clock)
      }
    } catch {
      // What broke is said by the questions that follow.
      asking = nil
      nextTry = clock() + retry.failed(chance: .random(in: 0 ... .max))
    }
  }

  /// Gives up what is on its way; half as much is asked for next time.
  mutating func letGo(at now: Int64) {
    guard let question = asking?.question else { return }
    question.cancel()
    asking = nil
    piece.wasLetGo()
    rest(since: question.began, now)
  }

  private mutating func begin(at now: Int64, _ clock: () -> Int64) throws {
    // What is here needs no line, and next to no room.
    if try file.listOlder() { return rest(since: now, clock()) }
    if file.olderRest == nil, let request = try file.olderRequest(atMost: piece.bytes) {
      let question = OfficeQuestion(
        client, .POST, OfficeRoute.older.path, try CompactEncoder().encode(request), at: now,
        seconds: Self.patience, heard: heard)
      asking = (request, question)
    }
    nextTry = now + Self.longest
  }

  private mutating func rest(since began: Int64, _ now: Int64) {
    nextTry = now + max(Self.shortest, (now - began) * Self.idleTimes)
  }
}
