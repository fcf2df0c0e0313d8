import Dispatch
import NIOHTTP1
import Sync
import Synchronization

/// A question to the office for whose answer no thread waits.
final class OfficeQuestion: Sendable {
  /// When it was asked, in milliseconds of the line's clock.
  let began: Int64
  private let seconds: Int64
  private let result = Mutex<Result<(UInt, [UInt8]), OfficeClient.Trouble>?>(nil)
  private let task = Mutex<Task<Void, Never>?>(nil)

  /// It may take so many seconds; `heard` is called from any thread when there is an answer.
  init(
    _ client: OfficeClient, _ method: HTTPMethod, _ path: String, _ bytes: [UInt8], at began: Int64,
    seconds: Int64, heard: @escaping @Sendable () -> Void
  ) {
    self.began = began
    self.seconds = seconds
    let asked = Task.detached { [self] in
      let answer = await client.answer(method, path, bytes, within: seconds)
      result.withLock { $0 = answer }
      heard()
    }
    task.withLock { $0 = asked }
  }

  /// The status and the bytes; nil while it is on its way. One that goes on for ever is given up.
  func answer(at now: Int64) throws(OfficeClient.Trouble) -> (UInt, [UInt8])? {
    if let result = result.withLock({ $0 }) { return try result.get() }
    if now - began <= seconds * 1_000 { return nil }
    cancel()
    throw .unreachable("no answer within \(seconds) s")
  }

  func cancel() { task.withLock { $0?.cancel() } }
}
