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
  /// Whether the office has answered since this began.
  private let hasHeard = Atomic(false)
  /// Whether all that the office had at the last answer is here.
  private let isLive = Atomic(false)
  /// Whether somebody does not want to wait for the next try.
  private let isUrged = Atomic(false)
  /// Whether a piece of a file or of older work has come, which is nothing to ask the office about.
  private let hasPiece = Atomic(false)
  /// Tells how much waits by now, while an answer of the office does not come.
  private let overdue = Mutex<(@Sendable () -> Void)?>(nil)
  private let wake = DispatchSemaphore(value: 0)

  /// Begins at once. `told` hears from that thread how the link is, whenever something may have changed.
  init(_ session: OfficeSession, told: @escaping @Sendable (Link) -> Void) {
    Thread.detachNewThread { [self] in
      CrashGuard.coverThread()
      run(session, told)
    }
  }

  /// Something was submitted that waits for the office.
  func poke() {
    wake.signal()
    overdue.withLock { $0 }?()
  }

  /// Tries the office now, whatever pause is on.
  func urge() {
    isUrged.store(true, ordering: .relaxed)
    wake.signal()
  }

  /// Ends the thread after what it is doing.
  func stop() {
    isOver.store(true, ordering: .relaxed)
    wake.signal()
  }

  /// One process of a console talks to the office; the others say what it says, and go on in its place when it ends.
  private func run(_ session: OfficeSession, _ told: @escaping @Sendable (Link) -> Void) {
    var shown: Link?
    while !isOver.load(ordering: .relaxed) {
      let file = session.file
      guard !holdsLine(file), let link = LineNote.read(beside: file.path) else { return lead(session, told) }
      let next = Link.office(link, waiting: file.state.waiting)
      if next != shown { told(next) }
      shown = next
      _ = wake.wait(timeout: .now() + .seconds(1))
    }
  }

  /// Where no lock can be made each process has its own line, which costs the office some lines and nothing else.
  private func holdsLine(_ file: OfficeFile) -> Bool {
    do { return try file.tryHoldLine() } catch { return true }
  }

  private func lead(_ session: OfficeSession, _ shown: @escaping @Sendable (Link) -> Void) {
    let told: @Sendable (Link) -> Void = { link in
      if case .office(let state, _) = link { LineNote.write(state, beside: session.file.path) }
      shown(link)
    }
    var line: OfficeLine
    do { line = try OfficeLine.open(session.file) } catch {
      let failure: Failure
      if case .failed(let known) = error { failure = known } else { return }
      return told(.office(.stopped(failure), waiting: session.file.state.waiting))
    }
    let since = line.lastHeard ?? session.now
    line.onLate { [self] lateness in
      guard let state = meanwhile(lateness, lastHeard: since) else { return }
      let tell: @Sendable () -> Void = { told(.office(state, waiting: session.file.state.waiting)) }
      overdue.withLock { $0 = tell }
      tell()
    }
    keep(&line, session, told)
  }

  /// How the link is said to be while an answer does not come; nil where what was said holds.
  private func meanwhile(_ lateness: OfficeClient.Lateness, lastHeard: Timestamp) -> OfficeLink? {
    let wasLive = isLive.load(ordering: .relaxed)
    switch lateness {
    case .noticed: return wasLive ? .live : nil
    case .long where !hasHeard.load(ordering: .relaxed): return .offline(since: lastHeard)
    case .long: return wasLive ? .behind : nil
    }
  }

  private func keep(_ line: inout OfficeLine, _ session: OfficeSession, _ told: (Link) -> Void) {
    var talk = self.talk(line, session.file)
    defer { talk.close() }
    var wasPoked = false
    var said: (link: Link?, at: Int64) = (nil, .min)
    while !isOver.load(ordering: .relaxed) {
      if talk.live.deliver(to: &line) { talk.courier.lookAgain() }
      let isUrged = isUrged.exchange(false, ordering: .relaxed)
      if isUrged || !line.isIdle { talk.letGo(at: line.milliseconds) }
      let until = line.run(wasPoked: wasPoked, isUrged: isUrged)
      if line.hasHeard { hasHeard.store(true, ordering: .relaxed) }
      let wasOverdue = overdue.withLock { tell in
        defer { tell = nil }
        return tell != nil
      }
      isLive.store(line.link.state == .live, ordering: .relaxed)
      // Taken in anew it shows another token.
      if line.client.proof != talk.proof {
        talk.close()
        talk = self.talk(line, session.file)
      }
      talk.live.tend(line)
      // Pieces come several times a second: how the line is is told when that may have changed, and once a second.
      let link = line.told(at: session.now)
      if wasPoked || wasOverdue || link != said.link || line.milliseconds - 1_000 >= said.at {
        told(link)
        said = (link, line.milliseconds)
      }
      if line.isIdle { talk.carry(line) } else { talk.letGo(at: line.milliseconds) }
      let milliseconds = max(10, min(talk.rest(until, line), 60_000))
      let isWoken = wake.wait(timeout: .now() + .milliseconds(Int(milliseconds))) == .success
      wasPoked = isWoken && !hasPiece.exchange(false, ordering: .relaxed)
    }
  }

  private func talk(_ line: OfficeLine, _ file: OfficeFile) -> Talk {
    Talk(
      line, file, heard: { [wake] in wake.signal() },
      hasPiece: { [self] in
        hasPiece.store(true, ordering: .relaxed)
        wake.signal()
      })
  }

  /// What goes on beside the questions, under the same token.
  private struct Talk {
    let proof: OfficeProof
    var live: LiveKeeper
    var courier: FileCourier
    var history: HistoryCourier

    init(
      _ line: OfficeLine, _ file: OfficeFile, heard: @escaping @Sendable () -> Void,
      hasPiece: @escaping @Sendable () -> Void
    ) {
      proof = line.client.proof
      live = LiveKeeper(line.client, heard: heard)
      courier = FileCourier(file, line.client, heard: hasPiece)
      history = HistoryCourier(file, line.client, heard: hasPiece)
    }

    /// Milliseconds until something is to be done again.
    func rest(_ until: Int64, _ line: OfficeLine) -> Int64 {
      let rest = live.rest(until, line)
      return line.isIdle ? min(rest, history.nextTry - line.milliseconds) : rest
    }

    /// Files first, a piece of them at a time, then older work.
    mutating func carry(_ line: OfficeLine) {
      if courier.step(at: line.milliseconds) {
        history.letGo(at: line.milliseconds)
      } else {
        history.step { line.milliseconds }
      }
    }

    /// What is to be said has the line for itself.
    mutating func letGo(at now: Int64) {
      courier.letGo(at: now)
      history.letGo(at: now)
    }

    mutating func close() {
      live.close()
      letGo(at: 0)
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
    case .offline where trouble?.code == .officeCannotWrite:
      return .office(.full, waiting: waiting)
    case .offline(let since):
      let lost = now - .seconds((milliseconds - since) / 1_000)
      return .office(.offline(since: hasHeard ? lost : lastHeard ?? lost), waiting: waiting)
    }
  }
}
