import Domain
import NIOHTTP1
import Storage
import Sync

/// Fetches what a console took no part of over from its office, when there is nothing else to say: older work, the newest
/// first, then the entries that lead to what was taken over.
///
/// How far it has come stands in the file, so that the next process goes on. It takes a fifth of the time at most.
struct HistoryCourier {
  private let file: OfficeFile
  private let client: OfficeClient
  private var retry = Retry()
  /// Whether the office knows what is asked: one of a version before does not.
  private var givesOlder = true
  /// When there is something to do again.
  private(set) var nextTry = Int64.min
  /// Milliseconds between two pieces at least, until it is looked again, and until an office is asked again that parts.
  private static let (shortest, longest): (Int64, Int64) = (250, 60_000)
  /// So many times as long as a piece took nothing is done after it.
  private static let idleTimes: Int64 = 4

  init(_ file: OfficeFile, _ client: OfficeClient) {
    self.file = file
    self.client = client
  }

  /// Fetches one piece at most.
  mutating func step(_ clock: () -> Int64) {
    let began = clock()
    guard began >= nextTry else { return }
    do {
      let isOver = try !fetchOlder() && !fetchEntries()
      retry.succeeded()
      let taken = clock() - began
      nextTry = clock() + (isOver ? Self.longest : max(Self.shortest, taken * Self.idleTimes))
    } catch {
      // What broke is said by the questions that follow.
      nextTry = clock() + retry.failed(chance: .random(in: 0 ... .max))
    }
  }

  /// False where no older work is missing, or the office cannot give it.
  private mutating func fetchOlder() throws -> Bool {
    guard givesOlder, let request = try file.missingOlder() else { return false }
    let (status, answer) = try client.exchange(
      .POST, OfficeRoute.older.path, CompactEncoder().encode(request), seconds: 20)
    if status == 404 {
      givesOlder = false
      return false
    }
    guard status == 200 else { throw OfficeClient.Trouble.unreachable("status \(status)") }
    guard case .work(let work) = try CompactDecoder().decode(OlderAnswer.self, from: answer) else {
      throw OfficeClient.Trouble.unreachable("it gives no older work")
    }
    try file.take(work, to: request)
    return true
  }

  /// False where no entries are missing.
  private func fetchEntries() throws -> Bool {
    guard let pull = try file.missingHistory() else { return false }
    let answer = try client.post(.pull, pull, wanting: PullAnswer.self)
    guard case .page(let page) = answer, !page.entries.isEmpty else {
      throw OfficeClient.Trouble.unreachable("its older entries are not there")
    }
    _ = try file.fill(page)
    return true
  }
}
