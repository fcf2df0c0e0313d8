public import Domain

extension Wording {
  /// What a verb does to an order, in the past: `20418 not assigned`.
  static func participle(_ verb: String?) -> String {
    guard let verb else { return "changed" }
    return participles[verb] ?? "done"
  }

  private static let participles: [String: String] = [
    "work-order.log": "logged", "work-order.edit": "changed", "work-order.triage": "triaged",
    "work-order.set-priority": "re-prioritised", "work-order.flag": "flagged", "work-order.claim": "claimed",
    "work-order.note": "noted", "work-order.attach": "attached", "work-order.hold": "put on hold",
    "work-order.release": "released", "work-order.close": "closed", "work-order.reopen": "reopened",
    "work-order.approve": "approved", "work-order.rework": "sent back", "work-order.crew": "given helpers",
    "ledger.audit": "audited",
    "work-order.cancel": "cancelled", "work-order.duplicate": "merged", "work-order.assign": "assigned",
    "work-order.unassign": "taken back", "work-order.move": "moved", "work-order.push": "pushed",
    "work-order.pin": "pinned", "work-order.window": "promised", "work-order.dispatch": "told",
    "work-order.accept": "accepted", "work-order.decline": "declined", "work-order.travel": "travelled to",
    "work-order.on-site": "reached", "work-order.complete": "completed", "work-order.not-done": "given up",
    "technician.set-presence": "set", "technician.set-shift": "changed", "technician.absence": "noted",
    "technician.on-call": "set", "technician.add": "added", "technician.edit": "changed",
    "work-order.chase": "chased", "work-order.part": "reported", "plan.try": "tried",
    "timeline.gaps": "listed", "timeline.forecast": "shown", "handover.show": "shown",
    "office.counters": "shown", "office.morning": "shown", "record.why": "explained",
    "ledger.show": "shown", "ledger.at": "shown", "file.export": "exported",
    "desk.board": "opened", "desk.tech": "opened", "desk.call": "opened",
    "technician.deactivate": "taken off",
    "technician.show-phone": "shown",
    "person.add": "added",
    "person.edit": "changed", "person.pin": "set", "person.erase": "erased", "customer.erase": "erased",
    "customer.add": "added",
    "customer.edit": "changed", "site.add": "added", "site.edit": "changed", "site.show-code": "shown",
    "equipment.add": "added", "equipment.edit": "changed", "contract.add": "added",
    "contract.edit": "changed",
    "office.set": "changed", "office.trade": "changed", "office.init": "begun", "file.import": "imported",
    "work-order.say": "spoken of", "work-order.read": "read",
    "work-order.message": "told", "work-order.postpone": "put off", "work-order.seen": "seen",
    "message.recall": "taken back", "message.delivered": "reported",
    "message.failed": "reported", "message.outbox": "sent", "template.set": "set",
    "sending-rule.set": "set",
    "sending-rule.remove": "taken away",
    "work-order.breach-cause": "explained", "customer.complaint": "recorded", "alert.own": "taken",
    "alert.give": "given", "alert.snooze": "put off", "alert.resolve": "settled", "office.rules": "switched",
    "handover.add": "added", "handover.drop": "taken out", "handover.read": "read",
    "handover.take": "taken over",
    "day.plan": "planned", "work-order.replan": "planned anew", "technician.optimise": "put in another order",
    "technician.fill": "given to fill the time", "work-order.together": "given together",
    "conflict.settle": "settled", "office.start": "begun", "office.enrol": "enrolled",
    "office.revoke": "revoked",
    "ledger.undo": "undone", "ledger.redo": "redone"
  ]

  /// A field's name in a sentence.
  static func field(_ name: String) -> String {
    switch name {
    case "nte": "the money limit"
    case "did": "what was done"
    case "start": "the time"
    case "claim": "who has claimed it"
    case "accessCode": "an access code"
    case "timeZone": "the time zone"
    case "at": "the place"
    case "to": "the end"
    case "from": "the beginning"
    case "name", "reason", "note", "technician", "trade", "summary", "priority", "presence", "customer",
      "site",
      "equipment", "window", "estimate", "handle", "role", "tier", "resolution", "hold", "status",
      "desk", "skills", "hours", "length":
      "the \(name)"
    default: name
    }
  }

  /// The same without its article: `"11:70" is no time`.
  static func bareField(_ name: String) -> String {
    let words = field(name)
    for article in ["the ", "an "] where words.hasPrefix(article) {
      return String(words.dropFirst(article.count))
    }
    return words
  }

  /// Who may do what a permission covers.
  static func needed(for permission: Permission) -> String {
    switch permission {
    case .logWork, .correctCaller: "a dispatcher or the helpdesk"
    case .dispatchWork, .endWork, .cancelWork, .managePlaces, .importRecords: "a dispatcher"
    case .reportWork: "its technician or a dispatcher"
    case .holdWork: "its technician or a dispatcher"
    case .setPrice: "a dispatcher or billing"
    case .note: "somebody at work here"
    case .managePeople: "a supervisor"
    case .manageOffice: "the owner"
    case .seeSecrets: "a dispatcher or a technician"
    case .seeAllWork: "anybody but a technician"
    }
  }

  static func article(_ word: String) -> String {
    (word.first.map { "aeiou".contains($0) } ?? false) ? "an \(word)" : "a \(word)"
  }

  public static func presence(_ presence: Presence) -> String {
    switch presence {
    case .available: "available"
    case .onBreak: "on a break"
    case .off: "off"
    case .unavailable: "unavailable"
    }
  }
}
