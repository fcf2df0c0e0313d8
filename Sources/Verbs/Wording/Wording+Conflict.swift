public import Domain

extension Wording {
  /// What somebody wanted in a few words, for a sentence that goes on: `assign 20418 Ana 14:00`.
  private func wantedInShort(_ conflict: Conflict) -> String { wanted(conflict).clipped(48) }

  /// The newest of it, which is what the answer that has just come is about.
  private func wantedLast(_ conflict: Conflict) -> String {
    wanted(conflict.lost.last?.commands ?? []).clipped(48)
  }

  /// All that somebody wanted: `assign 20418 Ana 14:00, message 20418`.
  func wanted(_ conflict: Conflict) -> String { wanted(conflict.commands) }

  private func wanted(_ commands: [Command]) -> String {
    if commands.isEmpty { return "what only a newer Callout can read" }
    var told: [String] = []
    for command in commands {
      let verb =
        Verbs.catalogue.first { $0.name == command.verb }?.words.joined(separator: " ") ?? command.verb
      let numbers = command.orders.prefix(1).compactMap { office.order($0)?.number }.map(String.init)
      let words = ([verb] + numbers + wish(command)).joined(separator: " ")
      if told.last != words { told.append(words) }
    }
    return told.joined(separator: ", ")
  }

  /// What a command wanted of its order.
  private func wish(_ command: Command) -> [String] {
    if case .assignVisit(_, let rule) = command { return [technician(rule.technician), time(rule.start)] }
    if case .moveVisit(_, let rule) = command {
      return [rule.technician.map { technician($0) }, rule.start.map { time($0) }].compactMap(\.self)
    }
    if case .setPriority(_, let rule) = command { return [rule.priority.text] }
    if case .addNote(_, let rule) = command { return ["\"\(rule.words.clipped(20))\""] }
    switch command {
    case .editWorkOrder(_, let rule): return rule.changes.map(edit)
    case .editCustomer(_, let rule): return rule.changes.map(edit)
    case .editSite(_, let rule): return rule.changes.map(edit)
    case .editEquipment(_, let rule): return rule.changes.map(edit)
    case .editTechnician(_, let rule): return rule.changes.map(edit)
    case .editPerson(_, let rule): return rule.changes.map(edit)
    default: return []
    }
  }

  /// A field as it is typed: `summary="lamp out"`; words about people are left to who may read them.
  private func edit<Field>(_ change: FieldChange<Field>) -> String {
    if change.field.isPersonal { return change.field.rawValue }
    let words = change.to.map { "\"\($0.words.clipped(30))\"" } ?? ""
    return "\(change.field.rawValue)=\(words)"
  }

  /// What stands by now in the fields of an order that somebody wanted to be others: `, summary "lamp out"`.
  private func fields(_ conflict: Conflict, of order: WorkOrder) -> String {
    var told = ""
    for case .editWorkOrder(order.id, let rule) in conflict.commands {
      for change in rule.changes where !change.field.isPersonal {
        let now = order.text(of: change.field).map { " \"\($0.clipped(30))\"" } ?? " empty"
        told += ", \(change.field.rawValue)\(now)"
      }
    }
    return told
  }

  /// How its first order stands by now: `20418 is Chen 09:56, accepted, P2 (food at risk)`, or how it ended; nil where it
  /// is about none.
  private func standing(_ conflict: Conflict) -> String? {
    guard let order = conflict.orders.lazy.compactMap({ office.order($0) }).first else { return nil }
    if let ending = order.ending { return "\(order.number) is \(self.ending(ending))" }
    let reason = order.priorityReason.map { " (\($0.clipped(30)))" } ?? ""
    let visit = order.openVisit
    let start = visit?.start.map { " \(time($0))" } ?? ""
    let holder = order.technician.map { technician($0) } ?? "nobody's"
    let answer = visit?.activeAssignment.map { ", \(Wording.status($0.status))" } ?? ""
    return "\(order.number) is \(holder)\(start)\(answer), \(order.priority.text)\(reason)"
      + fields(conflict, of: order)
  }

  /// Who is told that his visit is gone, should it be done all the same.
  private func loser(_ conflict: Conflict) -> String? {
    for case .assignVisit(let id, let rule) in conflict.commands {
      guard let active = office.order(id)?.openVisit?.activeAssignment, active.status.isTold,
        active.technician != rule.technician
      else { continue }
      return "\(technician(active.technician)) is to be told that it is gone"
    }
    return nil
  }

  /// Why the office refused it.
  func why(_ conflict: Conflict) -> String { said(conflict).text }

  func said(_ conflict: Conflict) -> Sentence {
    let numbers = conflict.orders.compactMap { office.order($0)?.number }
    if conflict.wasEarly(in: office), let number = numbers.first {
      // A technician's facts wait for his visit, too, and nobody kept which of the two it was.
      let early =
        conflict.isFact && office.hasScope(conflict.person)
        ? "\(number) or his visit was not here then. Both are by now."
        : "\(number) was not here then. It is by now."
      return Sentence(early, remedy: fix(conflict))
    }
    let verb = conflict.commands.first?.verb
    if conflict.isAwaiting(in: office) {
      return Sentence(
        numbers.first.map { "\($0) not \(Wording.participle(verb)) yet: its visit is not here." }
          ?? "Not \(Wording.participle(verb)) yet: its order is not here.",
        remedy: "It is entered as soon as the office has it.")
    }
    return refusal(conflict.refusal, verb: verb, orders: Array(numbers.prefix(1)))
  }

