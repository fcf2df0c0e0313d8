extension Site: CommandTarget {
  static func found(_ id: ID, in office: Office) -> Site? { office.site(id) }
  static func subject(_ id: ID) -> Subject { .site(id.description) }
  func events(of change: SiteEvent, in office: Office) -> [Event] { [.site(id, change)] }
}
