import Domain
import Terminal
import Verbs

/// What forms and windows say about the office, in its own times and names.
extension Model {
  var personName: String { office.person(person)?.name.words ?? "you" }

  func words(_ instant: Timestamp) -> String { TimeWords.instant(instant, now: now, office.zone) }

  func siteName(of order: WorkOrder) -> String? { office.site(order.site)?.name }

  /// `fix 15:58`, with how it stands when that is not simply running.
  func clockWords(of order: WorkOrder, _ kind: ClockFace.Kind) -> String? {
    office.clocks(of: order, at: now).first { $0.kind == kind }.map { clockWords($0) }
  }

  func clockWords(_ clock: ClockFace) -> String {
    switch clock.state {
    case .met where clock.remaining < .zero:
      "\(clock.word) missed by \(TimeWords.missed(clock)), done \(clock.metAt.map(words) ?? "") (due \(words(clock.dueAt)))"
    case .met: "\(clock.word) met \(clock.metAt.map(words) ?? "") (due \(words(clock.dueAt)))"
    case .breached:
      "\(clock.word) \(words(clock.dueAt)) missed by \(TimeWords.missed(clock))"
    case .paused: "\(clock.word) paused with \(TimeWords.left(clock)) left"
    case .running: "\(clock.word) \(words(clock.dueAt)) in \(TimeWords.left(clock))"
    case .atRisk: "\(clock.word) \(words(clock.dueAt)) in \(TimeWords.left(clock)) \(clock.shape)"
    }
  }

  /// As many hints as find room, the first ones before the last; none is ever cut.
  func hints(_ wanted: [(action: String, words: String)], in contexts: [String], fitting width: Int) -> String
  {
    var kept = wanted
    while kept.count > 1, displayWidth(of: hints(kept, in: contexts)) > width - 6 { kept.removeLast() }
    return hints(kept, in: contexts)
  }

  /// Who a technician is: his name, and what he is called where the record has left.
  func technicianName(_ id: Technician.ID?) -> String? { office.technician(id)?.name.words }

  func name(of person: Person.ID?) -> String { office.person(person)?.name.words ?? "somebody" }

  /// Why the rules propose a priority, the steps that changed nothing left out.
  func words(of proposal: PriorityProposal) -> String {
    proposal.steps.filter { $0.effect != .leaves }.map { Wording.step($0) }.joined(separator: " · ")
  }
}
