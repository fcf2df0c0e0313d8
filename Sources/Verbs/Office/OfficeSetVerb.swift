public import Domain

/// `office set FIELD=VALUE…`: profile, limits, fees and rules.
public struct OfficeSetVerb: Verb {
  public static let name = "office.set"
  public static let words = ["office", "set"]
  public static let help = "Change the office's name, zone, limits, fees or rules"
  public static let permission: Permission? = ChangeOffice.permission
  public static let parameters: [Parameter] = [
    Parameter(
      "field", .fields(OfficeFields.names), isRequired: true, isRepeated: true,
      help: "atRisk=30, rule.overlap.dispatcher=forbid")
  ]

  let command: ChangeOffice
  let zones: [Command]

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    var profile = context.office.profile
    var limits = context.office.limits
    try OfficeFields.set(arguments.all("field"), profile: &profile, limits: &limits, in: context)
    command = ChangeOffice(
      of: context.office, profile: profile == context.office.profile ? nil : profile,
      limits: limits == context.office.limits ? nil : limits)
    zones = try context.learning(zone: profile.zone)
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    Self.proposal(zones + [.changeOffice(command)])
  }
}
