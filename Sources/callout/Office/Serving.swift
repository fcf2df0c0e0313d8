import Dispatch
import Domain
import Foundation
import OfficeServer
import Storage
import Synchronization
import Verbs

/// Serves an office to its consoles, and does what its rules have to do meanwhile.
struct Serving {
  let session: OfficeSession
  let output: Output
  private let postman = Postman()
  /// Seconds between two looks at what is due.
  private static let lookEvery = 5
  /// Seconds that connections get to end in once the process is told to.
  private static let patience = 10

  func run(_ wish: OfficeDoors) throws(ShellError) -> Int32 {
    try refuseUnstarted()
    let doors = try ServedDoors(wish)
    let journal = ServerJournal(output: output)
    let ended = Ended()
    let server = OfficeServer(file: session.file, doors: doors.doors, host: .here(session)) { event in
      if case .stopping = event { ended.isAsked.store(true, ordering: .relaxed) }
      journal.write(event)
    }
    let wording = Wording(office: session.office, now: session.now)
    let isDone = DispatchSemaphore(value: 0)
    Task.detached { [output] in
      do {
        try await server.run { door, port in
          let (address, shutOut) = doors.opened(door, port)
          output.say(wording.serving(at: address))
          if let shutOut { output.warn(Wording.shutOut(shutOut, account: Account.own)) }
        }
      } catch {
        ended.why.withLock { $0 = ConnectionWords.of(error) }
      }
      isDone.signal()
    }
    wait(isDone, ended, server)
    postman.finish(within: Postman.patience)
    server.finishWriting()
    doors.close()
    CallsNote.write([], beside: session.file.path)
    guard let why = ended.why.withLock({ $0 }) else { return 0 }
    throw .failed(Failure(.cannotListen, subject: doors.names, detail: String(why.prefix(120))))
  }

  private final class Ended: Sendable {
    let why = Mutex<String?>(nil)
    let isAsked = Atomic(false)
  }

  /// Looks after the office until the server has ended; what does not end in time after it was asked to is cut.
  private func wait(_ isDone: DispatchSemaphore, _ ended: Ended, _ server: OfficeServer) {
    let watch = FileWatch(database: session.file.path) { server.look() }
    defer { withExtendedLifetime(watch) {} }
    var left = Self.patience
    while left > 0 {
      let isAsked = ended.isAsked.load(ordering: .relaxed)
      if isDone.wait(timeout: .now() + .seconds(isAsked ? 1 : Self.lookEvery)) == .success { return }
      if ended.isAsked.load(ordering: .relaxed) {
        left -= isAsked ? 1 : 0
      } else {
        look()
        server.look()
        server.tellCalls()
      }
    }
  }

  private func refuseUnstarted() throws(ShellError) {
    let isStarted: Bool
    do { isStarted = try session.file.isOfficeStarted() } catch { throw .failed(error.failure) }
    guard isStarted else {
      throw .usage(
        UsageFault("Nobody may join this office yet: callout office start lets them.", word: "serve"))
    }
  }

  /// Does what is due by the office's rules. What cannot be done now is done at the next look.
  private func look() {
    let owner = session.office.people.inOrder.first { $0.role == .owner }
    guard let person = session.person ?? owner?.id else { return }
    do {
      _ = try session.file.refresh()
      _ = try Ticking.endDay(session, by: person)
      _ = try Ticking.takeLateFacts(session) { _, _ in }
      let due = session.office.automaticSteps(at: session.now).due.prefix(Ticking.portion)
      if !due.isEmpty { _ = try Ticking.carryOut(due, session, by: person) { _, _, _ in } }
      if let due = session.office.outboxDue, due <= session.now {
        postman.send(Courier(session: session, person: person)) { [output] result in
          // A refusal means that another process has done it.
          if case .failure(.failed(let failure)) = result {
            output.warn("Messages were not handed over: \(failure.subject): \(failure.detail)")
          }
        }
      }
    } catch {
      output.warn("What is due was not done: \(error)")
    }
  }
}

extension ServerHost {
  /// This machine, with its accounts and its randomness, and the forms of the office's own file.
  fileprivate static func here(_ session: OfficeSession) -> ServerHost {
    ServerHost(
      secrets: .fresh, account: { Account.name($0) }, version: Version.text,
      calls: { session.file.callsInHand(at: session.now) },
      callsElsewhere: { CallsNote.write($0, beside: session.file.path) })
  }
}
