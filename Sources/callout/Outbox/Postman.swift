import Dispatch
import Foundation
import Storage
import Synchronization

/// Carries messages on a thread of its own, one round at a time: nothing that people do waits for a mail program.
final class Postman: Sendable {
  private let queue = DispatchQueue(label: "callout.postman")
  private let isOut = Atomic(false)
  private let isEnding = Atomic(false)

  /// Seconds after which the mail that was on its way out is on record, as sent or as failed: what is not waited for
  /// goes twice.
  static let patience = MailProgram.patience + 2

  /// Begins a round unless one is under way, and tells what it came to there.
  func send(
    _ courier: Courier, then tell: @escaping @Sendable (Result<Courier.Round, SubmitError>) -> Void
  ) {
    guard !isOut.exchange(true, ordering: .acquiringAndReleasing) else { return }
    queue.async { [self] in
      var courier = courier
      courier.goesOn = { [self] in !isEnding.load(ordering: .acquiring) }
      let result: Result<Courier.Round, SubmitError>
      do throws(SubmitError) { result = .success(try courier.run()) } catch { result = .failure(error) }
      isOut.store(false, ordering: .releasing)
      tell(result)
    }
  }

  /// Waits until the mail that is being handed over is, so that it is marked as sent, and begins no other; false where
  /// that takes too long.
  @discardableResult
  func finish(within seconds: Int) -> Bool {
    isEnding.store(true, ordering: .releasing)
    for _ in 0..<seconds * 20 {
      if !isOut.load(ordering: .acquiring) { return true }
      usleep(50_000)
    }
    return false
  }
}
