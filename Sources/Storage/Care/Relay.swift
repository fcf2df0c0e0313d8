import Dispatch
import Synchronization

/// Passes batches from one thread to another, holding the faster one back so that memory stays bounded.
final class Relay<Batch: Sendable>: Sendable {
  private let room: DispatchSemaphore
  private let ready = DispatchSemaphore(value: 0)
  private let waiting = Mutex<[Batch?]>([])

  init(atMost count: Int = 4) { room = DispatchSemaphore(value: count) }

  /// Hands a batch over; nil says that there are no more.
  func put(_ batch: Batch?) {
    room.wait()
    waiting.withLock { $0.append(batch) }
    ready.signal()
  }

  func take() -> Batch? {
    ready.wait()
    let batch = waiting.withLock { $0.removeFirst() }
    room.signal()
    return batch
  }
}
