public import Domain

extension Wording {
  /// What a verb does to an order, in the past: `20418 not assigned`.
  static func participle(_ verb: String?) -> String {
    guard let verb else { return "changed" }
    return participles[verb] ?? "done"
  }

  private static let participles: [String: String] = [
    LogVerb.name: "logged", EditVerb.name: "changed", TriageVerb.name: "triaged",
    ChangePriorityVerb.name: "re-prioritised", FlagVerb.name: "flagged", ClaimVerb.name: "claimed",
    NoteVerb.name: "noted", AttachVerb.name: "attached", HoldVerb.name: "put on hold",
    ReleaseVerb.name: "released", CloseVerb.name: "closed", ReopenVerb.name: "reopened",
    ApproveVerb.name: "approved", ReworkVerb.name: "sent back", CrewVerb.name: "given helpers",
    FurtherVisitVerb.name: "given a further visit",
    AuditVerb.name: "audited", ConsolesVerb.name: "listed",
    CancelVerb.name: "cancelled", DuplicateVerb.name: "merged", AssignVerb.name: "assigned",
    UnassignVerb.name: "taken back", MoveVerb.name: "moved", PushVerb.name: "pushed",
    PinVerb.name: "pinned", WindowVerb.name: "promised", DispatchVerb.name: "told",
    AcceptVerb.name: "accepted", DeclineVerb.name: "declined", TravelVerb.name: "travelled to",
    OnSiteVerb.name: "reached", CompleteVerb.name: "completed", NotDoneVerb.name: "given up",
    StepBackVerb.name: "taken back",
    StatusVerb.name: "set", ShiftVerb.name: "changed", AbsenceVerb.name: "noted",
    OnCallVerb.name: "set", TechnicianAddVerb.name: "added", TechnicianEditVerb.name: "changed",
    ChaseVerb.name: "chased", PartVerb.name: "reported", TryRulesVerb.name: "tried",
    GapsVerb.name: "listed", ForecastVerb.name: "shown", HandoverVerb.name: "shown",
    CountersVerb.name: "shown", MorningVerb.name: "shown", WhyVerb.name: "explained",
    LedgerVerb.name: "shown", AtVerb.name: "shown", ExportVerb.name: "exported",
    BoardVerb.name: "opened", TechVerb.name: "opened", CallVerb.name: "opened",
    TechnicianDeactivateVerb.name: "taken off",
    ShowPhoneVerb.name: "shown",
    PersonAddVerb.name: "added",
    PersonEditVerb.name: "changed", PersonPINVerb.name: "set", PersonEraseVerb.name: "erased",
    CustomerEraseVerb.name: "erased",
    CustomerAddVerb.name: "added",
    CustomerEditVerb.name: "changed", SiteAddVerb.name: "added", SiteEditVerb.name: "changed",
    ShowCodeVerb.name: "shown",
    EquipmentAddVerb.name: "added", EquipmentEditVerb.name: "changed", ContractAddVerb.name: "added",
    ContractEditVerb.name: "changed",
    OfficeSetVerb.name: "changed", OfficeTradeVerb.name: "changed", InitVerb.name: "begun",
    ImportVerb.name: "imported",
    SayVerb.name: "spoken of", ReadVerb.name: "read",
    MessageVerb.name: "told", PostponeVerb.name: "put off", SeenVerb.name: "seen",
    MessageRecallVerb.name: "taken back", MessageDeliveredVerb.name: "reported",
    MessageFailedVerb.name: "reported", OutboxVerb.name: "sent", TemplateSetVerb.name: "set",
    SendingRuleSetVerb.name: "set",
    SendingRuleRemoveVerb.name: "taken away",
    BreachCauseVerb.name: "explained", ComplaintVerb.name: "recorded", AlertOwnVerb.name: "taken",
    AlertGiveVerb.name: "given", AlertSnoozeVerb.name: "put off", AlertResolveVerb.name: "settled",
    RulesVerb.name: "switched",
    HandoverAddVerb.name: "added", HandoverDropVerb.name: "taken out", HandoverReadVerb.name: "read",
    HandoverTakeVerb.name: "taken over",
    PlanDayVerb.name: "planned", ReplanVerb.name: "planned anew", OptimiseVerb.name: "put in another order",
    FillVerb.name: "given to fill the time", TogetherVerb.name: "given together",
    SettleVerb.name: "settled", OfficeStartVerb.name: "begun", EnrolVerb.name: "enrolled",
    ConsoleRevokeVerb.name: "revoked",
    UndoVerb.name: "undone", RedoVerb.name: "redone"
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
