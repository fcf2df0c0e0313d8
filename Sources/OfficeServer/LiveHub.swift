import Domain
import NIOCore
import Synchronization

/// Who listens to the log as it grows, and how far it has come. Nothing of the log itself is kept.
final class LiveHub: Sendable {
  typealias StreamID = Int
  /// Streams of one console at a time: several windows, and one that was cut and does not know it yet.
  private static let mostOfOne = 4

  private struct State {
    var head = 0
    /// How many files have come since the office is served.
    var files = 0
    var isClosed = false
    var streams: [(id: StreamID, console: ConsoleID)] = []
    var waiting: [StreamID: CheckedContinuation<Void, Never>] = [:]
    /// Woken before they waited.
    var woken: Set<StreamID> = []
    var next: StreamID = 0
  }

  private let state = Mutex(State())

  /// Begins a stream of a console; the oldest of too many ends.
  func enter(_ console: ConsoleID) -> StreamID {
    let (id, passed) = state.withLock { state in
      state.next += 1
      state.streams.append((state.next, console))
      let own = state.streams.filter { $0.console == console }
      let oldest = own.count > Self.mostOfOne ? own.first?.id : nil
      state.streams.removeAll { $0.id == oldest }
      return (state.next, oldest)
    }
    if let passed { wake(passed) }
    return id
  }

  func leave(_ id: StreamID) {
    state.withLock { state in
      state.streams.removeAll { $0.id == id }
      state.woken.remove(id)
    }
  }

  /// Whether a stream may go on.
  func holds(_ id: StreamID) -> Bool {
    state.withLock { state in !state.isClosed && state.streams.contains { $0.id == id } }
  }

  var isClosed: Bool { state.withLock { $0.isClosed } }

  var count: Int { state.withLock { $0.streams.count } }

  /// The log goes up to this entry: whoever waits for it goes on.
  func announce(_ seq: Int) {
    let due = state.withLock { state -> [CheckedContinuation<Void, Never>] in
      guard seq > state.head else { return [] }
      state.head = seq
      defer { state.waiting = [:] }
      return Array(state.waiting.values)
    }
    for one in due { one.resume() }
  }

  /// How many files have come.
  var files: Int { state.withLock { $0.files } }

  /// A file is here, whole: whoever waits for it asks again.
  func announceFile() {
    let due = state.withLock { state in
      state.files += 1
      defer { state.waiting = [:] }
      return Array(state.waiting.values)
    }
    for one in due { one.resume() }
  }

  /// Ends all streams.
  func close() {
    let due = state.withLock { state in
      state.isClosed = true
      defer { state.waiting = [:] }
      return Array(state.waiting.values)
    }
    for one in due { one.resume() }
  }

  /// Waits until the log is longer than that, more files have come, the stream has to end, or it is time for a sign of
  /// life.
  func wait(
    _ id: StreamID, past seq: Int, files: Int, atMost limit: TimeAmount, on loop: any EventLoop
  ) async {
    let beat = loop.scheduleTask(in: limit) { [self] in wake(id) }
    defer { beat.cancel() }
    await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
      let isDue = state.withLock { state in
        if state.isClosed || state.head > seq || state.files > files || state.woken.remove(id) != nil {
          return true
        }
        state.waiting[id] = continuation
        return false
      }
      if isDue { continuation.resume() }
    }
  }

  private func wake(_ id: StreamID) {
    let one = state.withLock { state in
      let one = state.waiting.removeValue(forKey: id)
      if one == nil { state.woken.insert(id) }
      return one
    }
    one?.resume()
  }
}
