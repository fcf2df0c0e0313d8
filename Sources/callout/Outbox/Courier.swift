import Domain
import Foundation
import Storage
import Verbs

/// Takes messages on their way: what has waited long enough is queued, what is queued goes to the mail program or is
/// written into the folder that a gateway reads, and is marked as sent.
///
/// A file is named by its message and written whole before the ledger says so: killed in between, the next round finds
/// the file there and only marks it. A mail is marked as soon as the program has taken it, and only one process at a
/// time starts the program.
struct Courier: Sendable {
  let session: OfficeSession
  let person: Person.ID
  /// Whether another mail, or batch of files, may be begun.
  var goesOn: @Sendable () -> Bool = { true }

  /// What a round came to.
  struct Round: Sendable {
    var sent = 0
    var failed = 0
    /// Why, for the last that failed.
    var why: String?

    mutating func note(_ outcome: ReportMessage.Outcome) {
      if case .failed(let words) = outcome {
        failed += 1
        why = words
      } else {
        sent += 1
      }
    }
  }

  /// One round over everything that is due now.
  func run() throws(SubmitError) -> Round {
    var round = Round()
    guard session.office.person(person)?.role.may(ReportMessage.permission) ?? false else { return round }
    let waiting = session.office.outbox(at: session.now).filter { $0.message.state == .waiting }
    try report(waiting.map { ($0, .queued) })
    let due = session.office.outbox(at: session.now).filter { $0.message.state != .waiting }
    let mails = session.surroundings.mailProgram == nil ? [] : due.filter { $0.message.channel == .mail }
    let files = mails.isEmpty ? due : due.filter { $0.message.channel != .mail }
    for start in stride(from: 0, to: files.count, by: Self.batch) where goesOn() {
      try handOver(files[start..<min(files.count, start + Self.batch)], &round)
    }
    try mail(mails, &round)
    return round
  }

  /// How many files are written before the ledger says so.
  private static let batch = 32
}

extension Courier {
  private func handOver(_ items: ArraySlice<OutboxItem>, _ round: inout Round) throws(SubmitError) {
    var outcomes: [(OutboxItem, ReportMessage.Outcome)] = []
    for item in items {
      var outcome = ReportMessage.Outcome.sent
      do throws(Failure) { try drop(item) } catch { outcome = .failed(Self.words(error)) }
      outcomes.append((item, outcome))
      round.note(outcome)
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
  func report(_ outcomes: [(OutboxItem, ReportMessage.Outcome)]) throws(SubmitError) {
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
    let proposal = Proposal(verb: OutboxVerb.name, commands: commands)
    try session.file.submit(session.submission(commands, of: proposal, by: person))
  }

  private static func words(_ failure: Failure) -> String {
    let path = failure.subject
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? path
    return "\(failure.detail): \(folder)"
  }
}
