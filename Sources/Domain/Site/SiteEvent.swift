/// What happens to a site's record.
public enum SiteEvent: Codable, Hashable, Sendable {
  case added(Site)
  case edited([FieldChange<Site.Field>])
  /// Somebody asked to see what is hidden, such as the access code.
  case secretShown(Site.Field)
}
