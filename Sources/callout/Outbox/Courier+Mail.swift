import Domain
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
