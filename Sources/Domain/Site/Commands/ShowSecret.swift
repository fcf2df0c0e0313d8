/// Shows what is hidden until asked for, such as the code of a door; that it was shown is on record.
public struct ShowSecret: SiteCommand {
  public static let permission = Permission.seeSecrets
  public static let kind = CommandKind.fact

  public var field: Site.Field

  public init(_ field: Site.Field) { self.field = field }

  public func decide(on site: Site, in moment: Moment) throws(Refusal) -> [SiteEvent] {
    site.text(of: field) == nil ? [] : [.secretShown(field)]
  }

  public func inverse(on site: Site, in moment: Moment) -> [Command] { [] }
}
