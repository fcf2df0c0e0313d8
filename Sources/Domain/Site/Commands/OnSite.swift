/// The rule of a command about one site record.
public protocol SiteCommand: Codable, Hashable, Sendable {
  static var permission: Permission { get }
  static var kind: CommandKind { get }

  func decide(on site: Site, in moment: Moment) throws(Refusal) -> [SiteEvent]
  func inverse(on site: Site, in moment: Moment) -> [Command]
}

/// Such a command on the record it is about.
struct OnSite<Rule: SiteCommand>: CommandRule {
  let id: Site.ID
  let rule: Rule

  static var permission: Permission { Rule.permission }
  static var kind: CommandKind { Rule.kind }

  func decide(in moment: Moment) throws(Refusal) -> [Event] {
    guard let site = moment.office.site(id) else { throw .notFound(.site(id.description)) }
    return try rule.decide(on: site, in: moment).map { .site(id, $0) }
  }

  func inverse(in moment: Moment) -> [Command] {
    guard let site = moment.office.site(id) else { return [] }
    return rule.inverse(on: site, in: moment)
  }
}
