import AsyncHTTPClient
import Domain
import NIOCore
import NIOHTTP1
import Sync
import Synchronization

/// One live answer of the office: holds a page until it is taken, and reads no further before.
final class LiveLine: Sendable {
  private struct State {
    var page: PullAnswer?
    var taken: CheckedContinuation<Void, Never>?
    var line = LiveWatch.Line(begunAt: OfficeLine.milliseconds)
  }

  private let state = Mutex(State())
  private let reading = Mutex<Task<Void, Never>?>(nil)

  /// Begins to listen after a place of the log. `heard` is called from any thread when there is something to take, and
  /// when it is over.
  init(_ client: OfficeClient, _ pull: Pull, heard: @escaping @Sendable () -> Void) {
    let task = Task.detached { [self] in
      do { try await read(client, pull, heard) } catch { end() }
      end()
      heard()
    }
    reading.withLock { $0 = task }
  }

  /// What is known of it.
  var known: LiveWatch.Line { state.withLock { $0.line } }

  /// What has come; the next one may.
  func take() -> PullAnswer? {
    let (page, taken) = state.withLock { state in
      defer { (state.page, state.taken) = (nil, nil) }
      return (state.page, state.taken)
    }
    taken?.resume()
    return page
  }

  func close() {
    end()
    reading.withLock { $0?.cancel() }
  }
}

extension LiveLine {
  private func read(_ client: OfficeClient, _ pull: Pull, _ heard: @Sendable () -> Void) async throws {
    let request = client.request(.POST, OfficeRoute.live.path, try CompactEncoder().encode(pull))
    let pool = try Connections.pool(trusting: client.authority)
    let response = try await pool.execute(request, deadline: .distantFuture)
    guard response.status == .ok else { return }
    var reader = LiveReader()
    for try await bytes in response.body {
      let frames = try reader.take(bytes.readableBytesView)
      state.withLock { state in
        state.line.heardAt = OfficeLine.milliseconds
        if !frames.isEmpty { state.line.isOpen = true }
      }
      for case .answer(let answer) in frames { await hand(answer, heard) }
    }
  }

  /// Holds a page until it is taken, or the line is given up.
  private func hand(_ answer: PullAnswer, _ heard: @Sendable () -> Void) async {
    await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
      let isOver = state.withLock { state in
        if state.line.isOver { return true }
        (state.page, state.taken) = (answer, continuation)
        return false
      }
      if isOver { return continuation.resume() }
      heard()
    }
  }

  private func end() {
    let taken = state.withLock { state in
      state.line.isOver = true
      defer { (state.page, state.taken) = (nil, nil) }
      return state.taken
    }
    taken?.resume()
  }
}
