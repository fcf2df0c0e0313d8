import Curses
import Dispatch
import Domain
import Foundation
import Storage
import Sync
import Synchronization
import TUI

/// Keeps a joined console in touch with its office, on a thread of its own.
final class LinkKeeper: Sendable {
  private let isOver = Atomic(false)
  private let wake = DispatchSemaphore(value: 0)

  /// Begins at once. `told` hears from that thread how the link is, whenever something may have changed.
  init(_ session: OfficeSession, told: @escaping @Sendable (Link) -> Void) {
    Thread.detachNewThread { [self] in
      CrashGuard.coverThread()
      run(session, told)
    }
  }

  /// Something was submitted that waits for the office.
  func poke() { wake.signal() }

  /// Ends the thread after what it is doing.
  func stop() {
    isOver.store(true, ordering: .relaxed)
    wake.signal()
  }

  private func run(_ session: OfficeSession, _ told: (Link) -> Void) {
    var line: OfficeLine
    do { line = try OfficeLine.open(session.file) } catch {
      let failure: Failure
      if case .failed(let known) = error { failure = known } else { return }
      return told(.office(.stopped(failure), waiting: session.file.state.waiting))
    }
    var live = LiveKeeper(line.client) { [wake] in wake.signal() }
    defer { live.close() }
    var courier = FileCourier(session.file, line.client)
    var (wasPoked, isCarrying) = (false, false)
    while !isOver.load(ordering: .relaxed) {
      let before = (line.pulled, line.link.state)
      if live.deliver(to: &line) { courier.lookAgain() }
      let until = line.run(wasPoked: wasPoked)
      live.tend(line)
      if !isCarrying || wasPoked || before != (line.pulled, line.link.state) {
        told(line.told(at: session.now))
      }
      // A piece of a file at a time: whatever is typed meanwhile goes before the next one.
      isCarrying = line.isIdle && courier.step(at: line.milliseconds)
      let milliseconds = isCarrying ? 0 : max(10, min(live.rest(until, line), 60_000))
      wasPoked = wake.wait(timeout: .now() + .milliseconds(Int(milliseconds))) == .success
    }
  }
}

extension OfficeLine {
  /// How the link is, for the header.
  func told(at now: Timestamp) -> Link {
    let waiting = file.state.waiting
    if let stop { return .office(.stopped(stop), waiting: waiting) }
    switch link.state {
    case .live: return .office(.live, waiting: waiting)
    case .behind, .stopped: return .office(.behind, waiting: waiting)
    case .offline(let since):
      return .office(.offline(since: now - .seconds((milliseconds - since) / 1_000)), waiting: waiting)
    }
  }
}
