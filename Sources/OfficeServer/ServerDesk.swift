import Dispatch
import Domain
import NIOCore
import Storage
import Sync
import Synchronization

/// Answers messages from the office's file, off the threads that read from the network.
///
/// Pushes that come while one transaction is being written are taken together in the next one: the disk is waited for
/// once for all of them.
final class ServerDesk: Sendable {
  let file: OfficeFile
  let host: ServerHost
  let told: @Sendable (ServerEvent) -> Void
  let hub = LiveHub()
  let seen = Mutex(SeenConsoles())
  /// When somebody was found to have been let in too often, for those who ask again.
  let crowdedSince = Mutex<[Person.ID: ContinuousClock.Instant]>([:])
  let calls = Mutex(CallsBoard())
  /// When each kind of failure was told last.
  private let failuresTold = Mutex<[String: ContinuousClock.Instant]>([:])
  /// So long the same is not told again: what it is told to may lie on the disk that is full.
  private static let tellsEvery = Duration.seconds(60)
  /// Why the disk took nothing of the last push; nil where it was entered, or was wrong by itself.
  let trouble = Mutex<Failure?>(nil)
  private let isLooking = Atomic(false)
  private let waiting = Mutex<[WaitingPush]>([])
  private let writing = DispatchQueue(label: "callout.office.writing", qos: .userInitiated)
  private let reading = DispatchQueue(
    label: "callout.office.reading", qos: .userInitiated, attributes: .concurrent)

  private struct WaitingPush {
    let push: Push
    let registrar: Registrar
    let answer: CheckedContinuation<PushAnswer, any Error>
  }

  init(file: OfficeFile, host: ServerHost, told: @escaping @Sendable (ServerEvent) -> Void) {
    self.file = file
    self.host = host
    self.told = told
  }

  func page(_ pull: Pull, _ caller: Registrar) async throws -> PullAnswer {
    let (answer, head) = try await read { [file] in
      (try file.answer(pull, for: caller), try file.lastEntry())
    }
    noteSeen(caller.console, pull, answer, at: head)
    return answer
  }

  func lastEntry() async throws -> Int { try await read { [file] in try file.lastEntry() } }

  func snapshot(_ request: SnapshotRequest, _ caller: Registrar) async throws -> SnapshotAnswer {
    try await read { [file] in try file.snapshot(request, for: caller) }
  }

  func older(_ request: OlderRequest, _ caller: Registrar) async throws -> OlderAnswer {
    try await read { [file] in try file.older(request, for: caller) }
  }

  func push(_ push: Push, _ registrar: Registrar) async throws -> PushAnswer {
    if push.log != file.identity.log { return .otherLog }
    let began = ContinuousClock.now
    let answer: PushAnswer
    do {
      answer = try await withCheckedThrowingContinuation { answer in
        waiting.withLock { $0.append(WaitingPush(push: push, registrar: registrar, answer: answer)) }
        writing.async { [self] in takeWaiting() }
      }
    } catch {
      seen.withLock { $0.sends(registrar.console, through: nil) }
      throw error
    }
    if case .taken(let through) = answer { seen.withLock { $0.sends(registrar.console, through: through) } }
    let taken = Int((ContinuousClock.now - began) / .milliseconds(1))
    told(.pushed(registrar.console, commands: push.commands.count, milliseconds: taken))
    return answer
  }

  /// Another process may have written to the file: it is seen in the log before its commit is, hence a second and a
  /// third look.
  func look() {
    guard isLooking.exchange(true, ordering: .relaxed) == false else { return }
    for milliseconds in [2, 20, 200] {
      reading.asyncAfter(deadline: .now() + .milliseconds(milliseconds)) { [self] in
        if milliseconds == 200 { isLooking.store(false, ordering: .relaxed) }
        announce()
      }
    }
  }

  /// No stream goes on.
  func stop() {
    told(.stopping)
    hub.close()
  }

  /// Waits until what is being written is written.
  func finishWriting() { writing.sync {} }
}

extension ServerDesk {
  /// Lets the streams go on as far as the log goes.
  func announce() {
    if hub.isClosed { return }
    do { hub.announce(try file.lastEntry()) } catch { tell(error.failure, of: "live") }
  }

  /// Tells that a route could not answer, once a minute for each kind of it.
  func tell(_ failure: Failure, of route: String) {
    let now = host.instant()
    let isNews = failuresTold.withLock { told in
      let key = "\(route) \(failure.code.rawValue)"
      if let last = told[key], now - last < Self.tellsEvery { return false }
      told[key] = now
      return true
    }
    if isNews { told(.failed(route: route, failure)) }
  }

  /// Takes all pushes that wait, in one durable step.
  private func takeWaiting() {
    let group = waiting.withLock { waiting in
      let all = waiting
      waiting = []
      return all
    }
    if !group.isEmpty { take(group) }
  }

  private func take(_ group: [WaitingPush]) {
    do {
      let answers = try file.append(to: file.identity.log) { log in
        try group.map { try $0.registrar.take($0.push, into: &log) }
      }
      trouble.withLock { $0 = nil }
      for (one, answer) in zip(group, answers) { one.answer.resume(returning: answer) }
      hub.announce(file.state.seq)
    } catch {
      // What cannot be entered is one console's, and the others do not suffer by it.
      guard group.count == 1 else { return group.forEach { take([$0]) } }
      let failure = (error as? StorageError)?.failure
      trouble.withLock { $0 = failure?.takesNothing ?? false ? failure : nil }
      group[0].answer.resume(throwing: error)
    }
  }

  func read<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await onQueue(reading, body)
  }

  /// The same for what nobody waits for.
  func writeLater(_ body: @escaping @Sendable () -> Void) { writing.async(execute: body) }

  func write<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await onQueue(writing, body)
  }

  private func onQueue<Value: Sendable>(
    _ queue: DispatchQueue, _ body: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      queue.async { continuation.resume(with: Result { try body() }) }
    }
  }
}
