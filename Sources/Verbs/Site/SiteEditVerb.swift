public import Domain

/// `site edit NAME FIELD=VALUE…`: changes a site's record.
public struct SiteEditVerb: Verb {
  public static let name = "site.edit"
  public static let words = ["site", "edit"]
  public static let help = "Change a site's record"
  public static let permission: Permission? = EditSite.permission
  public static let parameters: [Parameter] = [.needed("site", .site), .fields(Site.Field.self)]

  let site: Site.ID
  let command: EditSite
  let zones: [Command]

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    let id = try context.site(try arguments.needed("site"))
    guard let record = context.office.site(id) else { throw UsageFault("No site has this id.") }
    site = id
    command = EditSite(
      try Editing.changes(of: record, arguments.all("field"), in: context) { field, text throws(UsageFault) in
        field == .customer ? try context.customer(text).description : text
      })
    zones = try context.learning(zone: command.changes.last { $0.field == .timeZone }?.to?.words)
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    Self.proposal(zones + [.editSite(site, command)], warnings: Editing.doubts(command.changes))
  }
}
