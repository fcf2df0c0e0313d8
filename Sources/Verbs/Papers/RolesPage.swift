public import Domain

/// docs/roles.md: who may say which verb, made from the catalogue and the matrix of permissions.
extension Papers {
  /// The verbs that everybody may say who may see what they are about: looking, finding, and what is one's own.
  ///
  /// A verb without a permission that is not here is one that nobody has decided about; a test fails for it.
  static let forEverybody: Set<String> = [
    AlertsVerb.name, ConfigVerb.name, ConflictsVerb.name, ContractShow.name, CustomerShow.name,
    ConsolesVerb.name,
    Lock.name,
    TourVerb.name, EquipmentShow.name, Backup.name, Check.name, PlanVerb.name, Rebuild.name,
    Replay.name, Restore.name, Health.name, Help.name, Keys.name, Redo.name,
    Undo.name, ListVerb.name, Maps.name, Messages.name, Demo.name,
    Init.name, Join.name, RulesVerb.name, Serve.name, SetUp.name,
    OfficeShow.name, SyncVerb.name, Tick.name, IAm.name, PeopleVerb.name, May.name, PersonPIN.name,
    Quit.name, SiteShow.name, Day.name, TechnicianShow.name, TemplateList.name,
    TemplateShow.name, Themes.name, ViewVerb.name, Find.name, Fits.name,
    FollowUpsVerb.name, HistoryVerb.name, Open.name, RecentVerb.name,
    ReviewVerb.name,
    ShowVerb.name
  ]

  /// Verbs that nobody has decided about, and those that are decided twice.
  public static var undecided: [String] {
    Verbs.catalogue.filter { ($0.permission == nil) != forEverybody.contains($0.name) }.map { $0.name }
  }

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
