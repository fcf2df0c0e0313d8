import Domain
import Foundation
import Storage
import Verbs

extension Courier {
  /// Hands mails to the program, one after the other, each on record before the next. Where the program itself is in
  /// trouble the rest stays queued for the next round.
  func mail(_ items: [OutboxItem], _ round: inout Round) throws(SubmitError) {
    guard !items.isEmpty, let program = session.surroundings.mailProgram else { return }
    let taken: CourierLock?
    do throws(Failure) { taken = try CourierLock(session.file.path) } catch { throw .failed(error) }
    guard let lock = taken else { return }
    defer { lock.release() }
    var budget = MailBudget(session.office, perHour: session.surroundings.mailBudget, at: session.now)
    for item in items where goesOn() {
      // Another process may have sent it since, or somebody taken it back.
      guard let now = session.office.order(item.order)?.message(item.message.id), now.dueAt != nil,
        now.state != .waiting
      else { continue }
      var trouble: MailProgram.Trouble?
      if !lock.handedOver(now.id) {
        do throws(MailProgram.Trouble) {
          try send(now, of: item.order, by: program, &budget)
          lock.note(now.id)
        } catch {
          trouble = error
        }
      }
      let outcome = trouble.map { ReportMessage.Outcome.failed($0.why) } ?? .sent
      round.note(outcome)
      try report([(item, outcome)])
      if trouble?.isPrograms ?? false { return }
    }
  }

  private func send(
    _ message: OutgoingMessage, of id: WorkOrder.ID, by program: MailProgram, _ budget: inout MailBudget
  ) throws(MailProgram.Trouble) {
    let address = message.address.words.trimmed
    guard MailText.isAddress(address) else {
      throw MailProgram.Trouble(why: "the address is none that a mail can go to", isPrograms: false)
    }
    if let why = budget.refusal(of: address) { throw MailProgram.Trouble(why: why, isPrograms: false) }
    let mail = MailText(
      id: message.id, order: session.office.order(id)?.number ?? 0, office: session.office.profile.name,
      from: program.sender, to: address, words: message.words.words, date: session.now)
    try program.send(mail.text, to: address)
    budget.note(address)
  }
}

/// How many mails an address may get in an hour, so that no rule and no loop floods anybody.
struct MailBudget {
  private let perHour: Int
  private var sent: [String: Int] = [:]

  init(_ office: Office, perHour: Int, at now: Timestamp) {
    self.perHour = perHour
    office.orders.forEach { order in
      for message in order.messages {
        guard message.channel == .mail, let at = message.sentAt, now - at < .hours(1) else { continue }
        note(message.address.words.trimmed)
      }
    }
  }

  func refusal(of address: String) -> String? {
    guard sent[address.lowercased(), default: 0] >= perHour else { return nil }
    return "\(perHour) mails went to this address within the hour; the rest is tried later"
  }

  mutating func note(_ address: String) { sent[address.lowercased(), default: 0] += 1 }
}

/// Held by whoever starts the mail program: two processes on one file must not send one message twice. It holds the ids
/// of the last messages that were handed over, 16 bytes each, which a restore of the database leaves alone.
struct CourierLock {
  private let descriptor: Int32

  /// Nil while another process has it.
  init?(_ database: String) throws(Failure) {
    let path = database + ".courier"
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw Self.failure(errno, path) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      close(descriptor)
      if code == EWOULDBLOCK { return nil }
      throw Self.failure(code, path)
    }
  }

  /// So many are looked at: what a backup can have missed that somebody goes back to.
  private static let remembered = 1 << 14

  /// Whether the program has taken this message before, whatever the ledger says by now.
  func handedOver(_ id: OutgoingMessage.ID) -> Bool {
    var bytes = [UInt8](repeating: 0, count: Self.remembered * 16)
    let count = pread(descriptor, &bytes, bytes.count, max(0, end - off_t(bytes.count)))
    let wanted = id.bytes
    return stride(from: 0, to: max(0, count) / 16 * 16, by: 16).contains { start in
      bytes[start..<(start + 16)].elementsEqual(wanted)
    }
  }

  /// Remembers that it has. Where that cannot be written the ledger alone says so.
  func note(_ id: OutgoingMessage.ID) {
    _ = pwrite(descriptor, id.bytes, 16, end)
    fdatasync(descriptor)
  }

  /// Behind the last whole id.
  private var end: off_t {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? status.st_size / 16 * 16 : 0
  }

  private static func failure(_ code: Int32, _ path: String) -> Failure {
    Failure(.cannotWrite, subject: path, detail: String(cString: strerror(code)))
  }

  func release() { close(descriptor) }
}