  /// Whose change stood in the way, and when: `Vera 10:20`; empty where nobody's did.
  func theirs(_ conflict: Conflict) -> String {
    conflict.theirs.map { "\(person($0.person)) \(time($0.at))" } ?? ""
  }

  /// What somebody can do about it: `settle 3fa2b1c0 redo|keep`, or when the technician is free.
  func fix(_ conflict: Conflict) -> String {
    let settle = "\(call(SettleVerb.name)) \(conflict.id.description.prefix(8))"
    if case .broken(let broken) = conflict.refusal, case .overlap(_, _, let freeFrom) = broken.evidence {
      return "\(settle) keep, then \(call(AssignVerb.name)) at \(time(freeFrom))"
    }
    return !conflict.canBeRedone(on: office) ? "\(settle) keep, then anew" : "\(settle) redo|keep"
  }

  /// What the alert for it says: `refused to Leo: 20418 not assigned: technician is Ana by now (Vera 10:20)`; of what
  /// waits `told by Ana 10:20: 20418 not on site yet: its visit is not here`.
  func alert(_ conflict: Conflict) -> String {
    let said = said(conflict)
    let fact = said.fact.hasSuffix(".") ? String(said.fact.dropLast()) : said.fact
    if conflict.isAwaiting(in: office) {
      return "told by \(person(conflict.person)) \(time(conflict.at)): \(fact)"
    }
    let theirs = theirs(conflict)
    return "refused to \(person(conflict.person)): \(fact)\(theirs.isEmpty ? "" : " (\(theirs))")"
  }

  /// What is entered once its order is here, and of a technician his visit: `note 20418 "dog in the yard", told by Vera 10:20`.
  public func toldLate(_ conflict: Conflict) -> String {
    "\(wantedInShort(conflict)), told by \(person(conflict.person)) \(time(conflict.at))"
  }

  /// Said once to whoever wanted it, when the answer comes.
  public func refusedByOffice(_ conflict: Conflict) -> String {
    "\(refused(conflict)) The alerts have it."
  }

  /// The same for a script that has waited for the answer, with what can be done about it, or what comes by itself.
  public func rejected(_ conflict: Conflict) -> String {
    if conflict.isAwaiting(in: office) {
      return [refused(conflict), said(conflict).remedy].compactMap(\.self).joined(separator: " ")
    }
    return "\(refused(conflict)) settle \(conflict.id.description.prefix(8)) keep leaves it, settle "
      + "\(conflict.id.description.prefix(8)) redo does it all the same."
  }

  private func refused(_ conflict: Conflict) -> String {
    let reason =
      conflict.theirs.map { "\(person($0.person)) was first, at \(time($0.at))." } ?? said(conflict).fact
    return "\(answer(to: conflict)): \(wantedLast(conflict)). \(reason)"
  }

  /// What the office made of it, in a word: `Refused by the office`.
  public func answer(to conflict: Conflict) -> String {
    conflict.isAwaiting(in: office) ? "Waits at the office" : "Refused by the office"
  }

  /// What becomes of it, in the words of whoever chooses.
  public func choice(_ answer: ConflictAnswer, of conflict: Conflict) -> String {
    switch answer {
    case .keep:
      let theirs = conflict.theirs.map { "what \(person($0.person)) did at \(time($0.at))" }
      return "keep \(theirs ?? "what the office has")" + (standing(conflict).map { ": \($0)" } ?? "")
    case .redo: return "all the same: \(wanted(conflict))" + (loser(conflict).map { "; \($0)" } ?? "")
    }
  }

  /// What became of it.
  func state(_ conflict: Conflict) -> String {
    guard let settlement = conflict.settlement else { return "open" }
    return "\(settlement.answer.rawValue) \(person(settlement.by))"
      + (conflict.awaitsEntry ?? false ? ", not entered yet" : "")
  }

  func conflictDone(_ event: ConflictEvent) -> String {
    switch event {
    case .arose(let conflict): "\(answer(to: conflict)): \(wantedInShort(conflict)). \(why(conflict))"
    case .changed(let id, .grew(let lost)):
      "Refused with the conflict \(id.description.prefix(8)): \(wanted(lost.commands))"
    case .changed(let id, .settled(.keep)):
      "The conflict \(id.description.prefix(8)) is settled: it stays as it is"
    case .changed(let id, .settled(.redo)):
      "The conflict \(id.description.prefix(8)) is settled: it is done again"
    case .changed(let id, .accepted):
      "The conflict \(id.description.prefix(8)) is settled: it counts as it was told"
    case .changed(let id, .entered): "The conflict \(id.description.prefix(8)) is entered"
    case .changed(let id, .reopened): "The conflict \(id.description.prefix(8)) is open again"
    case .changed(_, .alertChanged(let alert, let change)): self.change(change, of: alert)
    }
  }
}
