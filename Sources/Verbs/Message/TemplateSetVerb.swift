public import Domain

/// `template set NAME TEXT [--customer C] [--tier T] [--language L]`: the office's own words.
public struct TemplateSetVerb: Verb {
  public static let name = "template.set"
  public static let words = ["template", "set"]
  public static let help = "Set a text for everybody, or for one customer, tier or language"
  public static let permission: Permission? = SetTemplate.permission
  public static let parameters: [Parameter] = [
    .needed("template", .template, "its name; a new one makes a new text"),
    .optional("text", .longText, "with fields such as {site}"),
    .option("customer", .customer, "for this customer and those that belong to it"),
    .choice("tier", Tier.self, .option, help: "for customers of this tier"),
    .option("language", .text, "for customers of this language, as its code"),
    .choice("to", MessageParty.self, .option, help: "whom a new text is for"),
    .flag("usual", "takes the own text away again")
  ]

  let template: MessageTemplate
  let isRemoved: Bool
  let replacing: String?

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    let name = try arguments.needed("template").lowercased()
    isRemoved = arguments.has("usual")
    let known = context.office.template(name)
    let text = arguments.text("text")
    if let text { try MessageVerb.check(text) }
    guard text != nil || isRemoved else { throw UsageFault("The text is missing.", word: "text") }
    var template = MessageTemplate(
      name, to: try arguments.choice("to") ?? known?.party ?? .customer, text ?? known?.text ?? "")
    if let word = arguments.text("customer") { template.customer = try context.customer(word) }
    template.tier = try arguments.choice("tier")
    template.language = arguments.text("language")?.lowercased()
    replacing = context.office.templates.first { $0.isSameVariant(as: template) }?.text
    self.template = template
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    Self.proposal([.setTemplate(SetTemplate(template, isRemoved: isRemoved, replacing: replacing))])
  }
}

extension VerbContext {
  /// A template's name, or an unambiguous beginning of it.
  func template(_ word: String) throws(UsageFault) -> String {
    let typed = word.lowercased()
    let names = office.templateNames
    if names.contains(typed) { return typed }
    let beginning = names.filter { !typed.isEmpty && $0.hasPrefix(typed) }
    if beginning.count == 1 { return beginning[0] }
    throw UsageFault(
      "No template is called \"\(word.clipped(24))\".", word: word,
      nearest: beginning.isEmpty ? Nearness.words(to: typed, in: names) : beginning)
  }
}
