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
  /// Seconds between two looks at what is due.
  private static let lookEvery = 5

  func run(_ listen: String) throws(ShellError) -> Int32 {
    let (host, port) = try Self.address(listen)
    do {
      guard try session.file.isOfficeStarted() else {
        throw ShellError.usage(
          UsageFault("Nobody may join this office yet: callout office start lets them.", word: "serve"))
      }
    } catch let error as ShellError {
      throw error
    } catch {
      throw .failed(Failure(.cannotRead, subject: session.file.path, detail: "\(error)"))
    }
    let server = OfficeServer(file: session.file, host: host, port: port, secrets: .fresh)
    let wording = Wording(office: session.office, now: session.now)
    let ended = Ended()
    let isDone = DispatchSemaphore(value: 0)
    Task.detached { [output] in
      do {
        try await server.run { port in output.say(wording.serving(at: "http://\(host):\(port)")) }
      } catch {
        ended.why.withLock { $0 = String(describing: error) }
      }
      isDone.signal()
    }
    while isDone.wait(timeout: .now() + .seconds(Self.lookEvery)) == .timedOut { look() }
    guard let why = ended.why.withLock({ $0 }) else { return 0 }
    throw .failed(Failure(.unreachable, subject: listen, detail: why))
  }

  private final class Ended: Sendable {
    let why = Mutex<String?>(nil)
  }

  /// Does what is due by the office's rules. What cannot be done now is done at the next look.
  private func look() {
    let owner = session.office.people.inOrder.first { $0.role == .owner }
    guard let person = session.person ?? owner?.id else { return }
    do {
      _ = try session.file.refresh()
      let due = session.office.automaticSteps(at: session.now).due.prefix(Ticking.portion)
      if !due.isEmpty { _ = try Ticking.carryOut(due, session, by: person) { _, _, _ in } }
      if let due = session.office.outboxDue, due <= session.now {
        _ = try Courier(session: session, person: person).run()
      }
    } catch {
      output.warn("What is due was not done: \(error)")
    }
  }

  /// Only the machine itself is listened to: others would need encryption.
  private static func address(_ text: String) throws(ShellError) -> (host: String, port: Int) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let port = Int(parts[1]), (0...65_535).contains(port),
      ["127.0.0.1", "localhost"].contains(parts[0])
    else {
      throw .usage(
        UsageFault(
          "\"\(text.prefix(40))\" cannot be listened at: 127.0.0.1:7420 can. Other machines need encryption, which is not there yet.",
          word: text))
    }
    return (String(parts[0]), port)
  }
}

extension Secrets {
  /// From the system's randomness.
  fileprivate static var fresh: Secrets {
    Secrets(
      console: {
        let (high, low) = RandomIdentifiers().next()
        return ConsoleID(high: high, low: low)
      },
      token: {
        let identifiers = RandomIdentifiers()
        let (first, second) = (identifiers.next(), identifiers.next())
        return [first.high, first.low, second.high, second.low].map {
          let digits = String($0, radix: 16)
          return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
      })
  }
}
