/// Changes a site's record.
public struct EditSite: RecordCommand {
  public static let permission = Permission.managePlaces
  public static let kind = CommandKind.claim

  public var changes: [FieldChange<Site.Field>]

  public init(_ changes: [FieldChange<Site.Field>]) { self.changes = changes }

  public func decide(on site: Site, in moment: Moment) throws(Refusal) -> [SiteEvent] {
    let kept = try site.decided(changes, of: .site(site.name))
    var after = site
    after.apply(kept)
    try moment.office.checkReferences(customer: after.customer, site: nil, equipment: nil)
    if after.name.folded != site.name.folded || after.customer != site.customer {
      try moment.office.checkName(of: after)
    }
    if after.timeZone != site.timeZone { try moment.office.checkTimeZone(after.timeZone) }
    return kept.isEmpty ? [] : [.edited(kept)]
  }

  public func inverse(on site: Site, in moment: Moment) -> [Command] {
    [.editSite(site.id, EditSite(site.kept(of: changes).reversedChanges()))]
  }

  func restated(on site: Site) -> Restatement {
    .anew(.editSite(site.id, EditSite(changes.restated(on: site))))
  }
}
