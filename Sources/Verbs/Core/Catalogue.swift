extension Verbs {
  /// Every verb, in the order in which help lists them.
  public static let catalogue: [any Verb.Type] =
    orders + alerts + visits + people + places + office + looks + faces + files

  private static let orders: [any Verb.Type] = [
    LogVerb.self, EditVerb.self, TriageVerb.self, ChangePriorityVerb.self, FlagVerb.self, ClaimVerb.self,
    NoteVerb.self,
    ChaseVerb.self, PartVerb.self,
    AttachVerb.self,
    BreachCauseVerb.self,
    HoldVerb.self, ReleaseVerb.self, CloseVerb.self, ReopenVerb.self, ApproveVerb.self, ReworkVerb.self,
    CancelVerb.self,
    DuplicateVerb.self, MessageVerb.self,
    MessagesVerb.self, MessageRecallVerb.self, MessageDeliveredVerb.self, MessageFailedVerb.self,
    SayVerb.self, ReadVerb.self
  ]

  private static let alerts: [any Verb.Type] = [
    AlertsVerb.self, AlertOwnVerb.self, AlertGiveVerb.self, AlertSnoozeVerb.self, AlertResolveVerb.self
  ]

  private static let visits: [any Verb.Type] = [
    AssignVerb.self, UnassignVerb.self, PostponeVerb.self, MoveVerb.self, PushVerb.self, PinVerb.self,
    CrewVerb.self,
    FurtherVisitVerb.self,
    WindowVerb.self,
    PlanDayVerb.self, TryRulesVerb.self, ReplanVerb.self, OptimiseVerb.self, FitsVerb.self, FillVerb.self,
    TogetherVerb.self,
    DispatchVerb.self, SeenVerb.self,
    AcceptVerb.self, DeclineVerb.self,
    TravelVerb.self, OnSiteVerb.self,
    CompleteVerb.self, NotDoneVerb.self, StepBackVerb.self
  ]

  private static let people: [any Verb.Type] = [
    StatusVerb.self, ShiftVerb.self, AbsenceVerb.self, OnCallVerb.self, DayVerb.self, GapsVerb.self,
    ForecastVerb.self,
    TechnicianAddVerb.self,
    TechnicianEditVerb.self,
    TechnicianDeactivateVerb.self, TechnicianShowVerb.self, ShowPhoneVerb.self, PeopleVerb.self,
    PersonAddVerb.self,
    PersonEditVerb.self,
    PersonPINVerb.self, IAmVerb.self, TourVerb.self, LockVerb.self, MayVerb.self
  ]

  private static let places: [any Verb.Type] = [
    CustomerAddVerb.self, CustomerEditVerb.self, CustomerShowVerb.self, ComplaintVerb.self, SiteAddVerb.self,
    SiteEditVerb.self,
    SiteShowVerb.self,
    ShowCodeVerb.self,
    EquipmentAddVerb.self, EquipmentEditVerb.self, EquipmentShowVerb.self, ContractAddVerb.self,
    ContractEditVerb.self,
    ContractShowVerb.self
  ]

  private static let office: [any Verb.Type] = [
    InitVerb.self, SetUpVerb.self, DemoVerb.self, OfficeSetVerb.self, OfficeTradeVerb.self,
    OfficeShowVerb.self, HandoverVerb.self,
    HandoverAddVerb.self, HandoverDropVerb.self, HandoverReadVerb.self, HandoverTakeVerb.self,
    CountersVerb.self,
    RulesVerb.self, TickVerb.self,
    TemplateListVerb.self, TemplateShowVerb.self, TemplateSetVerb.self, SendingRuleSetVerb.self,
    SendingRuleRemoveVerb.self,
    OfficeStartVerb.self, EnrolVerb.self, JoinVerb.self,
    SyncVerb.self, ServeVerb.self, ConsoleRevokeVerb.self, ConflictsVerb.self, SettleVerb.self,
    CustomerEraseVerb.self, PersonEraseVerb.self
  ]

  private static let looks: [any Verb.Type] = [
    ListVerb.self, MorningVerb.self, ShowVerb.self, OpenVerb.self, HistoryVerb.self, WhyVerb.self,
    RecentVerb.self,
    FollowUpsVerb.self, ReviewVerb.self, ConsolesVerb.self, FindVerb.self,
    LedgerVerb.self, AuditVerb.self,
    AtVerb.self, MapsVerb.self,
    ConfigVerb.self,
    ViewVerb.self, UndoVerb.self, RedoVerb.self, HealthVerb.self, HelpVerb.self, QuitVerb.self
  ]

  private static let faces: [any Verb.Type] = [BoardVerb.self, TechVerb.self, CallVerb.self]

  private static let files: [any Verb.Type] = [
    ImportVerb.self, ExportVerb.self, ReplayVerb.self, CheckVerb.self, RebuildVerb.self, BackupVerb.self,
    RestoreVerb.self, KeysVerb.self,
    ThemesVerb.self, OutboxVerb.self, PlanVerb.self
  ]
}
