/// Takes a site onto the books.
public struct AddSite: CommandRule {
  public static let permission = Permission.managePlaces
  public static let kind = CommandKind.fact

  public var site: Site

  public init(_ site: Site) { self.site = site }

  public func decide(in moment: Moment) throws(Refusal) -> [Event] {
    if moment.office.site(site.id) != nil { return [] }
    if site.name.trimmed.isEmpty { throw .missing(.site(site.name), fields: ["name"]) }
    try moment.office.checkReferences(customer: site.customer, site: nil, equipment: nil)
    try moment.office.checkName(of: site)
    try moment.office.checkTimeZone(site.timeZone)
    return [.site(site.id, .added(site))]
  }
}

extension Office {
  /// Two sites of one customer have two names.
  func checkName(of site: Site) throws(Refusal) {
    if sites.namesakes(of: site).contains(where: { $0 != site.id }) { throw .taken(.site(site.name)) }
  }

  func checkTimeZone(_ name: String?) throws(Refusal) {
    if let name, zones[name] == nil {
      throw .fault(FieldFault(field: "timeZone", word: name, expected: "a zone such as Europe/London"))
    }
  }
}
