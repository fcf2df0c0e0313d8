public import Domain

/// docs/roles.md: who may say which verb, made from the catalogue and the matrix of permissions.
extension Papers {
  /// The verbs that everybody may say who may see what they are about: looking, finding, and what is one's own.
  ///
  /// A verb without a permission that is not here is one that nobody has decided about; a test fails for it.
  static let forEverybody: Set<String> = [
    AlertsVerb.name, ConfigVerb.name, ConflictsVerb.name, ContractShowVerb.name, CustomerShowVerb.name,
    ConsolesVerb.name,
    LockVerb.name,
    TourVerb.name, EquipmentShowVerb.name, BackupVerb.name, CheckVerb.name, PlanVerb.name, RebuildVerb.name,
    ReplayVerb.name, RestoreVerb.name, HealthVerb.name, HelpVerb.name, KeysVerb.name, RedoVerb.name,
    UndoVerb.name, ListVerb.name, MapsVerb.name, MessagesVerb.name, DemoVerb.name,
    InitVerb.name, JoinVerb.name, RulesVerb.name, ServeVerb.name, SetUpVerb.name,
    OfficeShowVerb.name, SyncVerb.name, TickVerb.name, IAmVerb.name, PeopleVerb.name, MayVerb.name,
    PersonPINVerb.name,
    QuitVerb.name, SiteShowVerb.name, DayVerb.name, TechnicianShowVerb.name, TemplateListVerb.name,
    TemplateShowVerb.name, ThemesVerb.name, ViewVerb.name, FindVerb.name, FitsVerb.name,
    FollowUpsVerb.name, HistoryVerb.name, OpenVerb.name, RecentVerb.name,
    ReviewVerb.name,
    ShowVerb.name
  ]

  /// Who may say a verb: `yes`, `no`, or with which records, such as `own` for what is the technician's own.
  public static func cell(_ verb: any Verb.Type, _ role: Role) -> String {
    if verb.permissions.isEmpty { return "yes" }
    let scopes = verb.permissions.compactMap { role.scope(of: $0) }
    return scopes.contains(.all) ? "yes" : scopes.first?.rawValue ?? "no"
  }

  public static var rolesPage: String {
    let roles = Role.allCases
    var text = """
      # Who may do what

      Made from the verb catalogue and the matrix of permissions by `callout`; a change by hand is lost. *own* is work that is or was the technician's, with its site, and his own record; *held for parts* and *done* are work in that state. What `edit` may set goes by the field: helpdesk sets what a caller can correct, billing the money limit, a dispatcher all of it. What a role may do at all is decided by one function (`authorize`) that consoles and the office ask alike; `callout may PERSON VERB ORDER` says why not.

      A verb of the last table is everybody's: it looks, finds, or is about one's own desk and files. An undo is decided as the commands are that it comes to. `settle` is for what one has wished oneself, or has the alert of; what others wished is settled by whoever dispatches work.


      """
    text +=
      "| verb | \(roles.map(\.rawValue).joined(separator: " | ")) |\n|---|\(roles.map { _ in "---|" }.joined())\n"
    for verb in Verbs.catalogue where verb.permission != nil {
      text += "| \(verb.spoken) | \(roles.map { cell(verb, $0) }.joined(separator: " | ")) |\n"
    }
    let open = Verbs.catalogue.filter { $0.permission == nil }.map { "`\($0.spoken)`" }
    return text + "\n## For everybody\n\n\(open.joined(separator: ", "))\n"
  }
}
