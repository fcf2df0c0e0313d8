public import Domain

/// `site show NAME`: the record with its equipment; the access code stays hidden.
public struct SiteShowVerb: Verb {
  public static let name = "site.open"
  public static let words = ["site", "show"]
  public static let help = "Show a site; its access code stays hidden"
  public static let parameters: [Parameter] = [.needed("site", .site)]

  let site: Site.ID

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    site = try context.site(try arguments.needed("site"))
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    context.isScript ? .ask(.site(site)) : .show(.openSite(site))
  }
}
