public import Domain

extension Wording {
  /// A secret with the word that it is on record; nobody reads it before it is.
  private func shown(_ secret: String?) -> String {
    isImagined
      ? "shown, and that it was shown is on record" : "\(secret ?? "") · that it was shown is on record"
  }

  /// What happened to a record that is not an order; nil where the order's own line says it.
  func recordDone(_ event: Event) -> String? {
    switch event {
    case .workOrder: nil
    case .office(let event): officeDone(event)
    case .technician(let id, .phoneShown):
      "\(technician(id)): \(shown(office.technician(id)?.phone?.words))"
    case .technician(let id, let event): technicianDone(event, technician(id))
    case .customer(let id, let event):
      switch event {
      case .added(let customer): "\(customer.name.clipped(40)) added, \(customer.tier.rawValue)"
      case .edited(let changes): "\(office.customer(id)?.name.clipped(28) ?? "") changed: \(fields(changes))"
      case .complained(let complaint):
        "\(office.customer(id)?.name.clipped(28) ?? ""): complaint recorded, \(complaint.words.clipped(40))"
      case .complaintSettled(_, let note):
        "\(office.customer(id)?.name.clipped(28) ?? ""): complaint settled, \(note.clipped(40))"
      case .complaintReopened: "\(office.customer(id)?.name.clipped(28) ?? ""): complaint open again"
      case .alertChanged(let alert, let change): self.change(change, of: alert)
      }
    case .site(let id, let event):
      switch event {
      case .added(let site): "\(site.name.clipped(40)) added"
      case .edited(let changes): "\(office.site(id)?.name.clipped(28) ?? "") changed: \(fields(changes))"
      case .secretShown(let field):
        "\(office.site(id)?.name.clipped(28) ?? ""): \(shown(office.site(id)?.text(of: field)))"
      }
    case .equipment(let id, let event):
      switch event {
      case .added(let equipment): "\(equipment.name.clipped(40)) added"
      case .edited(let changes): "\(office.equipment(id)?.name.clipped(28) ?? "") changed: \(fields(changes))"
      }
    case .person(let id, let event):
      switch event {
      case .added(let person):
        "\(person.handle.clipped(28)) may act here as \(Wording.article(person.role.rawValue))"
      case .edited(let changes): "\(office.person(id)?.handle.clipped(28) ?? "") changed: \(fields(changes))"
      case .pinSet: "\(person(id)) has a new PIN at this office's desks"
      case .pinRemoved: "\(person(id)) has no PIN any more"
      }
    }
  }

  private func officeDone(_ event: OfficeEvent) -> String {
    switch event {
    case .founded(let profile, let first):
      "\(profile.name.clipped(32)) begins, \(profile.zone); the first order is \(first)"
    case .profileChanged: "The office's profile changed"
    case .limitsChanged: "The office's limits changed; clocks and alerts follow"
    case .taxonomyChanged(let trades): "Trades changed: \(trades.entries.count) now"
    case .zoneLearnt(let rules): "The zone \(rules.name) is known now"
    case .contractAdded(let contract): "Contract \(contract.name.clipped(32)) added"
    case .contractChanged(let contract):
      "Contract \(contract.name.clipped(32)) changed; running clocks follow"
    case .onCallSet(let turn):
      "\(technician(turn.technician)) is on call \(self.turn(turn))"
    case .onCallRemoved(let turn): "\(technician(turn.technician)) is not on call \(self.turn(turn))"
    case .templateSet(let template): "The text \(template.name) is the office's own now"
    case .templateRemoved(let template): "The text \(template.name) is the usual one again"
    case .sendingRuleSet(let rule): "Rule \(rule.name) stands: \(sendingRule(rule))"
    case .sendingRuleRemoved(let rule): "Rule \(rule.name) is gone"
    case .dayClosed, .dayEnded: "The day is closed"
    case .deskOpened: "Somebody is at the desk"
    case .handover(.lineAdded(let line)): "Added to the handover: \(line.words.clipped(48))"
    case .handover(.lineRemoved): "The line is out of the handover"
    case .handover(.read(let sections)):
      "Read: \(sections.map { Wording.title(of: $0) }.joined(separator: ", "))"
    case .handover(.unread(let sections)):
      "To be read anew: \(sections.map { Wording.title(of: $0) }.joined(separator: ", "))"
    case .handover(.taken), .handover(.deskTaken): "The desk is yours now; the handover begins anew"
    case .handover(.restored): "The handover is as it was"
    case .conflict(let event): conflictDone(event)
    case .wordsErased(let texts): texts.count == 1 ? "Words erased" : "Words erased: \(texts.count) texts"
    case .console(let event): consoleDone(event)
    case .numbersLeased(let lease): "Numbers \(lease.first) to \(lease.last) are this console's to give"
    }
  }

