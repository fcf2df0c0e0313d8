public import Domain

/// `audit [FILTER…]`: everything that was done, by whom and from where, narrowed by a filter.
public struct AuditVerb: Verb {
  public static let name = "ledger.audit"
  public static let words = ["audit"]
  public static let help = "Show everything that was done, by whom, from where, before and after"
  public static let permission: Permission? = .seeAllWork
  public static let parameters: [Parameter] = [
    .optional(
      "filter", .longText, "by:bea verb:assign,move order:20418 rule: console:3f override undo -word"),
    .option("since", .shift, "09:15, -30m, yesterday, yesterday 14:00; the shift day's begin unless said"),
    .option("until", .shift, "now unless said")
  ]

  let question: AuditQuestion

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    let filter = arguments.text("filter") ?? ""
    _ = try AuditFilter(filter)
    func instant(_ name: String, dayMeans: TimeOfDay) throws(UsageFault) -> Timestamp? {
      guard let word = arguments.text(name) else { return nil }
      return try AtVerb.instant(word, in: context, dayMeans: dayMeans)
    }
    let since = try instant("since", dayMeans: .midnight)
    let until = try instant("until", dayMeans: .endOfDay)
    if let since, let until, until < since {
      throw UsageFault("The audit would end before it begins.", word: arguments.text("until") ?? "")
    }
    question = AuditQuestion(filter: filter, since: since ?? context.office.dayOpenedAt, until: until)
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    if let role = context.office.person(context.person)?.role, !role.may(.seeAllWork) {
      throw .notAllowed(.seeAllWork, role: role)
    }
    return .ask(.audit(question))
  }
}
