import Domain
import Foundation
import Storage
import Verbs

/// Takes messages on their way: what has waited long enough is queued, what is queued is written into the folder
/// that a gateway reads, and marked as sent.
///
/// The file is named by the message and written whole before the ledger says so: killed in between, the next
/// round finds the file there and only marks it. Several consoles may do this at once; what the other has done
/// needs no entry.
struct Courier {
  let session: OfficeSession
  let person: Person.ID

  /// What a round came to.
  struct Round {
    var sent = 0
    var failed = 0
    /// Why, for the last that failed.
    var why: String?
  }

  /// One round over everything that is due now.
  func run() throws(SubmitError) -> Round {
    var round = Round()
    guard session.office.person(person)?.role.may(ReportMessage.permission) ?? false else { return round }
    let waiting = session.office.outbox(at: session.now).filter { $0.message.state == .waiting }
    try report(waiting.map { ($0, .queued) })
    let due = session.office.outbox(at: session.now).filter { $0.message.state != .waiting }
    for start in stride(from: 0, to: due.count, by: Self.batch) {
      try handOver(due[start..<min(due.count, start + Self.batch)], &round)
    }
    return round
  }

  /// How many files are written before the ledger says so.
  private static let batch = 32
}

extension Courier {
  private func handOver(_ items: ArraySlice<OutboxItem>, _ round: inout Round) throws(SubmitError) {
    var outcomes: [(OutboxItem, ReportMessage.Outcome)] = []
    for item in items {
      do throws(Failure) {
        try drop(item)
        outcomes.append((item, .sent))
        round.sent += 1
      } catch {
        let why = Self.words(error)
        outcomes.append((item, .failed(why)))
        round.failed += 1
        round.why = why
      }
    }
    try report(outcomes)
  }

  /// Writes the message's file, unless it is there already.
  private func drop(_ item: OutboxItem) throws(Failure) {
    let folder = session.surroundings.outboxPath
    if session.surroundings.outboxIsOurs { mkdir(folder, 0o700) }
    let path = "\(folder)/\(item.message.id.description).json"
    guard access(path, F_OK) != 0 else { return }
    guard let order = session.office.order(item.order) else { return }
    try WholeFile.write(Objects.outgoing(item.message, of: order, in: session.office).text + "\n", to: path)
  }

  /// Records all at once; where an order refuses, such as one that only a newer console understands, each for
  /// itself, so that it holds up nobody else's messages.
  private func report(_ outcomes: [(OutboxItem, ReportMessage.Outcome)]) throws(SubmitError) {
    guard !outcomes.isEmpty else { return }
    let commands = outcomes.map { item, outcome in
      Command.reportMessage(item.order, ReportMessage(item.message.id, outcome))
    }
    do {
      try record(commands)
    } catch {
      guard case .refused = error, commands.count > 1 else { throw error }
      for command in commands {
        do throws(SubmitError) { try record([command]) } catch {
          if case .failed = error { throw error }
        }
      }
    }
  }

  private func record(_ commands: [Command]) throws(SubmitError) {
    let proposal = Proposal(verb: Outbox.name, commands: commands)
    try session.file.submit(session.submission(commands, of: proposal, by: person))
  }

  private static func words(_ failure: Failure) -> String {
    let path = failure.subject
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? path
    return "\(failure.detail): \(folder)"
  }
}
