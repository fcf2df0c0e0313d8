/// Sets the office's own text of a template, or goes back to the usual one.
public struct SetTemplate: CommandRule {
  public static let permission = Permission.manageOffice
  public static let kind = CommandKind.claim

  public var template: MessageTemplate
  /// Takes the office's own text away instead.
  public var isRemoved: Bool
  /// The own text it replaces, as it was seen; nil for none.
  public var replacing: String?

  public init(_ template: MessageTemplate, isRemoved: Bool = false, replacing: String?) {
    self.template = template
    self.isRemoved = isRemoved
    self.replacing = replacing
  }

  public func decide(in moment: Moment) throws(Refusal) -> [Event] {
    let own = moment.office.templates.first { $0.isSameVariant(as: template) }
    if own?.text != replacing {
      if isRemoved ? own == nil : own == template { return [] }
      throw .changedSince(.office(moment.office.profile.name), field: "template", now: own?.text)
    }
    if isRemoved { return own.map { [.office(.templateRemoved($0))] } ?? [] }
    try check(moment.office)
    return own == template ? [] : [.office(.templateSet(template))]
  }

  public func inverse(in moment: Moment) -> [Command] {
    let own = moment.office.templates.first { $0.isSameVariant(as: template) }
    let now = isRemoved ? nil : template.text
    guard let own else { return [.setTemplate(SetTemplate(template, isRemoved: true, replacing: now))] }
    return [.setTemplate(SetTemplate(own, replacing: now))]
  }

  private func check(_ office: Office) throws(Refusal) {
    let isName = template.name.utf8.allSatisfy {
      (97...122).contains($0) || $0 == 45 || (48...57).contains($0)
    }
    guard isName, template.name.first?.isLetter ?? false, template.name.count <= 20 else {
      throw .fault(
        FieldFault(
          field: "template", word: template.name, expected: "a word of small letters such as delayed"))
    }
    if template.text.trimmed.isEmpty { throw .missing(.office(office.profile.name), fields: ["text"]) }
    guard template.text.count <= MessageTemplate.longestText else {
      throw .fault(
        FieldFault(
          field: "text", word: String(template.text.prefix(12)), expected: "at most 1000 characters"))
    }
    try MergeText(template.text).check()
    if let customer = template.customer, office.customer(customer) == nil {
      throw .notFound(.customer(customer.description))
    }
  }
}
