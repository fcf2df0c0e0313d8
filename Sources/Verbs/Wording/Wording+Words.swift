public import Domain

extension Wording {
  /// What a verb does to an order, in the past: `20418 not assigned`.
  static func participle(_ verb: String?) -> String {
    guard let verb else { return "changed" }
    return participles[verb] ?? "done"
  }

  private static let participles: [String: String] = [
    Log.name: "logged", Edit.name: "changed", Triage.name: "triaged",
    ChangePriority.name: "re-prioritised", Flag.name: "flagged", ClaimVerb.name: "claimed",
    NoteVerb.name: "noted", Attach.name: "attached", HoldVerb.name: "put on hold",
    Release.name: "released", Close.name: "closed", Reopen.name: "reopened",
    Approve.name: "approved", ReworkVerb.name: "sent back", CrewVerb.name: "given helpers",
    FurtherVisit.name: "given a further visit",
    AuditVerb.name: "audited",
    Cancel.name: "cancelled", Duplicate.name: "merged", Assign.name: "assigned",
    Unassign.name: "taken back", Move.name: "moved", Push.name: "pushed",
    PinVerb.name: "pinned", WindowVerb.name: "promised", Dispatch.name: "told",
    Accept.name: "accepted", Decline.name: "declined", Travel.name: "travelled to",
    OnSite.name: "reached", Complete.name: "completed", NotDone.name: "given up", StepBack.name: "taken back",
    Status.name: "set", Shift.name: "changed", AbsenceVerb.name: "noted",
    OnCall.name: "set", TechnicianAdd.name: "added", TechnicianEdit.name: "changed",
    ChaseVerb.name: "chased", PartVerb.name: "reported", TryRules.name: "tried",
    Gaps.name: "listed", ForecastVerb.name: "shown", HandoverVerb.name: "shown",
    CountersVerb.name: "shown", Morning.name: "shown", WhyVerb.name: "explained",
    LedgerVerb.name: "shown", At.name: "shown", Export.name: "exported",
    BoardVerb.name: "opened", TechVerb.name: "opened", CallVerb.name: "opened",
    TechnicianDeactivate.name: "taken off",
    ShowPhoneVerb.name: "shown",
    PersonAdd.name: "added",
    PersonEdit.name: "changed", PersonPIN.name: "set", PersonErase.name: "erased",
    CustomerErase.name: "erased",
    CustomerAdd.name: "added",
    CustomerEdit.name: "changed", SiteAdd.name: "added", SiteEdit.name: "changed", ShowCode.name: "shown",
    EquipmentAdd.name: "added", EquipmentEdit.name: "changed", ContractAdd.name: "added",
    ContractEdit.name: "changed",
    OfficeSet.name: "changed", OfficeTrade.name: "changed", Init.name: "begun", ImportVerb.name: "imported",
    SayVerb.name: "spoken of", ReadVerb.name: "read",
    MessageVerb.name: "told", Postpone.name: "put off", Seen.name: "seen",
    MessageRecall.name: "taken back", MessageDelivered.name: "reported",
    MessageFailed.name: "reported", Outbox.name: "sent", TemplateSet.name: "set",
    SendingRuleSet.name: "set",
    SendingRuleRemove.name: "taken away",
    BreachCauseVerb.name: "explained", ComplaintVerb.name: "recorded", AlertOwn.name: "taken",
    AlertGive.name: "given", AlertSnooze.name: "put off", AlertResolve.name: "settled",
    RulesVerb.name: "switched",
    HandoverAdd.name: "added", HandoverDrop.name: "taken out", HandoverRead.name: "read",
    HandoverTake.name: "taken over",
    PlanDay.name: "planned", Replan.name: "planned anew", Optimise.name: "put in another order",
    Fill.name: "given to fill the time", Together.name: "given together",
    SettleVerb.name: "settled", OfficeStart.name: "begun", Enrol.name: "enrolled",
    ConsoleRevoke.name: "revoked",
    Undo.name: "undone", Redo.name: "redone"
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