  /// A turn on call: `Mon 00:00 to Thu 00:00 for lift`.
  public func turn(_ turn: OnCallTurn) -> String {
    "\(time(turn.from)) to \(time(turn.to))\(turn.trade.map { " for \($0.name)" } ?? "")"
  }

  /// The turns on call of a technician that are not over.
  public func turns(of technician: Technician.ID) -> [String] {
    office.onCall.filter { $0.technician == technician && $0.to > now }.sorted().map { turn($0) }
  }

  private func technicianDone(_ event: TechnicianEvent, _ who: String) -> String {
    switch event {
    case .added(let technician):
      "\(technician.handle.clipped(28)) added, with \(technician.skills.count) \(technician.skills.count == 1 ? "skill" : "skills")"
    case .edited(let changes): "\(who) changed: \(fields(changes))"
    case .skillsChanged(_, let skills):
      skills.isEmpty
        ? "\(who) has no skills any more"
        : "\(who)'s skills: \(skills.map { "\($0.trade.name) \(Wording.roman($0.level))" }.joined(separator: ", ").clipped(48))"
    case .hoursChanged(_, let hours): "\(who) works \(hours?.text.clipped(48) ?? "by single shifts")"
    case .shiftSet(let date, let intervals):
      "\(who) \(day(date)): \(intervals.map { $0.isEmpty ? "off" : $0.map(\.text).joined(separator: " ") } ?? "the usual week")"
    case .absenceAdded(let absence):
      "\(who) is away \(time(absence.from)) to \(time(absence.to)): \(absence.reason.clipped(24))"
    case .absenceRemoved(let absence): "\(who) is not away \(time(absence.from)) to \(time(absence.to))"
    case .presenceSet(let presence, _, _): "\(who) is \(Wording.presence(presence))"
    case .deactivated: "\(who) taken off the board; what was done stays"
    case .reactivated: "\(who) is back on the board"
    case .phoneShown: "\(who)'s number was shown; that is on record"
    }
  }

  /// The fields by name; one alone with what it says and said, unless that is somebody's, a secret or another record.
  private func fields<Field>(_ changes: [FieldChange<Field>]) -> String {
    guard changes.count == 1, let one = changes.first, Self.isShown(one) else {
      return changes.map(\.field.rawValue).joined(separator: ", ").clipped(40)
    }
    let now = one.to.map { $0.words.clipped(32) } ?? "empty"
    return "\(one.field.rawValue) \(now)\(one.from.map { " (was \($0.words.clipped(32)))" } ?? "")"
  }

  private static func isShown<Field>(_ change: FieldChange<Field>) -> Bool {
    let isPersonal = [change.from, change.to].contains { if case .personal? = $0 { true } else { false } }
    return !isPersonal && !change.field.isPersonal
      && ![
        "accessCode", "phone", "contact", "parent", "contract", "customer", "site", "prefers", "refuses"
      ].contains(change.field.rawValue)
  }
}

extension Wording {
  /// One piece of work in the history of equipment: what was wrong, what was done, then why, by whom, with what, in
  /// which time and at which cost, as far as it is known.
  public func service(_ record: ServiceRecord) -> [String] {
    let facts = [
      record.summary, record.did.isEmpty ? "no report" : record.did, record.cause.map { "cause \($0)" },
      office.technician(record.technician)?.name.words,
      record.parts.isEmpty ? nil : "parts \(record.parts.joined(separator: ", "))",
      record.work.map { TimeWords.estimate($0) }, record.cost.map { "\($0.text) \(office.profile.currency)" }
    ]
    return facts.compactMap(\.self)
  }
}
