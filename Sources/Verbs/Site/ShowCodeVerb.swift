public import Domain

/// `show-code SITE`: the access code, with a line in the record that it was shown.
public struct ShowCodeVerb: Verb {
  public static let name = "site.show-code"
  public static let words = ["show-code"]
  public static let help = "Show a site's access code; that is recorded"
  public static let permission: Permission? = ShowSecret.permission
  public static let parameters: [Parameter] = [.needed("site", .site)]

  let site: Site.ID

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    site = try context.site(try arguments.needed("site"))
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    guard let found = context.office.site(site) else { throw .notFound(.site(site.description)) }
    if found.text(of: .accessCode) == nil { throw .missing(.site(found.name), fields: ["accessCode"]) }
    return Self.proposal([.showSecret(site, ShowSecret(.accessCode))])
  }
}
