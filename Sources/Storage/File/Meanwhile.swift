import Dispatch
import Synchronization

/// Work that another processor does while this thread goes on; whoever needs its answer waits for it.
public final class Meanwhile<Value: Sendable>: Sendable {
  private let work: @Sendable () -> Value
  private let answer = Mutex<Value?>(nil)
  private let group = DispatchGroup()

  /// Begins at once.
  public init(_ work: @escaping @Sendable () -> Value) {
    self.work = work
    DispatchQueue.global(qos: .userInitiated).async(group: group) { [self] in
      let value = work()
      answer.withLock { $0 = value }
    }
  }

  /// The answer, when it is there.
  public var value: Value {
    group.wait()
    return answer.withLock { $0 } ?? work()
  }
}
