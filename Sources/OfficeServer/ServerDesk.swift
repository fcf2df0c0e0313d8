import Dispatch
import Domain
import Storage
import Sync
import Synchronization

/// Answers messages from the office's file, off the threads that read from the network.
///
/// Pushes that come while one transaction is being written are taken together in the next one: the disk is waited for
/// once for all of them.
final class ServerDesk: Sendable {
  let file: OfficeFile
  let secrets: Secrets
  private let waiting = Mutex<[WaitingPush]>([])
  private let writing = DispatchQueue(label: "callout.office.writing", qos: .userInitiated)
  private let reading = DispatchQueue(
    label: "callout.office.reading", qos: .userInitiated, attributes: .concurrent)

  private struct WaitingPush {
    let push: Push
    let registrar: Registrar
    let answer: CheckedContinuation<PushAnswer, any Error>
  }

  init(file: OfficeFile, secrets: Secrets) {
    self.file = file
    self.secrets = secrets
  }

  /// Whose token it is; nil for nobody's.
  func registrar(token: String) async throws -> Registrar? {
    try await read { [file] in try file.registrar(token: token) }
  }

  func page(_ pull: Pull) async throws -> PullAnswer {
    try await read { [file] in try file.page(of: pull.log, after: pull.after, atMost: .page) }
  }

  func join(_ request: JoinRequest) async throws -> JoinAnswer? {
    try await onQueue(writing) { [self] in
      guard try file.isOfficeStarted() else { return nil }
      return try file.admit(code: request.code, as: secrets.console(), token: secrets.token())
    }
  }

  func push(_ push: Push, _ registrar: Registrar) async throws -> PushAnswer {
    if push.log != file.identity.log { return .otherLog }
    return try await withCheckedThrowingContinuation { answer in
      waiting.withLock { $0.append(WaitingPush(push: push, registrar: registrar, answer: answer)) }
      writing.async { [self] in takeWaiting() }
    }
  }

  func entries() async throws -> Int { try await read { [file] in try file.lastEntry() } }
}

extension ServerDesk {
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
    } catch {
      for one in group { one.answer.resume(throwing: error) }
    }
  }

  private func read<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await onQueue(reading, body)
  }

  private func onQueue<Value: Sendable>(
    _ queue: DispatchQueue, _ body: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      queue.async { continuation.resume(with: Result { try body() }) }
    }
  }
}
