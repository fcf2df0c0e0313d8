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
    do { hub.announce(try file.lastEntry()) } catch { told(.failed(route: "live", error.failure)) }
  }

  /// Takes all pushes that wait, in one durable step.
  private func takeWaiting() {
    let group = waiting.withLock { waiting in
      let all = waiting
      waiting = []
      return all
    }
    if group.isEmpty { return }
    do {
      let answers = try file.append(to: file.identity.log) { log in
        try group.map { try $0.registrar.take($0.push, into: &log) }
      }
      for (one, answer) in zip(group, answers) { one.answer.resume(returning: answer) }
      hub.announce(file.state.seq)
    } catch {
      for one in group { one.answer.resume(throwing: error) }
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
