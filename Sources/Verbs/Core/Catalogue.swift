extension Verbs {
  /// Every verb, in the order in which help lists them.
  public static let catalogue: [any Verb.Type] =
    orders + alerts + visits + people + places + office + looks + faces + files

  private static let orders: [any Verb.Type] = [
    Log.self, Edit.self, Triage.self, ChangePriority.self, Flag.self, ClaimVerb.self, NoteVerb.self,
    ChaseVerb.self, PartVerb.self,
    Attach.self,
    BreachCauseVerb.self,
    HoldVerb.self, Release.self, Close.self, Reopen.self, Approve.self, ReworkVerb.self, Cancel.self,
    Duplicate.self, MessageVerb.self,
    Messages.self, MessageRecall.self, MessageDelivered.self, MessageFailed.self, SayVerb.self, ReadVerb.self
  ]

  private static let alerts: [any Verb.Type] = [
    AlertsVerb.self, AlertOwn.self, AlertGive.self, AlertSnooze.self, AlertResolve.self
  ]

  private static let visits: [any Verb.Type] = [
    Assign.self, Unassign.self, Postpone.self, Move.self, Push.self, PinVerb.self, CrewVerb.self,
    FurtherVisit.self,
    WindowVerb.self,
    PlanDay.self, TryRules.self, Replan.self, Optimise.self, Fits.self, Fill.self, Together.self,
    Dispatch.self, Seen.self,
    Accept.self, Decline.self,
    Travel.self, OnSite.self,
    Complete.self, NotDone.self, StepBack.self
  ]

  private static let people: [any Verb.Type] = [
    Status.self, Shift.self, AbsenceVerb.self, OnCall.self, Day.self, Gaps.self, ForecastVerb.self,
    TechnicianAdd.self,
    TechnicianEdit.self,
    TechnicianDeactivate.self, TechnicianShow.self, ShowPhoneVerb.self, PeopleVerb.self, PersonAdd.self,
    PersonEdit.self,
    PersonPIN.self, IAm.self, TourVerb.self, Lock.self, May.self
  ]

  private static let places: [any Verb.Type] = [
    CustomerAdd.self, CustomerEdit.self, CustomerShow.self, ComplaintVerb.self, SiteAdd.self, SiteEdit.self,
    SiteShow.self,
    ShowCode.self,
    EquipmentAdd.self, EquipmentEdit.self, EquipmentShow.self, ContractAdd.self, ContractEdit.self,
    ContractShow.self
  ]

  private static let office: [any Verb.Type] = [
    Init.self, SetUp.self, Demo.self, OfficeSet.self, OfficeTrade.self, OfficeShow.self, HandoverVerb.self,
    HandoverAdd.self, HandoverDrop.self, HandoverRead.self, HandoverTake.self, CountersVerb.self,
    RulesVerb.self, Tick.self,
    TemplateList.self, TemplateShow.self, TemplateSet.self, SendingRuleSet.self, SendingRuleRemove.self,
    OfficeStart.self, Enrol.self, Join.self,
    SyncVerb.self, Serve.self, ConsoleRevoke.self, ConflictsVerb.self, SettleVerb.self,
    CustomerErase.self, PersonErase.self
  ]

  private static let looks: [any Verb.Type] = [
    ListVerb.self, Morning.self, ShowVerb.self, Open.self, HistoryVerb.self, WhyVerb.self, RecentVerb.self,
    FollowUpsVerb.self, ReviewVerb.self, ConsolesVerb.self, Find.self,
    LedgerVerb.self, AuditVerb.self,
    At.self, Maps.self,
    ConfigVerb.self,
    ViewVerb.self, Undo.self, Redo.self, Health.self, Help.self, Quit.self
  ]

  private static let faces: [any Verb.Type] = [BoardVerb.self, TechVerb.self, CallVerb.self]

  private static let files: [any Verb.Type] = [
    ImportVerb.self, Export.self, Replay.self, Check.self, Rebuild.self, Backup.self, Restore.self, Keys.self,
    Themes.self, Outbox.self, PlanVerb.self
  ]
}
