/// Shows what is hidden until asked for, such as the code of a door; that it was shown is on record.
public struct ShowSecret: RecordCommand {
  public static let permission = Permission.seeSecrets
  public static let kind = CommandKind.fact

  public var field: Site.Field

  public init(_ field: Site.Field) { self.field = field }

  public func decide(on site: Site, in moment: Moment) throws(Refusal) -> [SiteEvent] {
    site.text(of: field) == nil ? [] : [.secretShown(field)]
  }

  func isOwn(of technician: Technician.ID, on site: Site.ID, in office: Office) -> Bool {
    office.orders.unordered.contains { $0.site == site && $0.isOwn(of: technician, for: Self.permission) }
  }
}
