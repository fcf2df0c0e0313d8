public import Domain

/// `site add NAME --customer C`: takes a site onto the books.
public struct SiteAddVerb: Verb {
  public static let name = "site.add"
  public static let words = ["site", "add"]
  public static let help = "Take a site onto the books"
  public static let permission: Permission? = AddSite.permission
  public static let parameters: [Parameter] =
    [.needed("name", .longText), .option("customer", .customer)]
    + Site.Field.allCases.filter { $0 != .name && $0 != .customer }.map { field in
      Parameter(field.rawValue, SiteFields.kind(of: field), .option, help: SiteFields.help(of: field))
    }

  let site: Site
  let zones: [Command]

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    var customer: Customer.ID?
    if let word = arguments.text("customer") { customer = try context.customer(word) }
    var made = Site(id: context.newID(), name: try arguments.needed("name"), customer: customer)
    for field in Site.Field.allCases where field != .name && field != .customer {
      guard let text = arguments.text(field.rawValue) else { continue }
      _ = try Editing.change(of: made, field, to: text, in: context)
      do { try made.set(field, to: text) } catch { throw UsageFault(error.expected, word: error.word) }
    }
    site = made
    zones = try context.learning(zone: made.timeZone)
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    Self.proposal(zones + [.addSite(AddSite(site))])
  }
}

/// How the fields of a site are asked for.
enum SiteFields {
  static func kind(of field: Site.Field) -> Parameter.Kind {
    switch field {
    case .at: .coordinates
    case .hours: .hours
    case .zone: .zone
    case .customer: .customer
    case .name, .timeZone, .contact, .phone, .accessCode, .access, .parking, .hazards, .region, .standard,
      .address:
      .text
    }
  }

  static func help(of field: Site.Field) -> String {
    switch field {
    case .at: "LAT,LON"
    case .hours: "when somebody can get in"
    case .zone: "the dispatcher's territory"
    case .timeZone: "where it differs from the office's"
    case .accessCode: "hidden until asked for"
    case .access: "the way in"
    case .hazards: "what to beware of"
    case .standard: "the client's own standard"
    case .name, .customer, .address, .contact, .phone, .parking, .region: ""
    }
  }
}

extension VerbContext {
  /// The command by which the office learns a zone that it has not met; none for one it knows.
  func learning(zone name: String?) throws(UsageFault) -> [Command] {
    guard let name, office.zones[name] == nil else { return [] }
    guard let rules = zoneRules(name) else {
      throw UsageFault("\"\(name.clipped(32))\" is no time zone. Europe/London is.", word: name)
    }
    return [.changeOffice(ChangeOffice(zone: rules))]
  }
}
