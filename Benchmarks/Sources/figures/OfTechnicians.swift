import Demo
import Domain
import Storage
import Sync

/// What it costs the office to answer its technicians' consoles, each of which may hold one person's own work alone.
enum OfTechnicians {
  static func measure(_ file: OfficeFile, _ day: DemoDay, _ office: Office, _ now: Timestamp) throws {
    let people = office.people.inOrder.filter { $0.role == .technician && $0.technician != nil }.prefix(20)
    let orders = office.orders.inOrder.filter { !$0.isEnded && $0.technician == nil }
    guard !people.isEmpty, !orders.isEmpty else { return }
    var consoles: [(caller: Registrar, scope: Digest)] = []
    for (index, person) in people.enumerated() {
      let caller = Registrar(person: person.id, console: ConsoleID(high: 31, low: UInt64(index)))
      let request = SnapshotRequest(log: file.identity.log, answered: 0)
      guard case .head(let head) = try file.snapshot(request, for: caller) else { return }
      consoles.append((caller, head.digest))
    }
    var (anew, asked) = (Samples(), Samples())
    for round in 0..<20 {
      let submission = Submission(
        id: Identifier(high: 32, low: UInt64(round)),
        stamp: Stamp(by: day.dispatcher, at: now, console: day.console),
        commands: [.addNote(orders[round % orders.count].id, AddNote("called back"))])
      try file.submit(submission)
      let state = file.state
      let after = LogCursor(seq: state.seq, hash: state.head)
      for (caller, scope) in consoles {
        let pull = Pull(log: file.identity.log, after: after, takesSnapshot: true, scope: scope, answered: 0)
        _ = try asked.measure { try file.answer(pull, for: caller) }
      }
      _ = anew.measure { state.office.scoped(to: consoles[0].caller.person, console: day.console) }
    }
    Row.say("a technician's own work, picked out anew", anew.text)
    Row.say("a technician's question after another's entry", asked.text)
  }
}
